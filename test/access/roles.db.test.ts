// Who the database roles are, what they own and what they may: docs/access.md, Mechanism.
import { CompiledQuery, sql } from 'kysely'
import { expect } from 'vitest'
import { nobody, operator, type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Db } from '#platform/db/database.ts'
import { elbaue, isb, test, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { insightsRights } from './picture-table-rules.ts'
import { accessRights, definers } from './role-rights.ts'
import { functionComplaints, readFunctions, readRoles, tableRightsOf } from './read-roles.ts'
import { gatherStandings } from './standings.ts'

const inUnit = <T>({ services }: TestHouse, as: Subject, work: (db: Db) => Promise<T>): Promise<T> =>
  unitOfWork(services.database, { as, now: services.clock.now(), mode: 'read write', undo: () => true }, work)

const committed = <T>({ services }: TestHouse, as: Subject, work: (db: Db) => Promise<T>): Promise<T> =>
  unitOfWork(services.database, { as, now: services.clock.now(), mode: 'read write' }, work)

let gathering: ReturnType<typeof gatherStandings> | undefined
const gathered = (house: TestHouse) => (gathering ??= gatherStandings(house))

test('functions that act with the rights of another are listed, closed to everybody else and blind to the search path', async ({
  house,
}) => {
  const functions = await asOwner(house, readFunctions)
  expect(functionComplaints(functions, definers)).toEqual([])
  expect(functions.filter(({ definer }) => definer).map(({ name }) => name)).toEqual(Object.keys(definers).toSorted())
})

test('a function that is open, unlisted, or finds its tables by the search path is reported', async ({ house }) => {
  const planted = await asOwner(house, async (db) => {
    await db.executeQuery(
      CompiledQuery.raw(`begin; create function access.planted() returns bigint language sql security definer as 'select count(*) from security.answer';
      create function access.planted_too() returns bigint language sql set search_path = '' as 'select 1::bigint'; revoke execute on function access.planted_too() from public;
      alter function identity.touch_session(text, timestamptz) owner to lotsenwerk_owner; grant execute on function identity.actor(uuid, uuid, date) to lotsenwerk_app`),
    )
    const functions = await readFunctions(db)
    await db.executeQuery(CompiledQuery.raw('rollback'))
    return functions
  })
  expect(functionComplaints(planted, definers)).toEqual([
    'access.planted may be executed by everybody',
    'access.planted has no empty search_path',
    'access.planted is planned anew with each call',
    'access.planted acts with the rights of another, but is not listed',
    'access.planted_too is planned anew with each call',
    'identity.actor may be executed by lotsenwerk_app',
    'identity.touch_session belongs to lotsenwerk_owner',
  ])
})

test('the owner of those functions has no more rights than they need', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk_access'))).toEqual(accessRights)
})

test('the worker reads no table', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk_worker'))).toEqual({})
})

test('the role that counts reads views and keeps what it counted', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk_insights'))).toEqual(insightsRights)
})

test('the login has no right to any table, and nobody has one who is not named', async ({ house }) => {
  expect(await asOwner(house, (db) => tableRightsOf(db, 'lotsenwerk'))).toEqual({})
  expect(await asOwner(house, (db) => tableRightsOf(db, 'public'))).toEqual({})
})

test('no role but the owner owns tables, creates objects or has powers; the login may become the three powerless roles only', async ({
  house,
}) => {
  const powerless = { powers: [], inherits: false, memberOf: [], owns: 0, createsIn: [] }
  const roles = await asOwner(house, readRoles)
  expect(roles.filter(({ name }) => name !== 'lotsenwerk_owner')).toEqual([
    {
      ...powerless,
      name: 'lotsenwerk',
      login: true,
      memberOf: ['lotsenwerk_app', 'lotsenwerk_insights', 'lotsenwerk_worker'],
    },
    { ...powerless, name: 'lotsenwerk_access', login: false },
    { ...powerless, name: 'lotsenwerk_app', login: false },
    { ...powerless, name: 'lotsenwerk_insights', login: false },
    { ...powerless, name: 'lotsenwerk_worker', login: false },
  ])
  expect(roles.find(({ name }) => name === 'lotsenwerk_owner')).toMatchObject({
    powers: [],
    inherits: false,
    memberOf: ['lotsenwerk_access'],
  })
})

test('every unit of work runs as the powerless role behind the serving login', async ({ house }) => {
  const who = await inUnit(house, operator, async (db) => {
    const { rows } = await sql<{
      session: string
      current: string
    }>`select session_user::text as session, current_user::text as current`.execute(db)
    return rows[0]
  })
  expect(who).toEqual({ session: 'lotsenwerk', current: 'lotsenwerk_app' })
})

test('outside of a unit of work the serving login sees nothing', async ({ house }) => {
  await expect(
    asOwner(house, async (db) => {
      await db.executeQuery(CompiledQuery.raw('set session authorization lotsenwerk'))
      try {
        return await sql`select count(*) from security.answer`.execute(db)
      } finally {
        await db.executeQuery(CompiledQuery.raw('reset session authorization'))
      }
    }),
  ).rejects.toThrow('permission denied')
})

const id = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'
const now = '2026-01-01T00:00:00Z'
const operatorsOwn = {
  set_password: sql`select identity.set_password(${id}::uuid, 'hash', ${now})`,
  person_for_token: sql`select identity.person_for_token('isb@musterstadt.example')`,
  issue_token: sql`select identity.issue_token(${id}::uuid, 'hash', ${id}::uuid, ${now}, ${now})`,
}

test('passwords and tokens are set by the operator only, whoever else asks the function', async ({ house }) => {
  const standings = await gathered(house)
  const others = standings.filter(({ subject }) => !subject.operator)
  expect(others.length).toBeGreaterThanOrEqual(20)
  for (const { subject } of others)
    for (const call of Object.values(operatorsOwn))
      await expect(inUnit(house, subject, (db) => call.execute(db))).rejects.toThrow(/insufficient_privilege/)
  const { rows } = await inUnit(house, operator, (db) => operatorsOwn.person_for_token.execute(db))
  expect(rows).toHaveLength(1)
})

test('only the operator can mark the installation as a demo', async ({ house }) => {
  const marked = () =>
    asOwner(house, (db) => db.selectFrom('platform.installation').select('demo_loaded_at').executeTakeFirstOrThrow())
  const mark = (as: Subject) =>
    committed(house, as, (db) => sql`select platform.note_demo(${now}::timestamptz)`.execute(db))
  const before = await marked()
  await mark(nobody)
  expect(await marked()).toEqual(before)
  await mark(operator)
  expect(String((await marked()).demo_loaded_at)).toBe(now)
})

test('an audit entry bears the person of the unit of work, whoever writes it about whom', async ({ house }) => {
  const timm = (await gathered(house)).find(({ name }) => name === elbaue)
  const towns = (await gathered(house)).find(({ name }) => name === isb)?.own ?? null
  if (!timm) throw new Error('Elbaue has no navigator')
  await committed(house, timm.subject, (db) =>
    sql`select audit.record_audit(${id}::uuid, ${now}::timestamptz, ${towns}::uuid, 'answer.given', null, '{}')`.execute(
      db,
    ),
  )
  const entry = await asOwner(house, (db) =>
    db
      .selectFrom('audit.entry as e')
      .innerJoin('audit.personal as p', 'p.entry_id', 'e.id')
      .selectAll()
      .where('e.id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect(entry).toMatchObject({ person_id: timm.subject.personId, acting_for: timm.own, organization_id: towns })
})
