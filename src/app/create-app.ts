import { Hono } from 'hono'
import { sessionActor } from './actor.ts'
import { accompany, type Call, type CallVariables } from './call.ts'
import { failureAnswer } from './failure.ts'
import { keptInputPage, typedInto } from './kept-input.tsx'
import { operations, pages } from './modules.ts'
import { openApiDocument } from './openapi.ts'
import { maintenanceGate } from './operations/maintenance-gate.tsx'
import { addMetrics } from './operations/metrics.ts'
import { securityTxt } from './operations/security-txt.ts'
import { problem, problemResponse } from './problem.ts'
import { readablePath } from './readable-path.ts'
import { respondWithPage } from './render-page.tsx'
import { homeRoutes } from './routes.ts'
import { serveOperation } from './serve-operation.ts'
import { servePage } from './serve-page.tsx'
import { performCode, performSignIn, performSignOut, showSignIn } from './sign-in-page.tsx'
import { KeepingUnknown } from '#platform/db/connection.ts'
import type { Operation } from '#platform/http/operation.ts'
import { brandSvg } from '#ui/frame/brand.tsx'
import type { Services } from './services.ts'
import { addTestClock } from './test-clock.ts'

export type App = Hono<{ Variables: CallVariables }>

export const apiBase = '/api/v1'

/** The web application: reads like a table of contents. `pages` and `operations` stand in modules.ts. */
export function createApp(services: Services): App {
  const app: App = new Hono()
  app.use(accompany(services))
  addMetrics(app, services)
  app.use(maintenanceGate(services))
  addPlumbing(app, services)
  app.get(homeRoutes.signIn.path, showSignIn(services))
  app.post(homeRoutes.signIn.path, performSignIn(services))
  app.get(homeRoutes.code.path, (call) => call.redirect(homeRoutes.signIn.path, 303))
  app.post(homeRoutes.code.path, performCode(services))
  app.post(homeRoutes.signOut.path, performSignOut(services))
  for (const page of pages) app.on(page.method, page.path, servePage(services, page))
  for (const operation of operations)
    app.on(operation.method.toUpperCase(), pathOf(operation), serveOperation(services, operation))
  for (const [path, there] of Map.groupBy(operations, pathOf)) app.all(path, (call) => wrongMethod(call, there))
  app.notFound((call) => notFound(services, call))
  app.onError((error, call) => failed(services, call, error))
  return app
}

function addPlumbing(app: App, services: Services): void {
  app.get('/health/live', (call) => call.json({ status: 'live' }))
  app.get('/health/ready', async (call) => {
    if (services.installation.maintenance) return call.json({ status: 'maintenance' }, 503)
    const ready = !services.stopping.aborted && (await answers(services))
    return ready ? call.json({ status: 'ready' }) : call.json({ status: 'unavailable' }, 503)
  })
  app.get('/favicon.svg', (call) =>
    call.body(brandSvg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )
  app.get('/.well-known/security.txt', (call) => call.text(securityTxt(services)))
  app.get('/assets/*', (call) => asset(services, call))
  app.get(`${apiBase}/openapi.json`, (call) => call.json(openApiDocument()))
  if (services.config.testClock) addTestClock(app, services)
}

async function answers({ database }: Services): Promise<boolean> {
  try {
    await database.pool.query('select 1')
    return true
  } catch {
    return false
  }
}

/** Hashed names: their content never changes, so browsers may keep them for a year. */
function asset({ assets }: Services, call: Call): Response {
  const file = assets.file(call.req.path)
  if (!file) return new Response(null, { status: 404 })
  const compressed = file.gzip && /\bgzip\b/.test(call.req.header('accept-encoding') ?? '') ? file.gzip : undefined
  return new Response(compressed ?? file.body, {
    headers: {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}

const pathOf = ({ path }: Operation): string => apiBase + path.replaceAll(/\{(\w+)\}/g, ':$1')

/** The address is right, but nobody does that with it. */
function wrongMethod(call: Call, there: readonly Operation[]): Response {
  const allow = there.map(({ method }) => method.toUpperCase()).join(', ')
  const answer = problem(405, 'methode-unbekannt', `Diese Adresse kennt nur: ${allow}.`)
  return problemResponse(answer, call.get('requestId'), { allow })
}

const isApi = (call: Call): boolean => call.req.path.startsWith(`${apiBase}/`)

async function notFound(services: Services, call: Call): Promise<Response> {
  const answer = problem(404, 'nicht-gefunden', 'Diese Adresse gibt es nicht.')
  if (isApi(call)) return problemResponse(answer, call.get('requestId'))
  return respondWithPage(services, call, await sessionActor(services, call, services.clock.now()), answer)
}

/** A bug, or the database is away: handled here once, with the request id that stands in the log. */
async function failed(services: Services, call: Call, error: Error): Promise<Response> {
  const requestId = call.get('requestId')
  const answer = failureAnswer(error)
  services.log.error('failure', error, { requestId, method: call.req.method, path: readablePath(call.req.path) })
  if (isApi(call)) return problemResponse(answer, requestId)
  const typed = error instanceof KeepingUnknown ? undefined : await typedInto(services, call)
  return typed ? keptInputPage(services, call, answer, typed) : respondWithPage(services, call, null, answer)
}
