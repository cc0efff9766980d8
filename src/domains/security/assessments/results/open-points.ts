import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { isLeft, latest } from '../queries.ts'

/** The check that speaks for an organization: the one signed off last, else the one begun last. */
export interface StandingCheck {
  id: string
  catalogId: string
  catalogTitle: string
  signedOffAt: Temporal.Instant | null
  /** When anything in it was answered last. */
  answeredAt: Temporal.Instant | null
  questions: number
}

/** A question with something left to do. */
export interface OpenPoint {
  id: string
  /** Key of the control: the same in each version of its catalog. */
  key: string
  title: string
  listKey: string
  listTitle: string
  isQuickWin: boolean
  /** Answered with no or below its target; otherwise not answered. */
  isNo: boolean
}

/** Undefined where there is no check that the actor may read. */
export async function findStandingCheck(db: Db, organizationId: string): Promise<StandingCheck | undefined> {
  const { rows } = await sql<StandingCheck>`
    select s.id, s.catalog_id as "catalogId", c.title as "catalogTitle", s.signed_off_at as "signedOffAt",
           (select max(v.answered_at) from security.answer v where v.assessment_id = s.id) as "answeredAt",
           (select count(*)::integer from catalogs.control k where k.catalog_id = s.catalog_id) as questions
      from security.assessment s join catalogs.catalog c on c.id = s.catalog_id
     where s.organization_id = ${organizationId}::uuid and s.closed_at is null
     order by s.signed_off_at desc nulls last, s.id desc limit 1`.execute(db)
  return rows[0]
}

/** More than any catalog has. */
const most = 2000

/** What is left to do in a check, in the catalog's order. */
export async function listOpenPoints(
  db: Db,
  { id, catalogId }: Pick<StandingCheck, 'id' | 'catalogId'>,
): Promise<OpenPoint[]> {
  const { rows } = await sql<OpenPoint>`
    select c.id, c.key, c.title, g.key as "listKey", g.title as "listTitle", coalesce(c.effort_min = 1, false) as "isQuickWin",
           coalesce(a.counts, false) as "isNo"
      from catalogs.control c
      join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.top_key
      ${latest(sql`${id}::uuid`)}
     where c.catalog_id = ${catalogId}::uuid and ${isLeft}
     order by c.position limit ${most}`.execute(db)
  return rows
}
