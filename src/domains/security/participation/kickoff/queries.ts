import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { StepState } from '#foundation/programmes/index.ts'

/** The step of the kick-off on the road of one municipality. */
export interface KickoffStep {
  organizationId: string
  organizationName: string
  beganAt: Temporal.Instant
  state: StepState
  note: string
  /** Everything before it is over. */
  canBegin: boolean
}

/** Of those of these organizations that take part; the others have no road here. */
export async function listKickoffSteps(
  db: Db,
  programmeId: string,
  organizationIds: readonly string[],
): Promise<KickoffStep[]> {
  const { rows } = await sql<KickoffStep>`
    select e.organization_id as "organizationId", o.name as "organizationName", e.began_at as "beganAt", s.state, s.note,
           not exists (select from programmes.enrollment_step n where n.enrollment_id = e.id and n.step = any (d.needs)
             and n.state not in ('done', 'notNeeded')) as "canBegin"
      from programmes.enrollment e
      join programmes.enrollment_step s on s.enrollment_id = e.id and s.step = 'kickoff'
      join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
      join organizations.organization o on o.id = e.organization_id
     where e.programme_id = ${programmeId}::uuid and e.state = 'active' and e.organization_id = any (${[...organizationIds]}::uuid[])
     order by o.sort_key, e.id`.execute(db)
  return rows
}
