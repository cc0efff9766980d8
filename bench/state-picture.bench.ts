// Pictures of 133, 1,330 and 10,900 municipalities on PostgreSQL, 257 answers in three waves each. Taking one is held against one sequential scan
// of the answers (at most 3 times), reading it against an empty page: what is finished must not grow with the number of municipalities.
import pg from 'pg'
import { runnerImport } from 'vite'
import type { Temporal } from 'temporal-polyfill'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'
import { addTowns, type Filled, prepare } from './state-picture-rows.ts'

const sizes = [133, 1330, 10_900]
const [scans, takes, reads] = [5, 3, 40]

export async function measure(): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) throw new Error('this bench needs PostgreSQL on the machine')
  const server = await startPostgres(bin)
  const product = await startProduct({ DATABASE_URL: server.url })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { take, close } = await taker(server.url)
  try {
    const filled = await prepare(client)
    const cookie = await product.session('programm@verbund.example')
    const figures: Figure[] = []
    for (const [at, size] of sizes.entries()) {
      await addTowns(client, filled, (sizes[at - 1] ?? 0) + 1, size)
      const scan = await median(scans, () => client.query(`select count(*), sum(version) from security.answer`))
      const taken = await median(
        takes,
        () => take(filled),
        () => withoutPictures(client, filled),
      )
      const picture = await released(client, filled)
      const [page, nothing] = await costs(product, [`/landesbild/${picture}`, '/pruefungen'], cookie)
      figures.push(
        figure('state-picture', `ms: picture of ${size} taken / one scan of their answers (goal 3)`, taken, 'ms', scan),
        figure(
          'state-picture',
          `ms: finished picture of ${size} read / empty page (goal: the same for each)`,
          page,
          'ms',
          nothing,
        ),
      )
    }
    return figures
  } finally {
    await close()
    await client.end()
    await product.stop()
    await server.stop()
  }
}

interface Doors {
  openServer(url: string, options: { stepDown: boolean }): { close(): Promise<void> }
  systemClock: { now(): Temporal.Instant }
  unitOfWork<T>(database: object, options: object, work: (db: object) => Promise<T>): Promise<T>
  takePicture(db: object, wish: object): Promise<{ taken: string } | { notTaken: string }>
}

/** Takes a picture under the role of the job, in a unit of its own. */
async function taker(url: string) {
  const { module } = await runnerImport<Doors>('./bench/state-picture-doors.ts')
  const database = module.openServer(url, { stepDown: true })
  return {
    close: () => database.close(),
    take: async ({ programmeId }: Filled) => {
      const now = module.systemClock.now()
      const as = { personId: null, actingFor: null, role: 'lotsenwerk_insights' }
      const done = await module.unitOfWork(database, { as, now, mode: 'read write' }, (db) =>
        module.takePicture(db, { programmeId, at: now, takenBy: null }),
      )
      if ('notTaken' in done) throw new Error(`no picture was taken: ${done.notTaken}`)
    },
  }
}

/** What earlier pictures told is part of the work of later ones; here each is the first. */
async function withoutPictures(client: pg.Client, { programmeId }: Filled): Promise<void> {
  for (const table of ['cell', 'named', 'subject'])
    await client.query(
      `delete from pictures.${table} where picture_id in (select id from pictures.picture where programme_id = $1)`,
      [programmeId],
    )
  await client.query('delete from pictures.picture where programme_id = $1', [programmeId])
}

/** As if its day had come. */
async function released(client: pg.Client, { programmeId }: Filled): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'update pictures.picture set release_on = current_date - 1 where programme_id = $1 returning id',
    [programmeId],
  )
  const [picture] = rows
  if (!picture) throw new Error('no picture was taken')
  return picture.id
}

/** `before` each round is not measured. */
async function median(rounds: number, work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await before?.()
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return quantile(times, 0.5)
}

/** Medians of two pages, asked for in turns: whatever else the machine does slows both. */
async function costs({ base }: Product, paths: [string, string], cookie: string): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let n = -5; n < reads; n++)
    for (const which of [0, 1] as const) {
      const began = performance.now()
      const reply = await fetch(base + paths[which], { headers: { cookie } })
      await reply.arrayBuffer()
      if (reply.status !== 200) throw new Error(`${paths[which]} answered ${reply.status}`)
      if (n >= 0) times[which].push(performance.now() - began)
    }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)]
}
