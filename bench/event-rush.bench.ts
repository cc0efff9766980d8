// Five hundred registrations at once for twenty seats on PostgreSQL that waits for its disk, with 50 connections, over HTTP and by the verb alone, held against one
// statement with a counter without our app (at most 6 and 4 times its time). The naive way, looking first and writing then, is run too:
// its figure says how many it seats, so that the bench can be seen to race. A month with 2,000 events is held against an empty page.
import pg from 'pg'
import { runnerImport } from 'vite'
import type { Temporal } from 'temporal-polyfill'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const [people, seats, connections, rounds] = [500, 20, 50, 5]
const guide = 'lotse@verbund.example'
/** In turns: the changes of one person in a minute are limited. */
const organizers = [guide, 'programm@verbund.example', 'programm2@verbund.example']

export async function measure(): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) throw new Error('this bench needs PostgreSQL on the machine')
  const server = await startPostgres(bin, { durable: true })
  const product = await startProduct({ DATABASE_URL: server.url })
  const pool = new pg.Pool({ connectionString: server.url, max: connections })
  try {
    const apis = organizers.map((email) => apiOf(product, email))
    const times: Record<'limit' | 'verb' | 'http', number[]> = { limit: [], verb: [], http: [] }
    const naive: number[] = []
    await tables(pool)
    await warm(pool)
    const verb = await verbRush(server.url, pool, apis)
    // Once before anything is counted: every connection has met every function, as on a day that has begun.
    await verb.run()
    await httpRush(apis, 0)
    for (let round = 0; round < rounds; round++) {
      times.limit.push(await counter(pool))
      naive.push(await naiveSeats(pool))
      times.verb.push(await verb.run())
      times.http.push(await httpRush(apis, round))
    }
    await verb.close()
    const [limit, byVerb, byHttp] = [times.limit, times.verb, times.http].map((each) => quantile(each, 0.5))
    const month = await monthOfMany(product, pool)
    return [
      figure(
        'event-rush',
        `ms: ${people} registrations by the verb / one statement each (goal 4)`,
        byVerb ?? 0,
        'ms',
        limit ?? 0,
      ),
      figure(
        'event-rush',
        `ms: ${people} registrations over HTTP / one statement each (goal 6)`,
        byHttp ?? 0,
        'ms',
        limit ?? 0,
      ),
      figure(
        'event-rush',
        `seats the naive way gives / seats there are (negative control, above 1)`,
        Math.max(...naive),
        'seats',
        seats,
      ),
      ...month,
    ]
  } finally {
    await pool.end()
    await product.stop()
    await server.stop()
  }
}

async function tables(pool: pg.Pool): Promise<void> {
  await pool.query(`create table bench_event (id integer primary key, capacity integer not null, seats_taken integer not null, waiting_seq integer not null);
    create table bench_place (event_id integer not null, name text not null, state text not null, position integer);
    create table bench_naive (event_id integer not null, state text not null)`)
}

/** All connections are open before anything is measured. */
const warm = async (pool: pg.Pool): Promise<void> => {
  await Promise.all(Array.from({ length: connections }, () => pool.query('select pg_sleep(0.05)')))
}

let events = 0

async function counter(pool: pg.Pool): Promise<number> {
  const event = ++events
  await pool.query('insert into bench_event values ($1, $2, 0, 0)', [event, seats])
  const start = performance.now()
  await Promise.all(
    Array.from({ length: people }, (_, n) =>
      pool.query(
        `with taken as (
           update bench_event e set seats_taken = seats_taken + (seats_taken < capacity)::int, waiting_seq = waiting_seq + (seats_taken >= capacity)::int
            where id = $1 returning waiting_seq, seats_taken)
         insert into bench_place select $1, $2, case when waiting_seq = 0 then 'confirmed' else 'waiting' end, nullif(waiting_seq, 0) from taken`,
        [event, `Gast ${n}`],
      ),
    ),
  )
  const ms = performance.now() - start
  const { rows } = await pool.query<{ n: string }>(
    `select count(*) as n from bench_place where event_id = $1 and state = 'confirmed'`,
    [event],
  )
  if (Number(rows[0]?.n) !== seats) throw new Error(`the counter seated ${rows[0]?.n}`)
  return ms
}

async function naiveSeats(pool: pg.Pool): Promise<number> {
  const event = ++events
  const one = async () => {
    const connection = await pool.connect()
    try {
      await connection.query('begin')
      const { rows } = await connection.query<{ n: string }>(
        `select count(*) as n from bench_naive where event_id = $1 and state = 'confirmed'`,
        [event],
      )
      await connection.query('insert into bench_naive values ($1, $2)', [
        event,
        Number(rows[0]?.n) < seats ? 'confirmed' : 'waiting',
      ])
      await connection.query('commit')
    } finally {
      connection.release()
    }
  }
  await Promise.all(Array.from({ length: people }, one))
  const { rows } = await pool.query<{ n: string }>(
    `select count(*) as n from bench_naive where event_id = $1 and state = 'confirmed'`,
    [event],
  )
  return Number(rows[0]?.n)
}

interface Api {
  post(
    path: string,
    body: unknown,
  ): Promise<{ status: number; body: { id: string; state?: string; position?: number } }>
}

function apiOf(product: Product, email: string): Api {
  const { token } = JSON.parse(product.cli('token', 'create', '--email', email, '--json')) as { token: string }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return {
    async post(path, body) {
      const reply = await fetch(`${product.base}/api/v1${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status: reply.status, body: (await reply.json()) as { id: string } }
    },
  }
}

async function newEvent(api: Api): Promise<string> {
  const { status, body } = await api.post('/events', {
    title: `Ansturm ${++events}`,
    capacity: seats,
    dates: [{ startsAt: '2027-06-01T07:00:00Z', endsAt: '2027-06-01T15:00:00Z', place: 'Musterstadt' }],
    published: true,
  })
  if (status !== 201) throw new Error(`an event answered ${status}`)
  return body.id
}

async function httpRush(apis: readonly Api[], round: number): Promise<number> {
  const api = apis[round % apis.length]
  if (!api) throw new Error('nobody to ask')
  const event = await newEvent(api)
  const start = performance.now()
  const replies = await Promise.all(
    Array.from({ length: people }, (_, n) =>
      api.post(`/events/${event}/registrations`, { guest: { name: `Gast ${n}`, email: `gast${n}@beispiel.example` } }),
    ),
  )
  const ms = performance.now() - start
  const refused = replies.find(({ status }) => status !== 201)
  if (refused) throw new Error(`a registration answered ${refused.status} ${JSON.stringify(refused.body)}`)
  mustBeExact(replies.map(({ body }) => ({ state: body.state ?? '', position: body.position ?? null })))
  return ms
}

function mustBeExact(places: readonly { state: string; position: number | null }[]): void {
  const numbers = places.flatMap(({ position }) => position ?? []).toSorted((a, b) => a - b)
  const isExact =
    places.filter(({ state }) => state === 'confirmed').length === seats &&
    numbers.length === people - seats &&
    numbers.every((number, at) => number === at + 1)
  if (!isExact) throw new Error('seats or numbers are wrong')
}

interface Doors {
  openServer(url: string, options: { stepDown: boolean; max: number }): { close(): Promise<void> }
  systemClock: { now(): Temporal.Instant }
  findRules(db: object, id: string): Promise<object>
  register(ctx: object, event: object, participant: object): Promise<{ state: string; position: number | null }>
  unitOfWork<T>(database: object, options: object, work: (db: object) => Promise<T>): Promise<T>
}

/** The verb in its unit of work, as the request calls it, without HTTP. */
async function verbRush(
  url: string,
  pool: pg.Pool,
  [api]: readonly Api[],
): Promise<{ run(): Promise<number>; close(): Promise<void> }> {
  if (!api) throw new Error('nobody to ask')
  const { register, findRules, unitOfWork, openServer, systemClock } = (
    await runnerImport<Doors>('./bench/event-doors.ts')
  ).module
  const database = openServer(url, { stepDown: true, max: connections })
  const { rows } = await pool.query<{ id: string; place: string }>(
    `select p.id, r.organization_id as place from identity.person p join identity.role_grant r on r.person_id = p.id where p.email = '${guide}' limit 1`,
  )
  const [person = { id: '', place: '' }] = rows
  const actor = { personId: person.id, actingFor: { id: person.place }, roles: ['guide'] }
  const unit = <T>(work: (db: object, now: Temporal.Instant) => Promise<T>): Promise<T> => {
    const now = systemClock.now()
    return unitOfWork(
      database,
      { as: { personId: person.id, actingFor: person.place }, now, mode: 'read write' },
      (db) => work(db, now),
    )
  }
  await Promise.all(Array.from({ length: connections }, () => unit(async (db) => findRules(db, person.id))))
  return {
    async run() {
      const id = await newEvent(api)
      const start = performance.now()
      const places = await Promise.all(
        Array.from({ length: people }, (_, n) =>
          unit(async (db, now) => {
            const event = await findRules(db, id)
            return register({ db, now, actor }, event, {
              guest: { name: `Gast ${n}`, email: `gast${n}@beispiel.example` },
              organizationId: null,
            })
          }),
        ),
      )
      const ms = performance.now() - start
      mustBeExact(places)
      return ms
    },
    close: () => database.close(),
  }
}

/** A month with two thousand events of one guide, in the calendar and in the list of courses, held against an empty signed-in page. */
async function monthOfMany(product: Product, pool: pg.Pool): Promise<Figure[]> {
  await pool.query(`
    with many as (
      insert into guidance.event (id, organizer_id, line_id, kind, title, capacity, starts_at, ends_at, begins_at, published_at, created_at, created_by, changed_at)
      select n.id, e.organizer_id, n.id, 'other', 'Messung ' || n.number, 20, t.at, t.at + interval '1 hour', t.at, now(), now(), p.id, now()
        from (select organizer_id from guidance.event limit 1) e, (select id from identity.person where email = '${guide}') p,
             (select gen_random_uuid() as id, number from generate_series(1, 2000) number) n,
             lateral (select timestamptz '2027-05-01 08:00+02' + number * interval '20 minutes' as at) t
      returning id, starts_at, ends_at)
    insert into guidance.event_date (id, event_id, starts_at, ends_at, place)
    select gen_random_uuid(), id, starts_at, ends_at, 'Musterstadt' from many`)
  await pool.query('vacuum analyze')
  const cookie = await product.session(guide)
  const [month, list, empty] = await costs(
    product,
    ['/kalender?ansicht=monat&ab=2027-05-01', '/kurse', '/kataloge'],
    cookie,
  )
  return [
    figure(
      'event-rush',
      'ms: month of 2,000 events in the calendar / empty page (goal 4)',
      month ?? 0,
      'ms',
      empty ?? 0,
    ),
    figure(
      'event-rush',
      'ms: list of courses, 2,000 of them coming / empty page (goal 4)',
      list ?? 0,
      'ms',
      empty ?? 0,
    ),
  ]
}

/** Medians of some pages, asked for in turns: whatever else the machine does slows all. */
async function costs({ base }: Product, paths: readonly string[], cookie: string): Promise<number[]> {
  const asked = paths.map((path) => ({ path, times: [] as number[] }))
  for (let n = 0; n < 40; n++)
    for (const { path, times } of asked) {
      const start = performance.now()
      const reply = await fetch(base + path, { headers: { cookie } })
      const text = await reply.text()
      if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`)
      if (path.startsWith('/kalender') && !text.includes('Messung')) throw new Error(`${path} shows none of the events`)
      if (n >= 10) times.push(performance.now() - start)
    }
  return asked.map(({ times }) => quantile(times, 0.5))
}
