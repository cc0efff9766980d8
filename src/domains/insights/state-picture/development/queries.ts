import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Picture, PictureCell } from '../picture.ts'
import { cellOf, type StoredCell } from '../queries.ts'

/** One point of the line of all pictures of a programme. */
export interface Point {
  id: string
  /** ISO day. */
  releaseOn: string
  /** Of all together; undefined in a picture without signed-off checks. */
  total: PictureCell | undefined
}

export interface Development {
  /** The oldest first, up to the picture itself. */
  points: Point[]
  /** Cells by county of the picture before; empty where there is none, or it is not for whoever asks. */
  before: PictureCell[]
  /** On which days of the year pictures of the programme appear (`MM-DD`); null: as usual. */
  planDays: string[] | null
}

interface Row {
  id: string
  releaseOn: string
  total: StoredCell | null
  counties: StoredCell[] | null
  planDays: string[] | null
}

/** Ten years of four. */
const most = 40

/** How the figures came to be what they are; only what whoever asks may see. One query. */
export async function loadDevelopment(
  db: Db,
  picture: Picture,
  { isPublic = false }: { isPublic?: boolean } = {},
): Promise<Development> {
  const isShown = isPublic ? sql`p.public_at is not null` : sql`true`
  const stored = sql`jsonb_build_object('dimension', c.dimension, 'key', c.key, 'label', c.label, 'count', c.count,
    'percent', c.percent, 'bound', c.bound, 'hidden', c.hidden, 'asOf', c.as_of)`
  const { rows } = await sql<Row>`
    select p.id, p.release_on::text as "releaseOn",
           (select ${stored} from pictures.cell c where c.picture_id = p.id and c.dimension = 'total' limit 1) as total,
           case when p.id = ${picture.previousId}::uuid then
             (select jsonb_agg(${stored} order by c.position, c.key) from pictures.cell c where c.picture_id = p.id and c.dimension = 'county')
           end as counties,
           (select r.days from pictures.release_plan r where r.programme_id = p.programme_id) as "planDays"
      from pictures.picture p
     where p.programme_id = ${picture.programmeId}::uuid and p.release_on <= ${picture.releaseOn}::date and ${isShown}
     order by p.release_on desc limit ${most}`.execute(db)
  return {
    points: rows
      .map(({ id, releaseOn, total }) => ({ id, releaseOn, total: total ? cellOf(total) : undefined }))
      .toReversed(),
    before: rows.flatMap(({ counties }) => counties ?? []).map(cellOf),
    planDays: rows[0]?.planDays ?? null,
  }
}
