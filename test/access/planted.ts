// Tables that break a rule on purpose, made in the copy of one test file.
import { CompiledQuery } from 'kysely'
import type { TestHouse } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { complaintsAbout } from './complaints.ts'
import { readRelations } from './read-schema.ts'

/** What a table of class tenant needs, piece by piece; TABLE is its name. */
export const pieces = {
  columns: `create table TABLE (id uuid primary key, organization_id uuid not null references organizations.organization,
    note text not null, written_by uuid references identity.person)`,
  declared: `comment on table TABLE is 'class: tenant. Planted.'`,
  enabled: 'alter table TABLE enable row level security',
  forced: 'alter table TABLE force row level security',
  maintained: 'create policy maintenance on TABLE to lotsenwerk_owner using (true) with check (true)',
  indexed: 'create index on TABLE (organization_id, id); create index on TABLE (written_by)',
  guarded: `create policy own on TABLE to lotsenwerk_app using (organization_id = any ((select access.scope_answer_write())::uuid[]))`,
  granted: 'grant select, insert, update, delete on TABLE to lotsenwerk_app',
}

type Pieces = Partial<Record<keyof typeof pieces, string>>

/** `security.planted_NAME`, made as the owner makes tables, with some pieces replaced (an empty one is left out). */
export async function plant(house: TestHouse, name: string, instead: Pieces, ...rows: string[]): Promise<string> {
  const table = `security.planted_${name}`
  const statements = ['set role lotsenwerk_owner', ...Object.values({ ...pieces, ...instead }), ...rows, 'reset role']
  await asOwner(house, async (db) => {
    for (const statement of statements)
      if (statement !== '') await db.executeQuery(CompiledQuery.raw(statement.replaceAll('TABLE', table)))
  })
  return table
}

/** Makes it, and returns what the checks say about it. The page that describes tables mentions it. */
export async function complaintsPlanting(house: TestHouse, name: string, instead: Pieces): Promise<string[]> {
  const table = await plant(house, name, instead)
  const relations = await asOwner(house, readRelations)
  return relations
    .filter((relation) => relation.name === table)
    .flatMap((relation) => complaintsAbout(relation, `\`${table}\``))
    .map((complaint) => complaint.replace(table, '').replace(/^,? /, ''))
}
