import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { CurrentPassword } from '../../own-access/web/current-password.tsx'
import { ownAccessRoutes } from '../../routes.ts'
import { oneTimeUri } from '../one-time-code.ts'
import { ownSecondFactor } from '../queries.ts'
import { sealPurpose } from '../seal-purpose.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, renewRecoveryCodes } from '../set-up.ts'
import { ScanOrType } from './scan-or-type.tsx'

const title = 'Zweiter Faktor'
const crumbs = [{ label: 'Mein Zugang', href: ownAccessRoutes.show.href() }, { label: title }]

/** Setting up, using and giving up one-time codes. Until a code has confirmed it, nothing changes at the sign-in. */
export const secondFactorPages: PageRoute[] = [
  show(ownAccessRoutes.secondFactor, (ctx, request) => statePage(ctx, request), { withoutChoice: true }),
  submit(
    ownAccessRoutes.secondFactor,
    async (ctx, request) => {
      const begun = await beginSecondFactor(ctx, request.safe, request.confirmation)
      return isRefusal(begun) ? statePage(ctx, request, begun) : redirect(ownAccessRoutes.secondFactor.href())
    },
    { confirms: true, withoutChoice: true },
  ),
  submit(
    ownAccessRoutes.confirmSecondFactor,
    async (ctx, request) => {
      const confirmed = await confirmSecondFactor(ctx, request.safe, request.form['code'] ?? '')
      if (isRefusal(confirmed)) return statePage(ctx, request, confirmed)
      return codesPage('Der zweite Faktor ist eingeschaltet', confirmed.recoveryCodes)
    },
    { withoutChoice: true },
  ),
  submit(
    ownAccessRoutes.changeSecondFactor,
    async (ctx, request) => {
      const given = { passwordConfirmed: request.confirmation, code: request.form['code'] ?? '' }
      if (request.form['tat'] === 'codes') {
        const renewed = await renewRecoveryCodes(ctx, request.safe, given)
        return isRefusal(renewed)
          ? statePage(ctx, request, renewed)
          : codesPage('Ihre neuen Codes', renewed.recoveryCodes)
      }
      const ended = await endSecondFactor(ctx, request.safe, given)
      if (isRefusal(ended)) return statePage(ctx, request, ended)
      return redirect(
        ownAccessRoutes.show.href(),
        'Der zweite Faktor ist ausgeschaltet. Zur Anmeldung genügt jetzt das Passwort.',
      )
    },
    { confirms: true, withoutChoice: true },
  ),
]

async function statePage(ctx: Context, { safe }: Incoming, refusal?: Refusal): Promise<Answer> {
  const factor = await ownSecondFactor(ctx)
  const secret = factor && !factor.since ? safe.open(sealPurpose, factor.sealedSecret) : undefined
  const lead = factor?.since
    ? `Eingeschaltet seit ${germanDay(localDay(factor.since))}. Wiederherstellungscodes übrig: ${factor.codesLeft}.`
    : 'Zusätzlich zum Passwort ein Code aus einer App. Wer nur Ihr Passwort kennt, kommt dann nicht herein.'
  return page({
    title,
    crumbs,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={lead} />
        <div class="lw-stack lw-stack--l lw-measure">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
          {factor?.since ? (
            <Change refusal={refusal} />
          ) : (
            <>
              {secret && <Confirm secret={secret} email={ctx.actor.email} refusal={refusal} />}
              <Begin again={secret !== undefined} refusal={secret ? undefined : refusal} />
            </>
          )}
        </div>
      </>
    ),
  })
}

const Begin = ({ again, refusal }: { again: boolean; refusal: Refusal | undefined }) =>
  again ? (
    <details class="lw-why">
      <summary>Anderes Geheimnis nehmen</summary>
      <Form action={ownAccessRoutes.secondFactor.href()}>
        <CurrentPassword refusal={undefined} />
        <Button>Neu beginnen</Button>
      </Form>
    </details>
  ) : (
    <>
      <p>
        Sie brauchen eine App für Einmalcodes auf Ihrem Telefon oder Rechner, zum Beispiel Aegis, FreeOTP, den Microsoft
        Authenticator oder KeePassXC. Eine Verbindung ins Netz braucht die App nicht.
      </p>
      <Form action={ownAccessRoutes.secondFactor.href()}>
        <CurrentPassword refusal={refusal} />
        <Submit>Einrichtung beginnen</Submit>
      </Form>
    </>
  )

const Confirm = ({ secret, email, refusal }: { secret: string; email: string; refusal: Refusal | undefined }) => (
  <>
    <ScanOrType uri={oneTimeUri(secret, email)} secret={secret} />
    <Form action={ownAccessRoutes.confirmSecondFactor.href()}>
      <TextField
        name="code"
        label="Code aus der App"
        hint="Sechs Ziffern. Damit prüfen wir, dass alles stimmt; erst dann schalten wir ein."
        autocomplete="one-time-code"
        inputmode="numeric"
        short
        error={errorAt(refusal?.errors, 'code')}
        required
      />
      <Submit>Zweiten Faktor einschalten</Submit>
    </Form>
  </>
)

const Change = ({ refusal }: { refusal: Refusal | undefined }) => (
  <>
    <p>Für beides brauchen Sie Ihr Passwort und einen Code, damit niemand das an Ihrem offenen Rechner tun kann.</p>
    <Form action={ownAccessRoutes.changeSecondFactor.href()}>
      <CurrentPassword refusal={refusal} />
      <TextField
        name="code"
        label="Code aus der App"
        hint="Oder ein Wiederherstellungscode, wenn Sie das Telefon nicht mehr haben."
        autocomplete="one-time-code"
        error={errorAt(refusal?.errors, 'code')}
        required
      />
      <div class="lw-row">
        <Button variant="primary" name="tat" value="codes">
          Neue Wiederherstellungscodes
        </Button>
        <Button name="tat" value="aus">
          Zweiten Faktor ausschalten
        </Button>
      </div>
    </Form>
  </>
)

const codesPage = (heading: string, codes: string[]): Answer =>
  page({
    title: heading,
    crumbs,
    view: () => (
      <>
        <PageHead title={heading} lead="Ab jetzt fragen wir bei der Anmeldung auch nach einem Code aus Ihrer App." />
        <div class="lw-stack lw-stack--l lw-measure">
          <Alert kind="warning" title="Diese Codes zeigen wir nur jetzt">
            <p>
              Drucken Sie sie aus oder schreiben Sie sie ab, und bewahren Sie sie getrennt vom Telefon auf. Jeder
              ersetzt einmal den Code der App. Frühere Codes gelten nicht mehr.
            </p>
          </Alert>
          <ul class="lw-list">
            {codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p>
            <ButtonLink variant="primary" href={ownAccessRoutes.show.href()}>
              Ich habe die Codes
            </ButtonLink>
          </p>
        </div>
      </>
    ),
  })
