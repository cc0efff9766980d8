import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { type Hit, marks, mostHits, type Pin } from './hit.ts'

// search.find gives keys in their order; which of the rows are shown is decided by the policies of search.document.

const headline = `StartSel=${marks.start}, StopSel=${marks.stop}, MaxWords=35, MinWords=20, ShortWord=2`
/** A snippet comes from the beginning of long texts: cutting it costs with their length. */
const snippetFrom = 6000

interface Wanted {
  words: readonly string[]
  sources: readonly Pick<SearchSource, 'type' | 'isNamed'>[]
  skip?: number
  most: number
}

/** Of each of these sources the hits from `skip` on, the best first; the sources in their order. */
export async function findHits(db: Db, { words, sources, skip = 0, most }: Wanted): Promise<Hit[]> {
  if (words.length === 0 || sources.length === 0) return []
  const types = sources.map(({ type }) => type)
  const names = sources.filter(({ isNamed }) => isNamed).map(({ type }) => type)
  const { rows } = await sql<Hit>`
    select d.type, d.id, d.title, d.url, f.place::integer, f.total::integer,
           coalesce(ts_headline('pg_catalog.german', left(d.body, ${snippetFrom}), f.wanted, ${headline}), '') as snippet
      from search.find(${[...words]}::text[], ${types}::text[], ${names}::text[], ${skip}, ${most}, ${mostHits}) f
      join search.document d on d.build = f.build and d.type = f.type and d.id = f.id
     order by array_position(${types}::text[], d.type), f.place`.execute(db)
  return rows
}

/** What the person searched for last, and pinned; a thing that is gone or not visible any more is left out. */
export async function readOwn(db: Db): Promise<{ recent: string[]; pins: Pin[] }> {
  const { rows } = await sql<{ recent: string[]; pins: Pin[] }>`
    select (select coalesce(array_agg(r.query order by r.searched_at desc), '{}') from search.recent r) as recent,
           (select coalesce(jsonb_agg(jsonb_build_object('type', d.type, 'id', d.id, 'title', d.title, 'url', d.url) order by p.pinned_at), '[]')
              from search.pin p
              join search.document d on d.type = p.type and d.id = p.document_id and d.build = (select search.current_build())) as pins`.execute(
    db,
  )
  return rows[0] ?? { recent: [], pins: [] }
}

/** A thing in the index that the person may find. */
export async function findDocument(db: Db, { type, id }: { type: string; id: string }): Promise<Pin | undefined> {
  const { rows } = await sql<Pin>`
    select d.type, d.id, d.title, d.url from search.document d
     where d.build = (select search.current_build()) and d.type = ${type} and d.id = ${id}`.execute(db)
  return rows[0]
}
