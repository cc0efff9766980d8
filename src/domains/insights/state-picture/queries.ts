import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import {
  type Dimension,
  dimensions,
  type NamedMunicipality,
  type Picture,
  type PictureCell,
  type PictureHead,
} from './picture.ts'

const heads = (db: Db) =>
  db
    .selectFrom('pictures.picture as p')
    .innerJoin('programmes.programme as o', 'o.id', 'p.programme_id')
    .leftJoin('catalogs.catalog as c', 'c.id', 'p.catalog_id')
    .select([
      'p.id',
      'p.programme_id as programmeId',
      'o.key as programmeKey',
      'o.name as programmeName',
      'p.catalog_id as catalogId',
      'c.title as catalogTitle',
      'c.sha256 as catalogSha256',
      'p.previous_id as previousId',
      'p.taken_at as takenAt',
      sql<string>`p.release_on::text`.as('releaseOn'),
      'p.participants',
      'p.assessed',
      'p.sha256',
      'p.public_at as publicAt',
    ])
    .orderBy('p.release_on', 'desc')
    .orderBy('p.id')

/** Whose picture: of all programmes whose pictures are visible when not given. */
interface PictureFilter {
  programmeId?: string | undefined
  /** The end of its address: `sicherkommunal`. */
  programmeKey?: string | undefined
}

const filtered = (db: Db, { programmeId, programmeKey }: PictureFilter) => {
  let query = heads(db)
  if (programmeId !== undefined) query = query.where('p.programme_id', '=', programmeId)
  if (programmeKey !== undefined) query = query.where('o.key', '=', programmeKey)
  return query
}

/** The newest first; a programme has a few a year. */
export const listPictures = (db: Db, filter: PictureFilter = {}, limit = 100): Promise<PictureHead[]> =>
  filtered(db, filter).limit(limit).execute()

/**
 * The newest one, with its cells; undefined while none has appeared. Of several programmes the one whose picture counts most checks. Two queries,
 * whatever the number of municipalities.
 */
export async function findLatest(db: Db, filter: PictureFilter = {}): Promise<Picture | undefined> {
  const newest = await filtered(db, filter)
    .where(
      sql<boolean>`not exists (select from pictures.picture q where q.programme_id = p.programme_id and q.release_on > p.release_on)`,
    )
    .execute()
  const [head] = newest.toSorted((one, other) => (other.assessed ?? 0) - (one.assessed ?? 0))
  return head && withCells(db, head)
}

/** Undefined when it is not there, or not for whoever asks. */
export async function findPicture(db: Db, id: string): Promise<Picture | undefined> {
  const head = isId(id) ? await heads(db).where('p.id', '=', id).executeTakeFirst() : undefined
  return head && withCells(db, head)
}

/**
 * The newest that is public, for people who need not be signed in: what it is about comes from a function, because they read no programmes and no
 * catalogs. Two queries.
 */
export async function findPublic(db: Db): Promise<Picture | undefined> {
  const { rows } = await sql<PictureHead>`
    select p.id, p.programme_id as "programmeId", f.programme_key as "programmeKey", f.programme_name as "programmeName",
           p.catalog_id as "catalogId", f.catalog_title as "catalogTitle", null as "catalogSha256", p.previous_id as "previousId", p.taken_at as "takenAt",
           p.release_on::text as "releaseOn", p.participants, p.assessed, p.sha256, p.public_at as "publicAt"
      from pictures.picture p join access.public_pictures() f on f.picture_id = p.id
     order by p.release_on desc, p.id limit 1`.execute(db)
  return rows[0] && withCells(db, rows[0])
}

export interface StoredCell {
  dimension: Dimension
  key: string
  label: string
  count: number | null
  percent: number | null
  bound: 'atMost' | 'atLeast' | null
  hidden: Exclude<PictureCell['hidden'], null> | null
  asOf: string | null
}

/** Cells and named municipalities by one query. */
async function withCells(db: Db, head: PictureHead): Promise<Picture> {
  const { rows } = await sql<{ cells: StoredCell[]; named: NamedMunicipality[] }>`
    select coalesce((select jsonb_agg(jsonb_build_object('dimension', c.dimension, 'key', c.key, 'label', c.label, 'count', c.count,
             'percent', c.percent, 'bound', c.bound, 'hidden', c.hidden, 'asOf', c.as_of) order by c.position, c.key)
             from pictures.cell c where c.picture_id = ${head.id}::uuid), '[]') as cells,
           coalesce((select jsonb_agg(jsonb_build_object('organizationId', n.municipality_id, 'name', n.name, 'percent', n.percent,
             'phaseLabel', n.phase_label) order by n.name, n.municipality_id)
             from pictures.named n where n.picture_id = ${head.id}::uuid), '[]') as named`.execute(db)
  const { cells = [], named = [] } = rows[0] ?? {}
  const byDimension = Map.groupBy(cells, ({ dimension }) => dimension)
  const families = dimensions.flatMap((dimension) => {
    const own = byDimension.get(dimension)
    return own ? [{ dimension, cells: own.map(cellOf) }] : []
  })
  return { ...head, families, named }
}

export const cellOf = ({ key, label, count, percent, bound, hidden, asOf }: StoredCell): PictureCell =>
  hidden !== null || count === null || percent === null
    ? { key, label, hidden: hidden ?? 'small' }
    : { key, label, hidden: null, count, percent, bound, asOf }
