import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { ParsedCatalog } from './oscal/catalog.ts'
import { readCatalogFile } from './oscal/read-catalog-in-worker.ts'

const gzip = promisify(gzipCallback)

/** A catalog file, read and checked, before any transaction. */
export interface PreparedCatalog {
  catalog: ParsedCatalog
  gzip: Buffer
}

/** Reads and checks a file in a thread of its own; a hostile one costs nobody else anything. */
export async function prepareCatalog(path: string): Promise<Outcome<PreparedCatalog>> {
  const catalog = await readCatalogFile(path)
  return isRefusal(catalog) ? catalog : { catalog, gzip: await gzip(await readFile(path), { level: 1 }) }
}

export interface Imported {
  id: string
  /** False when this very file was here already. */
  isNew: boolean
}

/** Pins a catalog version by the hash of its file: the same file again is the same catalog. */
export async function importCatalog(ctx: PublicContext, { catalog, gzip: file }: PreparedCatalog): Promise<Imported> {
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
      published: catalog.published,
      publisher: catalog.publisher,
      license: catalog.license,
      language: catalog.language,
      warnings: catalog.warnings,
      sort_key: sortKey(catalog.title),
      imported_at: ctx.now.toString(),
      imported_by: ctx.actor?.personId ?? null,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) return { id: await idOf(ctx.db, catalog.sha256), isNew: false }
  await ctx.db.insertInto('catalogs.source_file').values({ catalog_id: id, gzip: file }).execute()
  const topOf = await insertGroups(ctx.db, id, catalog)
  await insertControls(ctx.db, id, catalog, topOf)
  await record(ctx, 'catalog.imported', { organizationId: null, subjectId: id, data: { sha256: catalog.sha256 } })
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
  const rows = controls.map((control) => ({ ...control, top: topOf.get(control.groupKey) }))
  await sql`
    insert into catalogs.control (catalog_id, id, key, title, group_key, top_key, parent_id, position, effort_min, effort_max,
                                  obligation, security_level, statement, documentation, help, links)
    select ${id}::uuid, c.id, c.key, c.title, c."groupKey", c.top, c."parentId", c.position, c."effortMin", c."effortMax",
           c.obligation, c."securityLevel", c.statement, array(select jsonb_array_elements_text(c.documentation)), c.help, c.links
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(id text, key text, title text, "groupKey" text, top text, "parentId" text, position integer, "effortMin" smallint,
             "effortMax" smallint, obligation text, "securityLevel" text, statement text, documentation jsonb, help jsonb, links jsonb)`.execute(
    db,
  )
}
