import type { Refusal } from '#kernel/outcome.ts'
import type { Step } from '#foundation/identity/index.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { PublicFrame } from '#ui/frame/frame.tsx'
import { PageHead } from '#ui/head/head.tsx'
import type { Call } from './call.ts'
import { csrfToken } from './marks.ts'
import { type Pending, PendingFields } from './pending.tsx'
import { frameBasics, write } from './render-page.tsx'
import { homeRoutes } from './routes.ts'
import type { Services } from './services.ts'

export interface CodeView {
  step: Step
  pending: Pending
  refusal?: Refusal | undefined
  status?: 200 | 422 | 429
}

const words = {
  secondFactor: {
    title: 'Code aus Ihrer App',
    lead: 'Ihr Passwort stimmt. Jetzt fehlt noch der Code, den Ihre App gerade zeigt.',
    label: 'Code',
    hint: 'Sechs Ziffern aus der App. Ohne Ihr Telefon geht auch ein Wiederherstellungscode, zum Beispiel K7Q2-M2XW-29PD-3HTB.',
  },
  mailedCode: {
    title: 'Code aus Ihrem Postfach',
    lead: 'Für diesen Zugang werden gerade an vielen Stellen falsche Passwörter versucht. Deshalb fragen wir in einem neuen Browser nach einem Code.',
    label: 'Code aus der Mail',
    hint: 'Wenn E-Mail-Adresse und Passwort stimmen, ist er jetzt an Ihre Adresse unterwegs: acht Ziffern, gültig 15 Minuten.',
  },
} as const

/** The second step of a sign-in. Its token stands in the form, never in an address. */
export function codePage(services: Services, call: Call, { step, pending, refusal, status = 200 }: CodeView): Response {
  const { styles, ...basics } = frameBasics(services)
  const { title, lead, label, hint } = words[step.asks]
  const frame = (
    <PublicFrame
      {...basics}
      title={title}
      assets={{ styles, scripts: [] }}
      aside={{ title: 'Gut zu wissen', children: <Help asks={step.asks} /> }}
    >
      <PageHead title={title} lead={lead} />
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
      <Form action={homeRoutes.code.path}>
        <PendingFields pending={pending} />
        <HiddenField name="anmeldung" value={step.token} />
        <HiddenField name="art" value={step.asks} />
        <TextField
          name="code"
          label={label}
          hint={hint}
          autocomplete="one-time-code"
          error={errorAt(refusal?.errors, 'code')}
          required
        />
        <Button variant="primary" block>
          Anmelden
        </Button>
      </Form>
      <p>
        <a class="lw-link" href={homeRoutes.signIn.href()}>
          Von vorn beginnen
        </a>
      </p>
    </PublicFrame>
  )
  return write(call, csrfToken(services, call), frame, status)
}

const Help = ({ asks }: { asks: Step['asks'] }) => (
  <ul class="lw-list">
    {asks === 'secondFactor' ? (
      <>
        <li>Jeder Code gilt eine halbe Minute und nur einmal. Geht die Uhr Ihres Telefons richtig?</li>
        <li>Telefon verloren? Ein Wiederherstellungscode hilft. Wir sagen Ihnen per Mail, dass er verwendet wurde.</li>
      </>
    ) : (
      <>
        <li>
          Niemand sperrt Sie aus: In einem Browser, in dem Sie sich schon einmal angemeldet haben, genügt das Passwort.
        </li>
        <li>Kommt nach einigen Minuten keine Mail, stimmt vielleicht das Passwort nicht. Dann setzen Sie ein neues.</li>
      </>
    )}
    <li>Niemand von uns fragt Sie am Telefon oder per E-Mail nach einem Code.</li>
  </ul>
)
