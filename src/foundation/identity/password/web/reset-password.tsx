import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, publicPage, publicSubmit } from '#platform/http/page-route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { passwordRoutes } from '../../routes.ts'
import { shortestPassword } from '../password-rules.ts'
import { prepareFormPassword } from '../prepare-password.ts'
import { askForReset, findReset, resetPassword } from '../reset-password.ts'

/** A forgotten password: a link by mail, then the new one. */
export const passwordResetPages: PageRoute[] = [
  publicPage(passwordRoutes.forgotten, async () => forgottenPage({})),
  publicSubmit(passwordRoutes.forgotten, async (ctx, { form, address }) => {
    const email = form['email'] ?? ''
    const asked = await askForReset(ctx, email, address)
    return isRefusal(asked) ? forgottenPage({ email, refusal: asked }) : sentPage(email.trim())
  }),
  publicPage(passwordRoutes.reset, async (ctx, { params }) => {
    const secret = params['secret'] ?? ''
    const found = await findReset(ctx, secret)
    return isRefusal(found) ? overPage(found) : resetPage(secret, found.email)
  }),
  publicSubmit(
    passwordRoutes.reset,
    async (ctx, { params }, passwordHash) => {
      const secret = params['secret'] ?? ''
      const found = await findReset(ctx, secret)
      if (isRefusal(found)) return overPage(found)
      if (isRefusal(passwordHash)) return resetPage(secret, found.email, passwordHash)
      const reset = await resetPassword(ctx, secret, passwordHash)
      if (isRefusal(reset)) return overPage(reset)
      return redirect(
        '/anmeldung',
        'Ihr neues Passwort gilt, alle früheren Anmeldungen sind beendet. Bitte melden Sie sich an.',
      )
    },
    { prepare: prepareFormPassword },
  ),
]

const forgottenPage = ({ email, refusal }: { email?: string; refusal?: Refusal }): Answer =>
  page({
    title: 'Passwort vergessen',
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title="Passwort vergessen" lead="Wir schicken Ihnen eine Mail, mit der Sie ein neues setzen." />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
        <Form action={passwordRoutes.forgotten.href()}>
          <TextField
            name="email"
            label="Dienstliche E-Mail-Adresse"
            type="email"
            autocomplete="username"
            value={email}
            error={errorAt(refusal?.errors, 'email')}
            required
          />
          <Submit>Mail anfordern</Submit>
        </Form>
        <p>
          <a class="lw-link" href="/anmeldung">
            Zurück zur Anmeldung
          </a>
        </p>
      </div>
    ),
  })

/** The same for every address, whether it has an account or not. */
const sentPage = (email: string): Answer =>
  page({
    title: 'Mail ist unterwegs',
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title="Bitte sehen Sie in Ihr Postfach" />
        <p>
          Gibt es zu {email} einen Zugang, ist jetzt eine Mail dorthin unterwegs. Der Link darin gilt eine Stunde und
          nur einmal. Bis dahin bleibt Ihr Passwort, wie es ist.
        </p>
        <p>
          Kommt nach einigen Minuten nichts, fragen Sie die Person, die in Ihrer Organisation die Zugänge verwaltet,
          unter welcher Adresse Ihr Zugang läuft.
        </p>
        <p>
          <ButtonLink href="/anmeldung">Zur Anmeldung</ButtonLink>
        </p>
      </div>
    ),
  })

const overPage = ({ refused }: Refusal): Answer =>
  page({
    title: 'Neues Passwort',
    status: 404,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead title="Neues Passwort" />
        <Alert kind="info" title="Hier lässt sich kein Passwort setzen">
          <p>{refused}</p>
        </Alert>
        <p>
          <ButtonLink href={passwordRoutes.forgotten.href()}>Neuen Link anfordern</ButtonLink>
        </p>
      </div>
    ),
  })

const resetPage = (secret: string, email: string, refusal?: Refusal): Answer =>
  page({
    title: 'Neues Passwort',
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l lw-measure">
        <PageHead
          title="Neues Passwort"
          lead={`Für den Zugang ${email}. Alle Anmeldungen enden, wenn Sie es setzen.`}
        />
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={refusal.errors ?? []}
            kept="Ihr bisheriges Passwort gilt noch."
          />
        )}
        <Form action={passwordRoutes.reset.href({ secret })}>
          <HiddenField name="email" value={email} />
          <NewPasswordFields refusal={refusal} />
          <Submit>Passwort setzen</Submit>
        </Form>
      </div>
    ),
  })

/** The new password, twice. */
export const NewPasswordFields = ({ refusal }: { refusal: Refusal | undefined }) => (
  <>
    <TextField
      name="newPassword"
      label="Neues Passwort"
      type="password"
      hint={`Mindestens ${shortestPassword} Zeichen. Mehrere Wörter hintereinander sind gut zu merken und schwer zu erraten.`}
      autocomplete="new-password"
      error={errorAt(refusal?.errors, 'newPassword')}
      required
    />
    <TextField
      name="newPasswordAgain"
      label="Neues Passwort noch einmal"
      type="password"
      autocomplete="new-password"
      error={errorAt(refusal?.errors, 'newPasswordAgain')}
      required
    />
  </>
)
