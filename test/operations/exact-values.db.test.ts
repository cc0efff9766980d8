// Every kind of value comes back exactly, on both databases, with triggers, references in circles and to oneself.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openAlone } from '#app/operations/owner-door.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { dumpTables } from '#platform/backup/dump-tables.ts'
import { Envelope } from '#platform/backup/envelope.ts'
import { checkBackup, readParts } from '#platform/backup/read-backup.ts'
import { emptySchema, restoreTables } from '#platform/backup/restore-tables.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { schemaSources } from '#platform/config.ts'
import { migrationFiles, runMigrations } from '#platform/db/migrate.ts'
import { emptyInstallation, type Kind, kindOfProject, otherKind } from './installations.ts'

const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-exact-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const later = `
create schema scratch;
create type scratch.colour as enum ('rot', 'grün');
create table scratch.kind_of_everything (
  id text primary key, at timestamptz, day date, time_of_day time, span interval, bytes bytea, doc jsonb, plain json, words text[], grid integer[],
  double double precision, real real, amount numeric, big bigint, yes boolean, key uuid, address inet, colour scratch.colour, during tstzrange,
  above text references scratch.kind_of_everything, length integer generated always as (length(id)) stored);
create table scratch.left_one (id integer primary key, other integer);
create table scratch.right_one (id integer primary key, other integer references scratch.left_one);
alter table scratch.left_one add foreign key (other) references scratch.right_one;
create table scratch.without_key (word text, number integer);
create function scratch.never() returns trigger language plpgsql as $$ begin raise exception 'this row has been through me once'; end $$;
create trigger never before insert on scratch.without_key for each row execute function scratch.never();
alter table scratch.without_key disable trigger never;
insert into scratch.kind_of_everything (id, at, day, time_of_day, span, bytes, doc, plain, words, grid, double, real, amount, big, yes, key, address, colour, during, above) values
  ('Z', '2026-11-21 10:42:00.123456+01', '0044-03-15 BC', '23:59:59.999999', '1 year -2 mons +3 days 04:05:06.789', '\\x00ff0a22',
   '{"zahl": 12345678901234567890.1234567890, "text": "Ä\\"\\n", "leer": null}', '{"b":1,  "a":2,"a":3}', array['a,b', 'c"d', null, '{', 'NULL', ''], '{{1,2},{3,null}}',
   0.1 + 0.2::double precision, 1e-38, 'NaN', 9223372036854775807, true, '01890a5d-ac96-774b-bcce-b302099a8057', '2001:db8::/32', 'grün', '[2026-01-01, infinity)', 'z'),
  ('z', 'infinity', 'infinity', null, null, null, 'null', null, '{}', null, '-Infinity', 'NaN', -0.0001230, -9223372036854775808, false, null, null, null, 'empty', 'Z'),
  ('ä', '-infinity', '9999-12-31', '00:00', '-178000000 years', '', '[]', '""', null, '{}', 5e-324, 3.4028235e38, 1e100, 0, null, null, '10.0.0.1', 'rot', null, null),
  (E'Zeile\\nund\\t"Anführung" \\\\ Ende\\u2028', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 'ä');
insert into scratch.left_one values (1, null), (2, null); insert into scratch.right_one values (1, 2), (2, 1); update scratch.left_one set other = id;
insert into scratch.without_key select 'Wort ' || n % 7, n from generate_series(1, 12000) n;
alter table scratch.without_key enable trigger never;
`.replaceAll(`\\\\`, `\\`)

function migrations(): string {
  const target = join(folder, 'migrations')
  cpSync(schemaSources.migrationsFolder, target, { recursive: true })
  writeFileSync(join(target, '9999-scratch.sql'), later)
  return target
}

async function on<T>(kind: Kind, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const installation = await emptyInstallation(kind)
  const owner = await openAlone(installation.config)
  if (isRefusal(owner)) throw new Error(owner.refused)
  try {
    return await owner.asOwner(work)
  } finally {
    await owner.close()
    await installation.drop()
  }
}

const save = (client: pg.ClientBase, name: string): Promise<{ manifest: Manifest }> =>
  writeBackup(join(folder, name), {
    tables: dumpTables(client),
    filesFolder: join(folder, 'none'),
    secret: '',
    product: 'test',
    created: '2026-11-21T00:00:00Z',
    passphrase: undefined,
  })

test('what PostgreSQL can hold', async ({ skip }) => {
  const [here, other] = [kindOfProject(), otherKind(kindOfProject())]
  if (!other) return skip('PostgreSQL is missing: apt-get install postgresql')
  const migrationsFolder = migrations()
  const first = await on(here, async (client) => {
    await client.query('begin')
    await emptySchema(client)
    await runMigrations(client, migrationsFolder, migrationFiles(migrationsFolder))
    await client.query('commit')
    return save(client, 'first')
  })
  expect(first.manifest.tables.find(({ name }) => name === 'without_key')?.rows).toBe(12_000)
  const envelope = await Envelope.open(join(folder, 'first'))
  const manifest = await checkBackup(envelope)
  const second = await on(other, async (client) => {
    await restoreTables(client, { manifest, migrationsFolder, parts: readParts(envelope), keep: async () => {} })
    const { rows } = await client.query(
      `select id, length, at::text, doc->>'zahl' as number, words[1] as word, above from scratch.kind_of_everything where id = 'Z'`,
    )
    expect(rows).toEqual([
      {
        id: 'Z',
        length: 1,
        at: '2026-11-21 09:42:00.123456+00',
        number: '12345678901234567890.1234567890',
        word: 'a,b',
        above: 'z',
      },
    ])
    await expect(client.query(`insert into scratch.without_key values ('neu', 1)`)).rejects.toThrow('once')
    await expect(client.query(`insert into scratch.right_one values (3, 3)`)).rejects.toThrow('foreign key')
    return save(client, 'second')
  })
  await envelope.close()
  expect(second.manifest.tables).toEqual(first.manifest.tables)
})

test('a table whose rows the owner would not see stops the backup', async () => {
  await on(kindOfProject(), async (client) => {
    await runMigrations(client, schemaSources.migrationsFolder, [])
    await client.query(`create schema hidden; create table hidden.row (id integer primary key);
      alter table hidden.row enable row level security, force row level security`)
    await expect(save(client, 'hidden')).rejects.toThrow('policy maintenance is missing')
    await client.query('create policy maintenance on hidden.row to lotsenwerk_owner using (true) with check (true)')
    await save(client, 'seen')
  })
})
