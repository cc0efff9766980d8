import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { isLoopback, productVersion } from '#platform/config.ts'
import { diskSpace, isLow } from '#platform/disk-space.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { expose, type Metric } from '#platform/metrics/exposition.ts'
import { RequestCounts } from '#platform/metrics/request-counts.ts'
import { type Call, type CallVariables, directAddress } from '../call.ts'
import type { App } from '../create-app.ts'
import { problem, problemResponse } from '../problem.ts'
import type { Services } from '../services.ts'
import { isAdministrator, whoCalls } from './administrator.ts'
import { type JobFigure, readJobFigures } from './queries.ts'

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts every request, and tells the figures at /metrics to this machine and to administrators. No figure is about a person. */
export function addMetrics(app: App, services: Services): void {
  const counts = new RequestCounts()
  app.use(
    createMiddleware<{ Variables: CallVariables }>(async (call, next) => {
      const began = performance.now()
      await next()
      const route = routePath(call)
      counts.note({
        route: route === '/*' || route === '*' ? 'other' : route,
        method: knownMethods.has(call.req.method) ? call.req.method : 'other',
        status: call.res.status,
        seconds: (performance.now() - began) / 1000,
      })
    }),
  )
  app.get('/metrics', async (call) => {
    if (!isFromThisMachine(call)) {
      const actor = await whoCalls(services, call)
      if (!actor)
        return problemResponse(
          problem(
            401,
            'nicht-angemeldet',
            'Kennzahlen gibt es auf dem Rechner selbst oder mit dem Zugangsschlüssel einer Person, die die Aufgabe „Betrieb“ hat.',
          ),
          call.get('requestId'),
          { 'www-authenticate': 'Bearer' },
        )
      if (!isAdministrator(actor))
        return problemResponse(
          problem(403, 'nicht-erlaubt', 'Kennzahlen der Installation sieht nur, wer die Aufgabe „Betrieb“ hat.'),
          call.get('requestId'),
        )
    }
    const metrics = [
      ...counts.metrics(),
      ...processMetrics(services),
      ...(await databaseMetrics(services)),
      ...(await diskMetrics(services)),
    ]
    return call.body(expose(metrics), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** Behind a proxy on the same machine every connection comes from there: a request that was passed on is not from this machine. */
function isFromThisMachine(call: Call): boolean {
  const host = URL.parse(`http://${call.req.header('host') ?? ''}`)?.hostname ?? ''
  const address = directAddress(call).replace(/^::ffff:/, '')
  return isLoopback(address) && isLoopback(host) && !forwarded.some((name) => call.req.header(name) !== undefined)
}

const gauge = (name: string, help: string, value: number | undefined): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: value === undefined ? [] : [{ value }],
})

function processMetrics({ database, installation }: Services): Metric[] {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const kind = database.embedded ? 'embedded' : 'postgres'
  return [
    {
      name: 'lotsenwerk_info',
      help: 'Version and database.',
      type: 'gauge',
      samples: [{ labels: { version: productVersion, database: kind }, value: 1 }],
    },
    gauge(
      'lotsenwerk_maintenance',
      '1 while the installation is closed for maintenance.',
      installation.maintenance ? 1 : 0,
    ),
    gauge('process_resident_memory_bytes', 'Memory of this process.', rss),
    gauge('lotsenwerk_heap_used_bytes', 'Of it, objects of JavaScript.', heapUsed),
    gauge(
      'process_start_time_seconds',
      'When this process began, in seconds since 1970.',
      performance.timeOrigin / 1000,
    ),
    {
      ...gauge('process_cpu_seconds_total', 'Computing time of this process.', (user + system) / 1_000_000),
      type: 'counter',
    },
  ]
}

async function databaseMetrics(services: Services): Promise<Metric[]> {
  const { pool } = services.database
  const read = await readDatabase(services).catch(() => undefined)
  const jobs = read?.jobs ?? []
  return [
    gauge('lotsenwerk_database_up', '1 when the database answers.', read ? 1 : 0),
    gauge('lotsenwerk_database_size_bytes', 'Size of the database.', read?.size),
    {
      name: 'lotsenwerk_database_connections',
      help: 'Connections of this process.',
      type: 'gauge',
      samples: [
        { labels: { state: 'used' }, value: pool.totalCount - pool.idleCount },
        { labels: { state: 'idle' }, value: pool.idleCount },
      ],
    },
    gauge('lotsenwerk_database_waiting', 'Who waits for a connection.', pool.waitingCount),
    {
      name: 'lotsenwerk_jobs',
      help: 'Unfinished work of the queue by state.',
      type: 'gauge',
      samples: jobs.map(({ state, jobs: value }) => ({ labels: { state }, value })),
    },
    gauge(
      'lotsenwerk_jobs_oldest_waiting_seconds',
      'How long the oldest due job has been waiting.',
      jobs.find(({ state }) => state === 'waiting')?.oldestSeconds,
    ),
  ]
}

async function readDatabase({ database, clock }: Services): Promise<{ size: number; jobs: JobFigure[] }> {
  const { rows } = await database.pool.query<{ size: number }>('select pg_database_size(current_database()) as size')
  const now = clock.now()
  const jobs = await unitOfWork(database, { as: operator, now, mode: 'read only' }, (db) => readJobFigures(db, now))
  return { size: rows[0]?.size ?? 0, jobs }
}

async function diskMetrics({ config }: Services): Promise<Metric[]> {
  const space = await diskSpace(config.dataFolder)
  return [
    gauge('lotsenwerk_disk_free_bytes', 'Free space of the disk with the data folder.', space?.free),
    gauge('lotsenwerk_disk_total_bytes', 'Size of the disk with the data folder.', space?.total),
    gauge('lotsenwerk_disk_low', '1 under 5 % or 1 GiB of free space.', space && (isLow(space) ? 1 : 0)),
  ]
}
