import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import { mostSpotChecks, type Closing, type SpotCheck, type SpotCheckVersion, type SpotComment } from './spot-check.ts'

type Told<Thing extends { writtenAt: Temporal.Instant }> = Omit<Thing, 'writtenAt'> & { writtenAt: string }

interface Row {
  id: string
  enrollmentId: string
  organizationId: string
  number: number
  versions: readonly Told<SpotCheckVersion>[]
  comments: readonly Told<SpotComment>[]
}

/** Samples as the actor may see them: all versions of each, the newest first, with what was said about them. */
async function read(db: Db, where: RawBuilder<unknown>, limit: number): Promise<SpotCheck[]> {
  const { rows } = await sql<Row>`
    with checks as (
      select s.id, s.enrollment_id, s.organization_id, s.number,
             jsonb_agg(jsonb_build_object('version', s.version, 'object', s.object, 'what', s.what, 'expected', s.expected, 'seen', s.seen,
               'result', s.result, 'evidenceNote', s.evidence_note,
               'file', case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) end,
               'control', case when s.control_id is not null then jsonb_build_object('assessmentId', s.assessment_id, 'id', s.control_id) end,
               'checkedOn', s.checked_on::text, 'reason', s.reason, 'writtenBy', p.name, 'writtenAt', s.written_at) order by s.version desc) as versions
        from participation.spot_check s
        left join files.file f on f.id = s.file_id
        left join identity.person p on p.id = s.written_by
       where ${where}
       group by s.id, s.enrollment_id, s.organization_id, s.number
       order by s.number limit ${limit})
    select c.id, c.enrollment_id as "enrollmentId", c.organization_id as "organizationId", c.number, c.versions,
           coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'version', m.spot_check_version, 'text', m.text, 'writtenBy', p.name,
                                                         'writtenAt', m.written_at) order by m.id)
                       from participation.spot_comment m left join identity.person p on p.id = m.written_by
                      where m.spot_check_id = c.id), '[]') as comments
      from checks c order by c.number`.execute(db)
  return rows.flatMap(fromRow)
}

function fromRow({ versions, comments, ...row }: Row): SpotCheck[] {
  const [current, ...earlier] = versions.map(dated)
  return current ? [{ ...row, ...current, earlier, comments: comments.map(dated) }] : []
}

const dated = <Thing extends { writtenAt: string }>(thing: Thing) => ({
  ...thing,
  writtenAt: Temporal.Instant.from(thing.writtenAt),
})

/** The whole protocol of a road, in order. */
export const listSpotChecks = (db: Db, enrollmentId: string): Promise<SpotCheck[]> =>
  read(db, sql`s.enrollment_id = ${enrollmentId}::uuid`, mostSpotChecks)

/** One sample; undefined when it is not there or not visible. */
export const findSpotCheck = async (db: Db, id: string): Promise<SpotCheck | undefined> =>
  isId(id) ? (await read(db, sql`s.id = ${id}::uuid`, 1))[0] : undefined

/** Undefined while the protocol is open. */
export async function findClosing(db: Db, enrollmentId: string): Promise<Closing | undefined> {
  return db
    .selectFrom('participation.spot_protocol as c')
    .leftJoin('identity.person as p', 'p.id', 'c.closed_by')
    .select(['c.closed_at as closedAt', 'p.name as closedBy'])
    .where('c.enrollment_id', '=', enrollmentId)
    .executeTakeFirst()
}
