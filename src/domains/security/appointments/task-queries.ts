import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { liveProposals } from './queries.ts'

/** Something a date wants: `id` is the appointment, the road where there is none yet, or the kick-off. */
export interface Duty {
  kind: 'choose' | 'answer' | 'propose' | 'record' | 'attendance'
  id: string
  enrollmentId: string
  programmeId: string
  organizationName: string
  title: string
  /** An instant as JSON has it. */
  at: string | null
}

interface Asked {
  /** The municipality for which the actor speaks. */
  speaksFor: string | null
  assessorId: string | null
  leads: boolean
  now: Temporal.Instant
  limit: number
}

/** All of them in one query, what has a day first. */
export const duties = ({ limit, ...asked }: Asked): RawBuilder<Duty & { total: number }> => sql<
  Duty & { total: number }
>`
    select d.kind, d.id, d.enrollment_id as "enrollmentId", d.programme_id as "programmeId", o.name as "organizationName", d.title, d.at,
           (count(*) over ())::integer as total
      from (${sql.join(kindsOf(asked), sql` union all `)}) d join organizations.organization o on o.id = d.organization_id
     order by d.kind = 'choose' desc, d.at nulls last, o.sort_key, d.id limit ${limit}`

function kindsOf({ speaksFor, assessorId, leads, now }: Omit<Asked, 'limit'>): RawBuilder<unknown>[] {
  const [moment, kinds] = [sql`${now.toString()}::timestamptz`, [] as RawBuilder<unknown>[]]
  const row = sql`a.id, a.enrollment_id, a.programme_id, a.organization_id, a.title`
  if (speaksFor !== null)
    kinds.push(sql`select 'choose' as kind, ${row}, (select min(p.starts_at) from appointments.proposal p where ${liveProposals}) as at
      from appointments.appointment a join programmes.enrollment e on e.id = a.enrollment_id and e.state = 'active'
     where a.organization_id = ${speaksFor}::uuid and a.state = 'proposed'`)
  if (assessorId !== null)
    kinds.push(
      sql`select 'answer' as kind, ${row}, null::timestamptz as at
        from appointments.appointment a join programmes.enrollment e on e.id = a.enrollment_id and e.state = 'active'
       where a.assessor_id = ${assessorId}::uuid and a.state = 'declined'`,
      sql`select 'record', ${row}, a.starts_at
        from appointments.appointment a where a.assessor_id = ${assessorId}::uuid and a.state = 'confirmed' and a.ends_at <= ${moment}`,
      sql`select 'propose', s.enrollment_id, s.enrollment_id, s.programme_id, s.organization_id, '', null
        from programmes.enrollment_step s join programmes.enrollment e on e.id = s.enrollment_id and e.state = 'active'
        join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
       where s.step = 'onSite' and s.state in ('open', 'inProgress') and s.organization_id = any ((select access.assigned_organizations())::uuid[])
         and not exists (select from programmes.enrollment_step n where n.enrollment_id = s.enrollment_id and n.step = any (d.needs)
           and n.state not in ('done', 'notNeeded'))
         and not exists (select from appointments.appointment a where a.enrollment_id = s.enrollment_id and a.step = 'onSite'
           and a.state in ('proposed', 'confirmed', 'declined', 'held'))`,
    )
  if (leads)
    kinds.push(sql`select 'attendance' as kind, a.kickoff_id as id, (array_agg(a.enrollment_id))[1] as enrollment_id, a.programme_id,
        (array_agg(a.organization_id))[1] as organization_id, min(a.title) as title, min(a.starts_at) as at
      from appointments.appointment a
     where a.kickoff_id is not null and a.state = 'confirmed' and a.ends_at <= ${moment}
       and a.programme_id = any ((select access.scope_programmes_led())::uuid[])
     group by a.kickoff_id, a.programme_id`)
  return kinds
}
