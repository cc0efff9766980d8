import { sql } from 'kysely'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { chunk, lockIndex, putDocuments, type Units } from './write-index.ts'

/** Changes with what the rows are made by: then the next start makes them anew. */
const makers = 1

/** What an index is made by and of: sources, their deeds, and the texts that come with the product. */
export const editionOf = (sources: readonly SearchSource[]): string =>
  sha256(
    JSON.stringify([
      makers,
      sources.map(({ type, changedBy, edition, isNamed }) => [type, changedBy, edition, isNamed]),
    ]),
  )

export interface Built {
  documents: number
}

/**
 * Makes the whole index anew, in short transactions beside the one that is searched; the last statement lets it count. What changes
 * meanwhile goes into both. Undefined when another one was begun meanwhile: that one has everything.
 */
export async function buildIndex(units: Units, sources: readonly SearchSource[]): Promise<Built | undefined> {
  const build = newId()
  const kinds = sources.flatMap(({ type, changedBy }) => changedBy.map((event) => ({ event, type })))
  await units((ctx) => sql`select search.begin_build(${build}::uuid, ${JSON.stringify(kinds)}::jsonb)`.execute(ctx.db))
  let documents = 0
  for (const source of sources) {
    let after: string | undefined
    do {
      const page = await units(async (ctx) => {
        await lockIndex(ctx)
        const { rows } = await sql<{ ours: boolean }>`select search.is_building(${build}::uuid) as ours`.execute(ctx.db)
        if (!rows[0]?.ours) return undefined
        const loaded = await source.load(ctx.db, { after, limit: chunk })
        await putDocuments(ctx, source, loaded, build)
        return loaded
      })
      if (!page) return undefined
      documents += page.length
      after = page.length < chunk ? undefined : page.at(-1)?.id
    } while (after !== undefined)
  }
  const isKept = await units(async ({ db, now }) => {
    const { rows } = await sql<{ kept: boolean }>`
      select search.end_build(${build}::uuid, ${editionOf(sources)}, ${now.toString()}::timestamptz) as kept`.execute(
      db,
    )
    return rows[0]?.kept ?? false
  })
  await sweep(units)
  return isKept ? { documents } : undefined
}

/** What no longer counts, some at a time. */
async function sweep(units: Units): Promise<void> {
  for (;;) {
    const { rows } = await units(({ db }) =>
      sql<{ gone: number }>`select search.sweep(${4 * chunk}) as gone`.execute(db),
    )
    if (!rows[0]?.gone) return
  }
}

/** Whether there is an index, and it is of this edition. */
export async function isIndexed(units: Units, sources: readonly SearchSource[]): Promise<boolean> {
  const { rows } = await units(({ db }) =>
    sql<{ edition: string | null; isBuilt: boolean }>`
      select edition, is_built as "isBuilt" from search.edition()`.execute(db),
  )
  return rows[0]?.isBuilt === true && rows[0].edition === editionOf(sources)
}
