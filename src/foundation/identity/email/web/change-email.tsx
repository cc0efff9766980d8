import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, publicPage, publicSubmit, show, submit } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { CurrentPassword } from '../../own-access/web/current-password.tsx'
import { emailRoutes, ownAccessRoutes } from '../../routes.ts'
import { askForEmailChange, confirmEmail, findEmailChange } from '../change-email.ts'

const title = 'Adresse ändern'

/** Another address: asked for by the person, confirmed at the new address. */
export const emailPages: PageRoute[] = [
  show(ownAccessRoutes.email, async (ctx) => askPage(ctx, {}), { withoutChoice: true }),
  submit(
    ownAccessRoutes.email,
    async (ctx, { form, confirmation }) => {
      const email = form['email'] ?? ''
      const asked = await askForEmailChange(ctx, { email, passwordConfirmed: confirmation })
      if (isRefusal(asked)) return askPage(ctx, { email, refusal: asked })
      return redirect(
        ownAccessRoutes.show.href(),
        `Wir haben an ${email.trim()} geschrieben. Ihre Adresse ändert sich, sobald Sie das dort bestätigen.`,
      )
    },
    { confirms: true, withoutChoice: true },
  ),
  publicPage(emailRoutes.confirm, async (ctx, { params }) => {
    const secret = params['secret'] ?? ''
    const found = await findEmailChange(ctx, secret)
    return isRefusal(found) ? overPage(found) : confirmPage(secret, found.newEmail)
  }),
  publicSubmit(emailRoutes.confirm, async (ctx, { params }) => {
    const confirmed = await confirmEmail(ctx, params['secret'] ?? '')
    if (isRefusal(confirmed)) return overPage(confirmed, 422)
    return redirect(
      ctx.actor ? ownAccessRoutes.show.href() : '/anmeldung',
      `Ihr Zugang lautet jetzt auf ${confirmed.email}. Damit melden Sie sich künftig an.`,
    )
  }),
]

const askPage = ({ actor }: Context, { email, refusal }: { email?: string; refusal?: Refusal }): Answer =>
  page({
    title,
    crumbs: [{ label: 'Mein Zugang', href: ownAccessRoutes.show.href() }, { label: title }],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={`Zurzeit melden Sie sich mit ${actor.email} an.`} />
        <div class="lw-stack lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
          <Form action={ownAccessRoutes.email.href()}>
            <TextField
              name="email"
              label="Neue E-Mail-Adresse"
              hint="Dorthin schreiben wir, und dort bestätigen Sie. Auch an die bisherige Adresse geht eine Nachricht."
              type="email"
              autocomplete="email"
              value={email}
              error={errorAt(refusal?.errors, 'email')}
              required
            />
            <CurrentPassword refusal={refusal} />
            <Submit>Bestätigung anfordern</Submit>
          </Form>
        </div>
      </>
    ),
  })

const confirmPage = (secret: string, newEmail: string): Answer =>
  page({
    title: 'Neue Adresse bestätigen',
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title="Neue Adresse bestätigen" lead={`Ihr Zugang lautet danach auf ${newEmail}.`} />
        <Form action={emailRoutes.confirm.href({ secret })}>
          <Submit>Adresse bestätigen</Submit>
        </Form>
      </div>
    ),
  })

const overPage = (refusal: Refusal, status: 404 | 422 = 404): Answer =>
  page({
    title: 'Neue Adresse',
    status,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title="Neue Adresse" />
        <Alert kind="info" title="Die Adresse ist nicht geändert">
          <p>{refusal.refused}</p>
        </Alert>
        <p>
          <ButtonLink href={ownAccessRoutes.show.href()}>Zu „Mein Zugang“</ButtonLink>
        </p>
      </div>
    ),
  })
