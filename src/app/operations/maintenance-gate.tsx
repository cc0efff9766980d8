import { createMiddleware } from 'hono/factory'
import { PublicFrame } from '#ui/frame/frame.tsx'
import { ErrorScreen } from '#ui/screen/screen.tsx'
import type { Call, CallVariables } from '../call.ts'
import { problem, problemResponse } from '../problem.ts'
import { frameBasics, write } from '../render-page.tsx'
import { homeRoutes } from '../routes.ts'
import type { Installation, Services } from '../services.ts'
import { isAdministrator, whoCalls } from './administrator.ts'

const retryAfter = { 'retry-after': '300' }

/** What stays open during maintenance: looking after the server, and the way in for administrators. */
const open = [
  '/health/',
  '/metrics',
  '/assets/',
  '/favicon.svg',
  '/.well-known/',
  '/api/v1/openapi.json',
  '/api/v1/test/',
  homeRoutes.signIn.path,
  homeRoutes.signOut.path,
]

/** Closes pages and API while maintenance is on. */
export const maintenanceGate = (services: Services) =>
  createMiddleware<{ Variables: CallVariables }>(async (call, next) => {
    const { maintenance } = services.installation
    if (!maintenance || open.some((path) => call.req.path.startsWith(path))) return next()
    const actor = await whoCalls(services, call)
    return isAdministrator(actor) ? next() : closed(services, call, maintenance)
  })

function closed(
  services: Services,
  call: Call,
  { message, since }: NonNullable<Installation['maintenance']>,
): Response {
  if (call.req.path.startsWith('/api/'))
    return problemResponse(
      problem(503, 'wartung', message, { since: since.toString() }),
      call.get('requestId'),
      retryAfter,
    )
  const { styles, ...basics } = frameBasics(services)
  const frame = (
    <PublicFrame {...basics} title="Wartung" assets={{ styles, scripts: [] }}>
      <ErrorScreen
        title="Das Lotsenwerk ist gerade geschlossen"
        sentences={[
          message,
          'Was Sie vorher gespeichert haben, ist da. Eine Eingabe, die Sie gerade abgeschickt haben, ist nicht gespeichert: Gehen Sie in Ihrem Browser einen Schritt zurück und schicken Sie sie später noch einmal ab.',
        ]}
        links={[
          { href: call.req.method === 'GET' ? call.req.path : homeRoutes.home.path, label: 'Noch einmal versuchen' },
          { href: homeRoutes.signIn.path, label: 'Anmeldung für den Betrieb' },
        ]}
      />
    </PublicFrame>
  )
  return write(call, '', frame, 503, retryAfter)
}
