import { sql } from 'kysely'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { ParsedCatalog } from './oscal/catalog.ts'
import type { PreparedCatalog } from './prepared-catalog.ts'

export interface Imported {
  id: string
  /** False when this very catalog was here already. */
  isNew: boolean
}

/** Pins a catalog version by its hash: the same file (or profile over the same sources, or catalog part of a workbook) again is the same catalog. */
export async function importCatalog(ctx: PublicContext, prepared: PreparedCatalog): Promise<Imported> {
  const { catalog, origin, digests, sources } = prepared
  const id = newId()
  const inserted = await ctx.db
    .insertInto('catalogs.catalog')
    .values({
      id,
      sha256: catalog.sha256,
      title: catalog.title,
      version: catalog.version,
      oscal_version: catalog.oscalVersion,
      scale: catalog.scale,
      control_count: catalog.controls.length,
      has_keys: catalog.hasKeys,
      published: catalog.published,
      publisher: catalog.publisher,
      license: catalog.license,
      language: catalog.language,
      warnings: catalog.warnings,
      origin,
      digests: JSON.stringify(digests),
      sort_key: sortKey(catalog.title),
      imported_at: ctx.now.toString(),
      imported_by: ctx.actor?.personId ?? null,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) return { id: await idOf(ctx.db, catalog.sha256), isNew: false }
  const { gzip, resolved } = prepared
  await ctx.db.insertInto('catalogs.source_file').values({ catalog_id: id, gzip, resolved }).execute()
  const topOf = await insertGroups(ctx.db, id, catalog)
  await insertControls(ctx.db, id, catalog, topOf)
  if (sources.length > 0)
    await ctx.db
      .insertInto('catalogs.profile_source')
      .values(
        sources.map(({ resource, name, sourceId }, position) => ({
          catalog_id: id,
          position,
          resource,
          name,
          source_id: sourceId,
        })),
      )
      .execute()
  const origins = sources.map(({ sourceId }) => sourceId)
  await record(ctx, 'catalog.imported', {
    organizationId: null,
    subjectId: id,
    data: { sha256: catalog.sha256, ...(origins.length > 0 && { sources: origins.join(' ') }) },
  })
  return { id, isNew: true }
}

async function idOf(db: Db, sha256: string): Promise<string> {
  const { id } = await db
    .selectFrom('catalogs.catalog')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return id
}

async function insertGroups(db: Db, id: string, { groups }: ParsedCatalog): Promise<Map<string, string>> {
  const topOf = new Map<string, string>()
  for (const { key, parentKey } of groups)
    topOf.set(key, parentKey === null ? key : (topOf.get(parentKey) ?? parentKey))
  await sql`
    insert into catalogs.control_group (catalog_id, key, parent_key, top_key, title, overview, position)
    select ${id}::uuid, g.key, g."parentKey", g.top, g.title, g.overview, g.position
      from jsonb_to_recordset(${JSON.stringify(groups.map((group) => ({ ...group, top: topOf.get(group.key) })))}::jsonb)
        as g(key text, "parentKey" text, top text, title text, overview text, position integer)`.execute(db)
  return topOf
}

async function insertControls(
  db: Db,
  id: string,
  { controls }: ParsedCatalog,
  topOf: Map<string, string>,
): Promise<void> {
  const rows = controls.map((control) => ({
    ...control,
    top: topOf.get(control.groupKey),
    search: sortKey(
      [control.id, control.title, control.statement, ...control.help.map(({ prose }) => prose)].join(' '),
    ),
  }))
  await sql`
    insert into catalogs.control (catalog_id, id, key, title, group_key, top_key, parent_id, position, effort_min, effort_max,
                                  obligation, security_level, statement, documentation, help, links, params, tags, search_text)
    select ${id}::uuid, c.id, c.key, c.title, c."groupKey", c.top, c."parentId", c.position, c."effortMin", c."effortMax",
           c.obligation, c."securityLevel", c.statement, array(select jsonb_array_elements_text(c.documentation)), c.help, c.links,
           c.params, array(select jsonb_array_elements_text(c.tags)), c.search
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(id text, key text, title text, "groupKey" text, top text, "parentId" text, position integer, "effortMin" smallint,
             "effortMax" smallint, obligation text, "securityLevel" text, statement text, documentation jsonb, help jsonb, links jsonb,
             params jsonb, tags jsonb, search text)`.execute(db)
}
