import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import {
  closeSession,
  type Finished,
  finishStep,
  isWaiting,
  type Opened,
  passwordRoutes,
  signIn,
  type Step,
} from '#foundation/identity/index.ts'
import { mebibyte, readBody } from '#platform/http/body.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Incoming } from '#platform/http/request.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { PublicFrame } from '#ui/frame/frame.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { type Call, clientAddress } from './call.ts'
import { codePage } from './code-page.tsx'
import { requestOf } from './incoming.ts'
import {
  clearSessionCookie,
  csrfToken,
  isForeignSite,
  isOurForm,
  readDeviceCookie,
  readSessionCookie,
  takeFlash,
  writeDeviceCookie,
  writeFlash,
  writeSessionCookie,
} from './marks.ts'
import { hasDraft, nothingPending, type Pending, PendingFields, pendingOf, safePath } from './pending.tsx'
import { frameBasics, respondWithPage, write } from './render-page.tsx'
import { homeRoutes } from './routes.ts'
import { problem } from './problem.ts'
import type { Services } from './services.ts'

interface SignInView {
  pending: Pending
  email?: string
  refusal?: Refusal
  status?: 200 | 401 | 422 | 429
}

function signInPage(
  services: Services,
  call: Call,
  { pending, email = '', refusal, status = 200 }: SignInView,
): Response {
  const { styles, ...basics } = frameBasics(services)
  const flash = takeFlash(services, call)
  const frame = (
    <PublicFrame
      {...basics}
      title="Anmelden"
      assets={{ styles, scripts: [] }}
      flash={flash === undefined ? undefined : { kind: 'info', text: flash }}
      aside={{ title: 'Gut zu wissen', children: <Reassurance /> }}
    >
      <PageHead title="Anmelden" lead="Mit Ihrem persönlichen Zugang." />
      {refusal && (
        <ErrorSummary
          title={refusal.refused}
          errors={refusal.errors ?? []}
          kept={hasDraft(pending) ? 'Ihre Eingabe von vorhin ist gesichert.' : ''}
        />
      )}
      {!refusal && hasDraft(pending) && (
        <Alert kind="info" title="Ihre Sitzung war beendet, Ihre Eingabe ist noch da">
          <p>Melden Sie sich an. Danach speichern Sie mit einem Klick, was Sie eingetragen haben.</p>
        </Alert>
      )}
      <Form action={homeRoutes.signIn.path}>
        <PendingFields pending={pending} />
        <TextField
          name="email"
          label="Dienstliche E-Mail-Adresse"
          type="email"
          autocomplete="username"
          value={email}
          error={errorAt(refusal?.errors, 'email')}
          required
        />
        <TextField
          name="password"
          label="Passwort"
          type="password"
          autocomplete="current-password"
          error={errorAt(refusal?.errors, 'password')}
          required
        />
        <Button variant="primary" block>
          Anmelden
        </Button>
      </Form>
      <p>
        <a class="lw-link" href={passwordRoutes.forgotten.href()}>
          Passwort vergessen
        </a>
      </p>
    </PublicFrame>
  )
  return write(call, csrfToken(services, call), frame, status)
}

const Reassurance = () => (
  <ul class="lw-list">
    <li>Nach 30 Minuten ohne Eingabe melden wir Sie ab. Was Sie geschrieben haben, bleibt erhalten.</li>
    <li>Niemand von uns fragt Sie am Telefon oder per E-Mail nach Ihrem Passwort.</li>
    <li>Noch kein Zugang? Zugänge legt die Person an, die das Lotsenwerk in Ihrer Kommune verwaltet.</li>
  </ul>
)

export const showSignIn = (services: Services) => (call: Call) =>
  signInPage(services, call, { pending: { ...nothingPending, to: safePath(call.req.query('weiter')) } })

/** A page without a session: to the sign-in and back; a form that was sent goes along. */
export function askToSignIn(services: Services, call: Call, request: Incoming): Response {
  if (request.method === 'GET')
    return call.redirect(`${homeRoutes.signIn.path}?weiter=${encodeURIComponent(request.url)}`, 303)
  const { _csrf: _, ...fields } = request.form
  // A form that held nothing but a file cannot be sent again: back to the page it stood on.
  const to = Object.keys(fields).length > 0 ? request.url : URL.parse(request.header('referer') ?? '')?.pathname
  return signInPage(services, call, { pending: { to: safePath(to), fields }, status: 401 })
}

export const performSignIn = (services: Services) => async (call: Call) => {
  const body = await readBody(call.req.raw, { bytes: mebibyte, rawJson: false })
  if ('kind' in body) return respondWithPage(services, call, null, body)
  const request = requestOf(services, call, body)
  const { form } = request
  await body.discard()
  const [pending, email] = [pendingOf(form), form['email'] ?? '']
  if (isForeignSite(call) || !isOurForm(services, call, form['_csrf']))
    return signInPage(services, call, { pending, email, refusal: openTooLong, status: 422 })
  const missing = missingFields(email, form['password'] ?? '')
  if (missing) return signInPage(services, call, { pending, email, refusal: missing, status: 422 })
  const outcome = await signIn(services.database, services.clock, {
    email,
    password: form['password'] ?? '',
    ...placeOf(services, call),
  })
  if (isRefusal(outcome)) return signInPage(services, call, { pending, email, refusal: outcome, status: 422 })
  if (isWaiting(outcome)) return tooMany(services, call, { pending, email }, outcome.waitSeconds)
  if ('step' in outcome) return codePage(services, call, { step: outcome.step, pending })
  return welcome(services, call, pending, outcome.opened)
}

const openTooLong: Refusal = { refused: 'Diese Seite war zu lange offen. Bitte melden Sie sich noch einmal an.' }

const placeOf = (services: Services, call: Call) => ({
  address: clientAddress(services, call),
  device: readDeviceCookie(services, call),
  agent: call.req.header('user-agent') ?? '',
})

function welcome(services: Services, call: Call, pending: Pending, { secret, device }: Opened): Response {
  writeSessionCookie(services, call, secret)
  writeDeviceCookie(services, call, device)
  return hasDraft(pending) ? resumePage(services, call, pending, secret) : call.redirect(pending.to, 303)
}

/** The code that a sign-in asked for after the password. */
export const performCode = (services: Services) => async (call: Call) => {
  const body = await readBody(call.req.raw, { bytes: mebibyte, rawJson: false })
  if ('kind' in body) return respondWithPage(services, call, null, body)
  const { form, safe } = requestOf(services, call, body)
  await body.discard()
  const pending = pendingOf(form)
  if (isForeignSite(call) || !isOurForm(services, call, form['_csrf']))
    return signInPage(services, call, { pending, refusal: openTooLong, status: 422 })
  const step: Step = {
    token: form['anmeldung'] ?? '',
    asks: form['art'] === 'mailedCode' ? 'mailedCode' : 'secondFactor',
  }
  const { database, clock } = services
  const attempt = { token: step.token, code: form['code'] ?? '', ...placeOf(services, call) }
  const outcome = await finishStep({ database, clock, safe }, attempt)
  if (isRefusal(outcome)) return codePage(services, call, { step, pending, refusal: outcome, status: 422 })
  return afterCode(services, call, { step, pending }, outcome)
}

function afterCode(
  services: Services,
  call: Call,
  { step, pending }: { step: Step; pending: Pending },
  outcome: Finished,
): Response {
  if ('opened' in outcome) return welcome(services, call, pending, outcome.opened)
  if ('step' in outcome) return codePage(services, call, { step: outcome.step, pending })
  if ('over' in outcome) return signInPage(services, call, { pending, refusal: { refused: outcome.over }, status: 422 })
  const refusal = {
    refused: `Das waren zu viele falsche Codes. Bitte versuchen Sie es in ${inMinutes(outcome.waitSeconds)} noch einmal.`,
  }
  const response = codePage(services, call, { step, pending, refusal, status: 429 })
  response.headers.set('retry-after', String(outcome.waitSeconds))
  return response
}

const inMinutes = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'einer Minute' : `${minutes} Minuten`
}

function missingFields(email: string, password: string): Refusal | undefined {
  const errors = [
    ...(email.trim() === '' ? [{ path: 'email', message: 'Bitte geben Sie Ihre E-Mail-Adresse ein.' }] : []),
    ...(password === '' ? [{ path: 'password', message: 'Bitte geben Sie Ihr Passwort ein.' }] : []),
  ]
  return errors.length > 0 ? { refused: 'Für die Anmeldung fehlt noch etwas.', errors } : undefined
}

function tooMany(services: Services, call: Call, view: SignInView, waitSeconds: number): Response {
  const refused = `Das waren zu viele Versuche. Bitte versuchen Sie es in ${inMinutes(waitSeconds)} noch einmal.`
  const response = signInPage(services, call, { ...view, refusal: { refused }, status: 429 })
  response.headers.set('retry-after', String(waitSeconds))
  return response
}

/** After the sign-in: one click sends what was typed before. It is never sent by itself, since GET and sign-in must not act. */
function resumePage(services: Services, call: Call, pending: Pending, session?: string): Response {
  const { styles, ...basics } = frameBasics(services)
  const frame = (
    <PublicFrame {...basics} title="Ihre Eingabe ist noch da" assets={{ styles, scripts: [] }}>
      <PageHead
        title="Ihre Eingabe ist noch da"
        lead="Gespeichert ist sie noch nicht. Mit einem Klick geht es weiter, wo Sie aufgehört haben."
      />
      <Form action={pending.to}>
        {Object.entries(pending.fields).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <Button variant="primary">Jetzt speichern</Button>
      </Form>
    </PublicFrame>
  )
  return write(call, csrfToken(services, call, session), frame, 200)
}

/** A form of an earlier sign-in in the same browser: nothing is wrong, but it has to be sent once more. */
export function askAgain(services: Services, call: Call, _actor: Actor, request: Incoming): Response {
  const { _csrf: _, ...fields } = request.form
  return resumePage(services, call, { to: safePath(request.url), fields })
}

export const performSignOut = (services: Services) => async (call: Call) => {
  const secret = readSessionCookie(services, call)
  const body = await readBody(call.req.raw, { bytes: mebibyte, rawJson: false })
  if ('kind' in body) return respondWithPage(services, call, null, body)
  if (isForeignSite(call))
    return respondWithPage(
      services,
      call,
      null,
      problem(403, 'fremde-seite', 'Diese Abmeldung kam von einer fremden Seite.'),
    )
  if (secret && isOurForm(services, call, body.form['_csrf'])) {
    await unitOfWork(services.database, { as: nobody, now: services.clock.now(), mode: 'read write' }, (db) =>
      closeSession(db, secret),
    )
    clearSessionCookie(services, call)
    writeFlash(services, call, 'Sie sind abgemeldet.')
  }
  return call.redirect(homeRoutes.signIn.path, 303)
}
