import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { type Development, loadDevelopment } from '../development/queries.ts'
import { csvFile, dataFile, pdfFile, sheetFile } from './picture-files.ts'
import { may as mayKeepMaps } from '../map/access.ts'
import { outlinesOf } from '../map/outlines-of.ts'
import { mapRoutes } from '../map/routes.ts'
import { may as mayExport } from '../oscal/access.ts'
import { pictureOscalRoutes } from '../oscal/routes.ts'
import type { Picture } from '../picture.ts'
import { nextReleaseDay, quarterly } from '../plan.ts'
import { findLatest, listPictures } from '../queries.ts'
import { stateRoutes } from '../routes.ts'
import { participation, takenOn } from '../words.ts'
import { onPicture } from './on-picture.ts'
import { PictureView } from './picture-view.tsx'

export const pageTitle = 'Landesbild Informationssicherheit'
const guard = { guard: may.see }
const crumb = { label: 'Landesbild', href: stateRoutes.latest.href() }

/** The newest picture, the earlier ones, and each of them on paper. */
export const picturePages: PageRoute[] = [
  show(
    stateRoutes.latest,
    async (ctx, { query }) => {
      const picture = await findLatest(ctx.db, { programmeKey: query['programm'] || undefined })
      return picture ? picturePage(ctx, picture) : emptyPage()
    },
    guard,
  ),
  show(stateRoutes.list, (ctx) => listPage(ctx), guard),
  show(
    stateRoutes.show,
    (ctx, { params }) => onPicture(ctx, params['id'], (picture) => picturePage(ctx, picture)),
    guard,
  ),
  show(
    stateRoutes.print,
    (ctx, { params }) => onPicture(ctx, params['id'], (picture) => printPage(ctx, picture)),
    guard,
  ),
  show(stateRoutes.pdf, (ctx, { params }) => onPicture(ctx, params['id'], pdfFile), guard),
  show(stateRoutes.csv, (ctx, { params }) => onPicture(ctx, params['id'], csvFile), guard),
  show(stateRoutes.sheet, (ctx, { params }) => onPicture(ctx, params['id'], sheetFile), guard),
  show(stateRoutes.data, (ctx, { params }) => onPicture(ctx, params['id'], dataFile), guard),
]

export const nextInWords = (ctx: Pick<Context, 'now'>, { planDays }: Pick<Development, 'planDays'>): string =>
  germanDay(nextReleaseDay(planDays ?? quarterly, localDay(ctx.now).add({ days: 1 })))

export const leadOf = (picture: Picture): string =>
  `${picture.programmeName}, Stand ${takenOn(picture)}. Kein Wert lässt sich auf eine einzelne Kommune zurückrechnen.`

async function picturePage(ctx: Context, picture: Picture): Promise<Answer> {
  const development = await loadDevelopment(ctx.db, picture)
  const outlines = await outlinesOf(ctx.db, picture)
  return page({
    title: pageTitle,
    view: () => (
      <>
        <PageHead title={pageTitle} lead={leadOf(picture)} actions={<Downloads picture={picture} />} />
        <PictureView
          picture={picture}
          development={development}
          outlines={outlines}
          next={nextInWords(ctx, development)}
          linked
        >
          <Onward ctx={ctx} picture={picture} />
        </PictureView>
      </>
    ),
  })
}

const Downloads = ({ picture: { id } }: { picture: Picture }) => (
  <>
    <ButtonLink href={stateRoutes.sheet.href({ id })} size="x-small" icon="download" download>
      XLSX
    </ButtonLink>
    <ButtonLink href={stateRoutes.pdf.href({ id })} size="x-small" icon="download" download>
      PDF
    </ButtonLink>
  </>
)

/** Where one goes from a picture, and what whoever may can do with it. */
const Onward = ({ ctx: { actor }, picture }: { ctx: Context; picture: Picture }) => (
  <Panel id="weiter" title="Mehr dazu">
    <LinkList items={linksFor(actor, picture)} />
  </Panel>
)

interface Onwards {
  href: string
  label: string
  note: string
}

const can = (outcome: Outcome<true>): boolean => !isRefusal(outcome)

function linksFor(actor: Actor, { id, programmeId, publicAt }: Picture): Onwards[] {
  const where = (allowed: boolean, link: Onwards): Onwards[] => (allowed ? [link] : [])
  return [
    { href: stateRoutes.list.href(), label: 'Frühere Stände', note: 'alle Landesbilder, die erschienen sind' },
    ...where(can(may.compare(actor)), {
      href: stateRoutes.comparison.href(),
      label: 'Ihre Kommune im Vergleich',
      note: 'neben Kommunen der eigenen Art und Größe',
    }),
    { href: stateRoutes.print.href({ id }), label: 'Zum Drucken', note: 'ohne Navigation, alles aufgeklappt' },
    { href: stateRoutes.csv.href({ id }), label: 'Tabelle als CSV', note: 'alle Werte, auch nach Frage' },
    { href: stateRoutes.data.href({ id }), label: 'Offene Daten als JSON', note: 'mit Lizenz und Prüfsumme' },
    ...where(can(mayExport.export(actor)), {
      href: pictureOscalRoutes.file.href({ id }),
      label: 'OSCAL für das BSI',
      note: 'Ergebnisse nach Frage und Liste, ohne jede Kommune',
    }),
    ...where(can(may.release(actor)) && publicAt === null, {
      href: stateRoutes.release.href({ id }),
      label: 'Für die Öffentlichkeit freigeben',
      note: 'Sie sehen zuvor, was alle lesen würden',
    }),
    ...(publicAt === null
      ? []
      : [
          {
            href: stateRoutes.public.href(),
            label: 'Öffentliche Seite',
            note: `öffentlich seit ${germanDay(localDay(publicAt))}`,
          },
        ]),
    ...where(can(may.order(actor)), {
      href: stateRoutes.plan.href({ id: programmeId }),
      label: 'Erscheinungstage und Bestellung',
      note: 'wann das nächste Landesbild erscheint',
    }),
    ...where(can(mayKeepMaps.importMap(actor)), {
      href: mapRoutes.show.href(),
      label: 'Karte',
      note: 'welche Umrisse gezeichnet werden, andere einlesen',
    }),
  ]
}

const emptyPage = (): Answer =>
  page({
    title: pageTitle,
    view: () => (
      <>
        <PageHead
          title={pageTitle}
          lead="Wie sicher die Kommunen zusammen sind, ohne dass eine einzelne erkennbar wird."
        />
        <Empty title="Noch kein Landesbild" level={2}>
          Zu einem Programm, das Sie sehen, ist noch keines erschienen. Landesbilder erscheinen an festen Tagen, wenn
          nichts anderes festgelegt ist am 1. Februar, 1. Mai, 1. August und 1. November.
        </Empty>
      </>
    ),
  })

async function printPage(ctx: Context, picture: Picture): Promise<Answer> {
  const development = await loadDevelopment(ctx.db, picture)
  const outlines = await outlinesOf(ctx.db, picture)
  return page({
    title: `Druckfassung: ${pageTitle}`,
    crumbs: [crumb, { label: 'Druckfassung' }],
    wide: true,
    view: () => (
      <>
        <PageHead title={pageTitle} lead={leadOf(picture)} />
        <div class="lw-stack">
          <p class="lw-only-screen lw-muted">Drucken Sie diese Seite mit Strg + P.</p>
          <PictureView
            picture={picture}
            development={development}
            outlines={outlines}
            next={nextInWords(ctx, development)}
            linked={false}
            printed
          />
        </div>
      </>
    ),
  })
}

async function listPage(ctx: Context): Promise<Answer> {
  const pictures = await listPictures(ctx.db)
  return page({
    title: 'Frühere Stände',
    crumbs: [crumb, { label: 'Frühere Stände' }],
    view: () => (
      <>
        <PageHead
          title="Frühere Stände"
          lead="Jedes Landesbild, das erschienen ist. Es wird nie geändert: Was einmal gezeigt wurde, bleibt nachlesbar."
        />
        {pictures.length === 0 ? (
          <Empty title="Noch kein Landesbild" level={2}>
            Das erste erscheint am nächsten festen Tag.
          </Empty>
        ) : (
          <Table
            caption="Das Neueste zuerst"
            stack
            rows={pictures}
            columns={[
              {
                header: 'Erschienen',
                rowHeader: true,
                cell: ({ id, releaseOn }) => (
                  <a class="lw-link" href={stateRoutes.show.href({ id })}>
                    {germanDate(releaseOn)}
                  </a>
                ),
              },
              { header: 'Programm', cell: ({ programmeName }) => programmeName },
              { header: 'Gezählt', cell: (picture) => takenOn(picture) },
              { header: 'Teilnahme', cell: (picture) => participation(picture) },
              {
                header: 'Öffentlich',
                cell: ({ publicAt }) => (publicAt ? `seit ${germanDay(localDay(publicAt))}` : 'nein'),
              },
            ]}
          />
        )}
      </>
    ),
  })
}
