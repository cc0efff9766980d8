import { type EventWords } from '#foundation/audit/index.ts'
import { ownAccessRoutes } from '#foundation/identity/index.ts'
import { page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { dataFile } from '../data-file.ts'
import { personalData } from '../queries.ts'
import { privacyRoutes } from '../routes.ts'
import { type MailTitles, PersonalDataParts } from './parts.tsx'

const title = 'Ihre Daten'
const aboutOneself = { withoutChoice: true }

/** What is known about oneself: to read, and as a file. */
export const ownDataPagesWith = (words: EventWords, mailTitles: MailTitles): PageRoute[] => [
  show(
    ownAccessRoutes.data,
    async (ctx) => {
      const data = await personalData(ctx.db, ctx.actor.personId)
      return page({
        title,
        crumbs: [{ label: 'Mein Zugang', href: ownAccessRoutes.show.href() }, { label: title }],
        view: () => (
          <>
            <PageHead
              title={title}
              lead="Alles, was das Lotsenwerk über Sie als Person gespeichert hat (Art. 15 DSGVO). Passwörter und Schlüssel sind nur als Prüfwert gespeichert und stehen hier nicht."
              actions={
                <ButtonLink href={privacyRoutes.ownFile.href()} size="x-small" icon="download" download>
                  Als Datei (JSON)
                </ButtonLink>
              }
            />
            <PersonalDataParts data={data} words={words} mailTitles={mailTitles} />
          </>
        ),
      })
    },
    aboutOneself,
  ),
  show(privacyRoutes.ownFile, (ctx) => dataFile(ctx, ctx.actor.personId), aboutOneself),
]
