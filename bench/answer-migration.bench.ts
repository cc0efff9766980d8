// 133 checks with 998 answers each move to another edition of their catalog (128 numbers dealt anew, 87 texts changed, 11 gone, 13 new), on
// PostgreSQL; held against plain copies of the same rows, one statement for each check (at most 4 times).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runnerImport } from 'vite'
import type { Temporal } from 'temporal-polyfill'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure } from './figure.ts'

const [checks, controls, lists] = [133, 998, 19]

export async function measure(): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) throw new Error('this bench needs PostgreSQL on the machine')
  const server = await startPostgres(bin)
  const dataFolder = mkdtempSync(join(tmpdir(), 'lotsenwerk-bench-'))
  const { module } = await runnerImport<Doors>('./bench/answer-migration-doors.ts')
  const house = await module.openHouse(module.testConfig({ databaseUrl: server.url, dataFolder }))
  await module.openInstallation(house, 'short')
  await house.database.close()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const database = module.openServer(server.url, { stepDown: true })
  try {
    const filled = await fill(client)
    const copies = await copyPlainly(client, filled)
    const moves = await moveAll(module, database, filled)
    const { rows } = await client.query<{ n: string }>(
      'select count(*) as n from security.answer a join security.assessment s on s.id = a.assessment_id where s.catalog_id = $1',
      [filled.after],
    )
    // All but the eleven that are gone; those with another text once more, to be confirmed.
    const expected = checks * (controls - 11 + 87)
    if (Number(rows[0]?.n) !== expected) throw new Error(`${rows[0]?.n} answers moved, not ${expected}`)
    return [figure('answer-migration', `ms: ${checks} checks moved / their rows copied (goal 4)`, moves, 'ms', copies)]
  } finally {
    await database.close()
    await client.end()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

interface Doors {
  openHouse(config: object): Promise<{ database: { close(): Promise<void> } }>
  openInstallation(house: object, kind: string): Promise<unknown>
  testConfig(rest: object): object
  findCatalog(db: object, id: string): Promise<object>
  findAssessment(db: object, id: string): Promise<object>
  migrateAssessment(
    ctx: object,
    assessment: object,
    catalog: object,
  ): Promise<{ assessmentId: string } | { refused: string }>
  openServer(url: string, options: { stepDown: boolean }): { close(): Promise<void> }
  systemClock: { now(): Temporal.Instant }
  unitOfWork<T>(database: object, options: object, work: (db: object) => Promise<T>): Promise<T>
}

interface Filled {
  before: string
  after: string
  /** Takes the plain copies. */
  spare: string
  person: string
  rows: { id: string; organization: string; spare: string }[]
}

/** Two editions, and a town with a full check for each of so many; written as rows. */
async function fill(client: pg.Client): Promise<Filled> {
  const { rows: ids } = await client.query<{ before: string; after: string; spare: string; person: string }>(
    `select gen_random_uuid() as before, gen_random_uuid() as after, gen_random_uuid() as spare, gen_random_uuid() as person`,
  )
  const [filled] = ids
  if (!filled) throw new Error('no ids')
  const { before, after, spare, person } = filled
  const catalog = (id: string, mark: string) => `
    insert into catalogs.catalog (id, sha256, title, version, oscal_version, scale, control_count, sort_key, imported_at, origin, digests, has_keys)
    values ('${id}', repeat('${mark}', 32), 'Messkatalog', '${mark}', '1.1.3', 'yesNoNotApplicable', ${controls}, 'messkatalog', now(), 'catalog', '{}', true);
    insert into catalogs.control_group (catalog_id, key, top_key, title, position)
    select '${id}'::uuid, 'L' || l, 'L' || l, 'Liste ' || l, l from generate_series(0, ${lists - 1}) l;`
  const control = (id: string, [number, key, text]: [string, string, string], [from, until]: [number, number]) => `
    insert into catalogs.control (catalog_id, id, key, title, group_key, top_key, position, statement, documentation, help, links, params, tags, search_text)
    select '${id}'::uuid, ${number}, ${key}, 'Anforderung ' || c, 'L' || c % ${lists}, 'L' || c % ${lists}, c, ${text}, '{}', '[]', '[]', '[]', '{}', ''
      from generate_series(${from}, ${until}) c;`
  const words = `repeat('Die Stelle SOLLTE das Verfahren ' || c || ' regeln und belegen. ', 8)`
  await client.query(`
    set session_replication_role = replica;
    ${catalog(before, 'ab')} ${control(before, [`'M.' || c`, `'k' || c`, words], [1, controls])}
    ${catalog(spare, 'cd')} ${control(spare, [`'M.' || c`, `'k' || c`, words], [1, controls])}
    ${catalog(after, 'ef')}
    ${control(after, [`'M.' || case when c <= 128 then 129 - c else c end`, `'k' || c`, `${words} || case when c > 900 then ' Neu.' else '' end`], [1, controls - 11])}
    ${control(after, [`'N.' || c`, `'n' || c`, words], [controls - 10, controls + 2])}
    insert into identity.person (id, email, name, created_at) values ('${person}', 'messung@verbund.example', 'Messung', now());
    create temporary table town as select gen_random_uuid() as organization, gen_random_uuid() as id, gen_random_uuid() as spare, n from generate_series(1, ${checks}) n;
    insert into organizations.organization (id, name, kind, sort_key, county, created_at, changed_at)
    select organization, 'Messgemeinde ' || n, 'unitaryMunicipality', 'messgemeinde ' || n, 'Landkreis', now(), now() from town;
    insert into identity.role_grant (id, person_id, organization_id, role, from_day)
    select gen_random_uuid(), '${person}', organization, 'securityOfficer', current_date - 1 from town;
    insert into security.assessment (id, organization_id, catalog_id, started_at, started_by)
    select id, organization, '${before}'::uuid, now(), '${person}'::uuid from town union all
    select spare, organization, '${spare}'::uuid, now(), '${person}'::uuid from town;
    insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, note, answered_by, answered_at)
    select t.organization, t.id, '${before}', c.id, c.top_key, 1, case when c.position % 3 = 0 then 'no' else 'yes' end, 'Steht im Aktenplan.', '${person}', now()
      from town t cross join catalogs.control c where c.catalog_id = '${before}';
    set session_replication_role = origin`)
  await client.query('vacuum analyze')
  const { rows } = await client.query<Filled['rows'][number]>('select id, organization, spare from town')
  return { ...filled, rows }
}

/** The same rows into another check of the same town, with the same keys and triggers. */
async function copyPlainly(client: pg.Client, { spare, rows }: Filled): Promise<number> {
  const began = performance.now()
  for (const row of rows)
    await client.query(
      `insert into security.answer (organization_id, assessment_id, catalog_id, control_id, top_key, version, answer, level, target, note,
                                    unconfirmed, answered_by, answered_at)
       select a.organization_id, $1, $2, a.control_id, a.top_key, a.version, a.answer, a.level, a.target, a.note, a.unconfirmed, a.answered_by, a.answered_at
         from security.answer a where a.assessment_id = $3`,
      [row.spare, spare, row.id],
    )
  return performance.now() - began
}

async function moveAll(
  { unitOfWork, systemClock, findAssessment, findCatalog, migrateAssessment }: Doors,
  database: object,
  { after, person, rows }: Filled,
): Promise<number> {
  const began = performance.now()
  for (const { id, organization } of rows) {
    const now = systemClock.now()
    const place = { id: organization, name: 'Messgemeinde', kind: 'unitaryMunicipality' }
    const actor = {
      personId: person,
      name: 'Messung',
      email: 'messung@verbund.example',
      actingFor: place,
      roles: ['securityOfficer'],
      organizations: [place],
    }
    const done = await unitOfWork(
      database,
      { as: { personId: person, actingFor: organization }, now, mode: 'read write' },
      async (db) => migrateAssessment({ actor, db, now }, await findAssessment(db, id), await findCatalog(db, after)),
    )
    if ('refused' in done) throw new Error(done.refused)
  }
  return performance.now() - began
}
