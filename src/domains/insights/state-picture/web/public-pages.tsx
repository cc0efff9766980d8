import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { loadDevelopment } from '../development/queries.ts'
import { publicCsvFile, publicDataFile } from './picture-files.ts'
import { forPublic } from '../json.ts'
import { outlinesOf } from '../map/outlines-of.ts'
import type { Picture } from '../picture.ts'
import { findPublic } from '../queries.ts'
import { stateRoutes } from '../routes.ts'
import { leadOf, nextInWords, pageTitle } from './picture-pages.tsx'
import { PictureView } from './picture-view.tsx'

/** What the ministry has shown to everybody. Nothing in the address chooses or combines anything. */
export const publicPicturePages: PageRoute[] = [
  publicPage(stateRoutes.public, async (ctx) => {
    const picture = await findPublic(ctx.db)
    return picture ? publicPicture(ctx, forPublic(picture)) : empty()
  }),
  publicPage(stateRoutes.publicCsv, async ({ db }) => file(await findPublic(db), publicCsvFile)),
  publicPage(stateRoutes.publicData, async ({ db }) => file(await findPublic(db), publicDataFile)),
]

const file = (picture: Picture | undefined, make: (picture: Picture) => Answer): Answer =>
  picture ? make(picture) : notFound('Noch ist kein Landesbild öffentlich.')

async function publicPicture(ctx: PublicContext, picture: Picture): Promise<Answer> {
  const development = await loadDevelopment(ctx.db, picture, { isPublic: true })
  const outlines = await outlinesOf(ctx.db, picture)
  return page({
    title: pageTitle,
    view: () => (
      <>
        <PageHead title={pageTitle} lead={leadOf(picture)} />
        <PictureView
          picture={picture}
          development={development}
          outlines={outlines}
          next={nextInWords(ctx, development)}
          linked={false}
        >
          <Panel id="daten" title="Die Daten">
            <LinkList
              items={[
                { href: stateRoutes.publicCsv.href(), label: 'Tabelle als CSV', note: 'für Tabellenprogramme' },
                {
                  href: stateRoutes.publicData.href(),
                  label: 'Offene Daten als JSON',
                  note: 'mit Lizenz und Prüfsumme',
                },
              ]}
            />
            {picture.publicAt && (
              <p class="lw-small lw-muted">Öffentlich seit {germanDay(localDay(picture.publicAt))}.</p>
            )}
          </Panel>
        </PictureView>
      </>
    ),
  })
}

const empty = (): Answer =>
  page({
    title: pageTitle,
    view: () => (
      <>
        <PageHead title={pageTitle} lead="Wie sicher die Kommunen des Landes zusammen sind." />
        <Empty title="Noch kein öffentliches Landesbild" level={2}>
          Sobald das Ministerium eines freigibt, steht es hier.
        </Empty>
      </>
    ),
  })
