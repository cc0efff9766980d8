import { type Answer, page } from '#platform/http/answer.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { homeRoutes } from './routes.ts'

/** The first page for strangers: what this is, and the way in. */
export const welcome = (): Answer =>
  page({
    title: 'Willkommen',
    view: () => (
      <>
        <PageHead
          title="Digital und sicher, gemeinsam"
          lead="Mit dem Lotsenwerk führt der Verbund der Kommunen seine Programme: Prüfung der Informationssicherheit, Förderung und Beratung an einem Ort."
        />
        <p>
          <ButtonLink variant="primary" href={homeRoutes.signIn.href()}>
            Anmelden
          </ButtonLink>
        </p>
      </>
    ),
  })
