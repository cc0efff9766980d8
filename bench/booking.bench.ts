// Booking on PostgreSQL, held against a bare insert of two rows in one transaction on the same server (at most 4 times its cost); and the
// budgets of 133 municipalities as a page and as a statement, held against an empty signed-in page.
import pg from 'pg'
import { runnerImport } from 'vite'
import type { Temporal } from 'temporal-polyfill'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const [municipalities, entriesEach, rounds] = [133, 20, 300]

export async function measure(): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) throw new Error('this bench needs PostgreSQL on the machine')
  const server = await startPostgres(bin)
  const product = await startProduct({ DATABASE_URL: server.url })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    const programmeId = await fill(client)
    const [booking, bare] = await bookings(server.url, client, programmeId)
    const cookie = await product.session('programm@verbund.example')
    const list = `/programme-im-verbund/${programmeId}/budgets`
    const [page, nothing] = await costs(product, [`${list}?anzahl=200`, '/kataloge'], cookie)
    const [sheet, again] = await costs(product, [`${list}/kontoauszug.xlsx`, '/kataloge'], cookie)
    return [
      figure('booking', 'ms: a booking / two rows inserted in one transaction (goal 4)', booking, 'ms', bare),
      figure('booking', `ms: page of ${municipalities} budgets / empty page (goal 4)`, page, 'ms', nothing),
      figure(
        'booking',
        `ms: statement of ${municipalities} budgets with all entries (XLSX) / empty page`,
        sheet,
        'ms',
        again,
      ),
    ]
  } finally {
    await client.end()
    await product.stop()
    await server.stop()
  }
}

/** A programme of its own with so many roads, each with its entries; the triggers give the accounts. */
async function fill(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select id from programmes.programme where key = 'sicherkommunal'`,
  )
  const programmeId = rows[0]?.id ?? ''
  await client.query(`
    with town as (
      insert into organizations.organization (id, name, kind, sort_key, county, created_at, changed_at)
      select gen_random_uuid(), 'Messgemeinde ' || n, 'unitaryMunicipality', 'messgemeinde ' || n, 'Landkreis ' || n % 11, now(), now()
        from generate_series(1, ${municipalities}) n
      returning id)
    insert into programmes.enrollment (id, organization_id, programme_id, began_at)
    select gen_random_uuid(), id, '${programmeId}', now() from town`)
  await client.query(`
    insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, stage_number, reason, origin, at)
    select gen_random_uuid(), a.organization_id, a.programme_id, a.enrollment_id, 'grant', 'limit', 1610000, 1, 'Freigabe', 'release', now()
      from funding.account a where a.programme_id = '${programmeId}' and a.released_cents = 0`)
  await client.query(`
    insert into funding.service_order (id, organization_id, programme_id, enrollment_id, reference, title, placed_at)
    select gen_random_uuid(), a.organization_id, a.programme_id, a.enrollment_id, 'MESS-' || row_number() over (order by a.enrollment_id), 'Messung', now()
      from funding.account a where a.programme_id = '${programmeId}'`)
  await client.query(`
    insert into funding.entry (id, organization_id, programme_id, enrollment_id, from_state, to_state, amount_cents, service_order_id, reason, origin, at)
    select gen_random_uuid(), s.organization_id, s.programme_id, s.enrollment_id, 'limit', 'planned', 100, s.id, 'Messung', 'hand', now()
      from funding.service_order s, generate_series(1, ${entriesEach}) where s.programme_id = '${programmeId}' and s.reference like 'MESS-%'`)
  await client.query('vacuum analyze')
  return programmeId
}

interface Verbs {
  book(ctx: object, bookings: readonly object[]): Promise<unknown>
}

interface Units {
  unitOfWork<T>(database: object, options: object, work: (db: object) => Promise<T>): Promise<T>
}

/** Medians of a booking by its verb in a unit of work and of the bare insert, in turns. */
async function bookings(url: string, client: pg.Client, programmeId: string): Promise<[number, number]> {
  const load = async <T>(path: string): Promise<T> => (await runnerImport<T>(path)).module
  // One graph of modules: what a unit of work remembers is found by the verb.
  const { book, unitOfWork, openServer, systemClock } = await load<Verbs & Units & Doors>('./bench/booking-doors.ts')
  const database = openServer(url, { stepDown: true })
  const { rows } = await client.query<{ order: string; enrollment: string; organization: string }>(
    `select id as order, enrollment_id as enrollment, organization_id as organization from funding.service_order
      where programme_id = '${programmeId}' and reference like 'MESS-%' order by id`,
  )
  const { rows: people } = await client.query<{ id: string; place: string }>(
    `select p.id, r.organization_id as place from identity.person p join identity.role_grant r on r.person_id = p.id where p.email = 'programm@verbund.example' limit 1`,
  )
  const [person = { id: '', place: '' }] = people
  await client.query('create table bench_leg (id uuid primary key, account uuid not null, cents bigint not null)')
  const times: [number[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds; round++) {
      const at = rows[round % rows.length]
      if (!at) throw new Error('the bench has no orders')
      const start = performance.now()
      const now = systemClock.now()
      await unitOfWork(
        database,
        { as: { personId: person.id, actingFor: person.place }, now, mode: 'read write' },
        (db) =>
          book(
            { db, now, actor: { personId: person.id, actingFor: { id: person.place }, roles: ['programmeManager'] } },
            [
              {
                enrollmentId: at.enrollment,
                organizationId: at.organization,
                programmeId,
                orderId: at.order,
                from: round % 2 === 0 ? 'planned' : 'limit',
                to: round % 2 === 0 ? 'limit' : 'planned',
                amountCents: 100,
                reason: 'Messung',
                origin: 'hand',
              },
            ],
          ),
      )
      const middle = performance.now()
      await client.query('begin')
      await client.query('insert into bench_leg values (gen_random_uuid(), $1, -100)', [at.enrollment])
      await client.query('insert into bench_leg values (gen_random_uuid(), $1, 100)', [at.enrollment])
      await client.query('commit')
      if (round < 20) continue
      times[0].push(middle - start)
      times[1].push(performance.now() - middle)
    }
  } finally {
    await database.close()
    await client.query('drop table bench_leg')
  }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)]
}

interface Doors {
  openServer(url: string, options: { stepDown: boolean }): { close(): Promise<void> }
  systemClock: { now(): Temporal.Instant }
}

/** Medians of two pages, asked for in turns: whatever else the machine does slows both. */
async function costs({ base }: Product, paths: [string, string], cookie: string): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let n = 0; n < 30; n++)
    for (const which of [0, 1] as const) {
      const start = performance.now()
      const reply = await fetch(base + paths[which], { headers: { cookie } })
      await reply.arrayBuffer()
      if (reply.status !== 200) throw new Error(`${paths[which]} answered ${reply.status}`)
      if (n >= 5) times[which].push(performance.now() - start)
    }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)]
}
