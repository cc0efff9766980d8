import { sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { PreparedMappings } from './mapping.ts'
import { requirementOf } from './requirements.ts'

/** Pins a mapping collection by its hash: the same file again is the same collection. */
export async function importMappings(
  ctx: PublicContext,
  { collection, gzip }: PreparedMappings,
): Promise<{ id: string; isNew: boolean }> {
  const { sha256, title, version, maps, status, method, warnings } = collection
  const id = newId()
  const inserted = await ctx.db
    .insertInto('catalogs.mapping_collection')
    .values({
      id,
      sha256,
      title,
      version,
      oscal_version: collection.oscalVersion,
      status,
      method,
      source_titles: [...collection.sources],
      target_titles: [...collection.targets],
      map_count: maps.length,
      warnings,
      sort_key: sortKey(title),
      imported_at: ctx.now.toString(),
      imported_by: ctx.actor?.personId ?? null,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) {
    const there = ctx.db.selectFrom('catalogs.mapping_collection').select('id').where('sha256', '=', sha256)
    return { ...(await there.executeTakeFirstOrThrow()), isNew: false }
  }
  await ctx.db.insertInto('catalogs.mapping_file').values({ collection_id: id, gzip }).execute()
  const rows = maps.map((map) => ({ ...map, requirement: requirementOf(map.source.id) }))
  await sql`
    insert into catalogs.mapping (collection_id, position, relationship, source_id, source_key, requirement_id, target_id, target_key,
                                  is_default, remarks)
    select ${id}::uuid, m.position, m.relationship, m.source ->> 'id', m.source ->> 'key', m.requirement, m.target ->> 'id',
           m.target ->> 'key', m."isDefault", m.remarks
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m(position integer, relationship text, source jsonb, requirement text, target jsonb, "isDefault" boolean, remarks text)`.execute(
    ctx.db,
  )
  await record(ctx, 'mappingCollection.imported', { organizationId: null, subjectId: id, data: { sha256 } })
  return { id, isNew: true }
}
