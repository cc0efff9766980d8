// The checks of tables.db.test.ts, held against tables that break one rule each: a check that finds nothing here finds nothing at all.
import { CompiledQuery } from 'kysely'
import { expect } from 'vitest'
import { isolationGaps } from '#platform/db/isolation.ts'
import { elbaue, test, type TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { complaintsAbout } from './complaints.ts'
import { complaintsPlanting, pieces, plant } from './planted.ts'
import { readRelations } from './read-schema.ts'
import { gatherStandings } from './standings.ts'
import { readTrials, surveyAs } from './survey.ts'
import { type TableRule, tableRules } from './table-rules.ts'

test('a table with everything in its place gives no complaint', async ({ house }) => {
  expect(await complaintsPlanting(house, 'right', {})).toEqual([])
})

test('a table without a class is reported', async ({ house }) => {
  expect(await complaintsPlanting(house, 'unclassed', { declared: '' })).toContain('declares no class in its comment')
  expect(
    await complaintsPlanting(house, 'misclassed', { declared: pieces.declared.replace('tenant', 'shared') }),
  ).toEqual(['bears organization_id but is not of class tenant'])
})

test('a table without row security, or whose owner escapes it, is reported', async ({ house }) => {
  expect(await complaintsPlanting(house, 'unguarded', { enabled: '' })).toEqual(['has no row security'])
  expect(await complaintsPlanting(house, 'unforced', { forced: '' })).toEqual([
    'does not force row security on its owner',
  ])
  expect((await isolationGaps(house.services.database.pool, true)).join()).toContain('security.planted_unforced')
})

test('a table without maintenance policy, or with a wider one, is reported', async ({ house }) => {
  const missing = 'has no maintenance policy for lotsenwerk_owner'
  expect(await complaintsPlanting(house, 'unmaintained', { maintained: '' })).toEqual([missing])
  const wider = pieces.maintained.replace('lotsenwerk_owner', 'lotsenwerk_owner, lotsenwerk_app')
  expect(await complaintsPlanting(house, 'wider', { maintained: wider })).toContain(missing)
})

test('a policy that lets everybody through, or does not ask for the organization, is reported', async ({ house }) => {
  const [all, anybody] = [
    'create policy all_of_them on TABLE to lotsenwerk_app using (true)',
    'create policy anybody on TABLE using (note is not null)',
  ]
  expect(await complaintsPlanting(house, 'open', { guarded: all })).toEqual([
    'policy all_of_them, lets everybody through',
    'policy all_of_them, does not ask for the organization of the row',
  ])
  expect(await complaintsPlanting(house, 'public', { guarded: anybody })).toEqual([
    'policy anybody, is for public',
    'policy anybody, does not ask for the organization of the row',
  ])
})

test('a table of class system that the app role may touch is reported', async ({ house }) => {
  const declared = pieces.declared.replace('tenant', 'system')
  expect(
    await complaintsPlanting(house, 'system', { declared, granted: 'grant update (note) on TABLE to lotsenwerk_app' }),
  ).toEqual(['is of class system, but lotsenwerk_app may UPDATE'])
  expect(
    await complaintsPlanting(house, 'truncatable', { granted: 'grant truncate on TABLE to lotsenwerk_app' }),
  ).toEqual(['lets lotsenwerk_app TRUNCATE'])
})

test('missing indexes, owners and descriptions are reported', async ({ house }) => {
  expect(await complaintsPlanting(house, 'unindexed', { indexed: '' })).toEqual([
    'has no index that starts with organization_id',
    'has no index for planted_unindexed_organization_id_fkey',
    'has no index for planted_unindexed_written_by_fkey',
  ])
  expect(
    await complaintsPlanting(house, 'strange', { granted: 'reset role; alter table TABLE owner to postgres' }),
  ).toContain('belongs to postgres')
  const right = (await asOwner(house, readRelations)).filter(({ name }) => name === 'security.assessment')
  expect(right.flatMap((relation) => complaintsAbout(relation, ''))).toEqual([
    'security.assessment is not mentioned in docs/access.md',
  ])
})

test('a view that shows the rows of its owner is reported', async ({ house }) => {
  await asOwner(house, (db) =>
    db.executeQuery(
      CompiledQuery.raw(`create view security.planted_view as select * from security.answer; grant select on security.planted_view to lotsenwerk_app;
        create view security.planted_asking_view with (security_invoker = true) as select * from security.answer; grant select on security.planted_asking_view to lotsenwerk_app`),
    ),
  )
  const views = (await asOwner(house, readRelations)).filter(({ kind }) => kind === 'view')
  expect(views.flatMap((view) => complaintsAbout(view, ''))).toEqual([
    'security.planted_view shows lotsenwerk_app the rows of its owner: it needs security_invoker',
  ])
})

test('a table without a row in the rules, or without data, cannot be tried and says so', async ({ house }) => {
  const table = await plant(house, 'unruled', {})
  await expect(readTrials(house, tableRules, table)).rejects.toThrow('has no row in table-rules.ts')
  await expect(readTrials(house, { [table]: {} }, table)).rejects.toThrow('is empty')
})

const ownStaff: TableRule = {
  select: ['securityOfficer'],
  insert: ['securityOfficer'],
  update: ['securityOfficer'],
  delete: ['securityOfficer'],
}
const twoRows = `insert into TABLE select gen_random_uuid(), id, 'planted', null from organizations.organization
  where name in ('Stadt Musterstadt', 'Verbandsgemeinde Elbaue')`

async function surprisesFor(house: TestHouse, table: string, rule = ownStaff): Promise<string[]> {
  const timm = (await gathered(house)).find(({ name }) => name === elbaue)
  if (!timm) throw new Error('Elbaue has no navigator')
  return (await surveyAs(house, timm, await readTrials(house, { [table]: rule }, table))).surprises
}

let gathering: ReturnType<typeof gatherStandings> | undefined
const gathered = (house: TestHouse) => (gathering ??= gatherStandings(house))

/** Operations that surprised, by the first word of what is said about them. */
const verbsOf = (surprises: string[]): string[] =>
  [...new Set(surprises.map((surprise) => /: (?:blind )?(\w+)/.exec(surprise)?.[1] ?? surprise))].toSorted()

test('the trial finds nothing where the policies say what the rules say', async ({ house }) => {
  expect(await surprisesFor(house, await plant(house, 'tried_right', {}, twoRows))).toEqual([])
})

test('the trial finds each of the four operations where a policy lets everybody through', async ({ house }) => {
  const table = await plant(
    house,
    'tried_open',
    { guarded: 'create policy open on TABLE to lotsenwerk_app using (true)' },
    twoRows,
  )
  expect(verbsOf(await surprisesFor(house, table))).toEqual(['delete', 'insert', 'select', 'update'])
})

test('the trial finds a foreign row entered in one’s own name, and a blind update where nothing can be read', async ({
  house,
}) => {
  const named = await plant(
    house,
    'tried_named',
    { guarded: 'create policy mine on TABLE for insert to lotsenwerk_app with check (written_by = access.person())' },
    twoRows,
  )
  expect(verbsOf(await surprisesFor(house, named, { insert: ['securityOfficer'] }))).toEqual(['insert'])
  const blind = await plant(
    house,
    'tried_blind',
    { guarded: 'create policy blind on TABLE for update to lotsenwerk_app using (true)' },
    twoRows,
  )
  expect(await surprisesFor(house, blind, {})).toContain(`${elbaue}, ${blind}: blind update touched 2`)
})

test('the trial finds a row entered in the name of another', async ({ house }) => {
  const table = await plant(house, 'tried_forged', {}, twoRows)
  const surprises = await surprisesFor(house, table, { ...ownStaff, author: 'written_by' })
  expect(surprises).toEqual([expect.stringContaining('insert in the name of another was stopped by 23503 only')])
})

test('the trial finds a right that the rules give and the policies do not', async ({ house }) => {
  const table = await plant(house, 'tried_closed', { guarded: '' }, twoRows)
  expect(verbsOf(await surprisesFor(house, table))).toEqual(['delete', 'insert', 'select', 'update'])
})
