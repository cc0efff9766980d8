// Statements that are asked more than once are planned once: what is kept, for whom, and what ends it.
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#platform/db/database.ts'
import { type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, isb, type TestHouse, test } from '../harness/house.ts'

const onOneConnection = <T>({ services }: TestHouse, work: (db: Db) => Promise<T>): Promise<T> =>
  services.database.kysely.connection().execute(work)

const keptFor = async (db: Db, text: string): Promise<number> => {
  const { rows } = await sql<{ kept: number }>`
    select count(*)::integer as kept from pg_prepared_statements where statement like ${`%${text}%`}`.execute(db)
  return rows[0]?.kept ?? 0
}

test('a plan is kept for what is asked a second time, and for nothing that is asked once', async ({ house }) => {
  await onOneConnection(house, async (db) => {
    const ask = () => sql`select 'often asked', ${1}::integer`.execute(db)
    await ask()
    expect(await keptFor(db, 'often asked')).toBe(0)
    for (let times = 0; times < 10; times++) await ask()
    expect(await keptFor(db, 'often asked')).toBe(1)
  })
})

test('with one kept plan everybody sees their own rows, whoever asked before', async ({ house }) => {
  const subjects = await Promise.all([isb, elbaue].map((email) => subjectOf(house, email)))
  const visible = (as: Subject): Promise<string[]> =>
    unitOfWork(house.services.database, { as, now: house.clock.now(), mode: 'read only' }, async (db) => {
      const { rows } = await sql<{ place: string }>`
        select distinct s.organization_id as place from security.assessment s where s.started_at > ${'2000-01-01'}::timestamptz`.execute(
        db,
      )
      return rows.map(({ place }) => place)
    })
  for (let times = 0; times < 10; times++)
    for (const subject of subjects) expect(await visible(subject)).toEqual([subject.actingFor])
  expect(await visible({ personId: null, actingFor: null })).toEqual([])
})

test('columns that come while somebody serves cost one answer, not the connection for good', async ({ house }) => {
  await asOwner(house, async (db) => {
    await sql`create table public.widened (a integer)`.execute(db)
    await sql`grant select on public.widened to public`.execute(db)
  })
  const ask = () =>
    unitOfWork(
      house.services.database,
      { as: { personId: null, actingFor: null }, now: house.clock.now(), mode: 'read only' },
      async (db) => (await sql`select * from public.widened where a is distinct from ${1}::integer`.execute(db)).rows,
    )
  for (let times = 0; times < 3; times++) expect(await ask()).toEqual([])
  await asOwner(house, (db) => sql`alter table public.widened add column b integer`.execute(db))
  const answers = []
  for (let times = 0; times < 3; times++) answers.push(await ask().catch((error: Error) => error.message))
  expect(answers).toEqual(['cached plan must not change result type', [], []])
  await asOwner(house, (db) => sql`drop table public.widened`.execute(db))
})

// Last, because this connection has no room for plans afterwards.
test('a connection keeps no more than 250 plans, and goes on without one', async ({ house }) => {
  await onOneConnection(house, async (db) => {
    const ask = async (place: number): Promise<unknown> => {
      const { rows } = await sql<{
        answer: number
      }>`select ${sql.lit(`place ${place}`)}, ${place}::integer as answer`.execute(db)
      return rows[0]?.answer
    }
    for (let place = 0; place < 300; place++) {
      expect(await ask(place)).toBe(place)
      expect(await ask(place)).toBe(place)
    }
    expect(await keptFor(db, '')).toBe(250)
  })
})

async function subjectOf(house: TestHouse, email: string): Promise<Subject> {
  return asOwner(house, async (db) => {
    const { rows } = await sql<Subject>`
      select p.id as "personId", r.organization_id as "actingFor" from identity.person p
      join identity.role_grant r on r.person_id = p.id where p.email = ${email} limit 1`.execute(db)
    if (!rows[0]) throw new Error(`${email} is not in the story`)
    return rows[0]
  })
}
