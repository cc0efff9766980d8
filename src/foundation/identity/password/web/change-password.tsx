import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { CurrentPassword } from '../../own-access/web/current-password.tsx'
import { ownAccessRoutes } from '../../routes.ts'
import { changePassword } from '../change-password.ts'
import { prepareFormPassword } from '../prepare-password.ts'
import { NewPasswordFields } from './reset-password.tsx'

const title = 'Passwort ändern'

export const passwordChangePages: PageRoute[] = [
  show(ownAccessRoutes.password, async () => changePage(), { withoutChoice: true }),
  submit(
    ownAccessRoutes.password,
    async (ctx, { confirmation }, passwordHash) => {
      const changed = await changePassword(ctx, { passwordConfirmed: confirmation, passwordHash })
      if (isRefusal(changed)) return changePage(changed)
      return redirect(ownAccessRoutes.show.href(), 'Ihr neues Passwort gilt. Überall sonst sind Sie abgemeldet.')
    },
    { prepare: prepareFormPassword, confirms: true, withoutChoice: true },
  ),
]

const changePage = (refusal?: Refusal): Answer =>
  page({
    title,
    crumbs: [{ label: 'Mein Zugang', href: ownAccessRoutes.show.href() }, { label: title }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead="Danach sind Sie nur noch hier angemeldet." />
        <div class="lw-stack lw-measure">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={refusal.errors ?? []}
              kept="Ihr bisheriges Passwort gilt noch."
            />
          )}
          <Form action={ownAccessRoutes.password.href()}>
            <CurrentPassword refusal={refusal} label="Bisheriges Passwort" />
            <NewPasswordFields refusal={refusal} />
            <Submit>Passwort ändern</Submit>
          </Form>
        </div>
      </>
    ),
  })
