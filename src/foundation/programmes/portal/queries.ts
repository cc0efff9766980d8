import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'

type Condition = (enrollmentId: RawBuilder<unknown>, step: RawBuilder<unknown>) => RawBuilder<unknown>

/** What another module says of a step: whether it asks for it by a duty of its own, and whether its day is a date of its own. */
export interface ToldElsewhere {
  duties: readonly Condition[]
  date: Condition
}

export interface OpenStep {
  kind: 'own' | 'assigned' | 'led'
  id: string
  programme: string
  place: string
  stepKey: string
  step: string
  missing: string
  /** An instant as JSON has it. */
  since: string
  /** The last day on which the rest still fits before the deadline. */
  due: string | null
  next: string | null
}

interface Asked {
  /** The municipality for which the actor speaks. */
  speaksFor: string | null
  /** Whether they sign for it too. */
  signs: boolean
  isAssessor: boolean
  leads: boolean
  limit: number
}

/** Steps in which this actor is waited for, what has a day first, then what has waited longest. */
export const openSteps = (
  { limit, ...asked }: Asked,
  told: ToldElsewhere,
): RawBuilder<OpenStep & { total: number }> => sql<OpenStep & { total: number }>`
    select w.kind, w.id, p.name as programme, o.name as place, w.current_step as "stepKey", d.title as step, w.missing, w.waiting_since as since,
           case when w.kind <> 'led' then (p.deadline_on - ahead.days)::text end as due, ahead.next, (count(*) over ())::integer as total
      from (${sql.join(waiting(asked, told), sql` union all `)}) w
      join programmes.programme p on p.id = w.programme_id and p.state = 'running'
      join programmes.step d on d.programme_id = w.programme_id and d.key = w.current_step
      join organizations.organization o on o.id = w.organization_id
     cross join lateral (
       select coalesce(sum(n.typical_days), 0)::integer as days, (array_agg(n.title order by n.position))[1] as next
         from programmes.enrollment_step s join programmes.step n on n.programme_id = s.programme_id and n.key = s.step
        where s.enrollment_id = w.id and s.state in ('open', 'inProgress') and n.position > d.position) ahead
     order by due nulls last, w.waiting_since, w.id limit ${limit}`

/** A declaration is signed by the head alone; admissions are asked for by the module that keeps them. */
function waiting(
  { speaksFor, signs, isAssessor, leads }: Omit<Asked, 'limit'>,
  told: ToldElsewhere,
): RawBuilder<unknown>[] {
  const row = sql`e.id, e.programme_id, e.organization_id, e.current_step, e.missing, e.waiting_since`
  const isAsked = sql`(${sql.join(
    told.duties.map((asks) => asks(sql`e.id`, sql`e.current_step`)),
    sql` or `,
  )})`
  return [
    ...(speaksFor === null
      ? []
      : [
          sql`select 'own' as kind, ${row} from programmes.enrollment e
           where e.organization_id = ${speaksFor}::uuid and e.state = 'active' and e.waiting_for = 'organization'
             and (${signs}::boolean or e.current_step <> 'declaration') and not ${isAsked}`,
        ]),
    ...(isAssessor
      ? [
          sql`select 'assigned' as kind, ${row} from programmes.enrollment e
           where e.organization_id = any ((select access.assigned_organizations())::uuid[]) and e.state = 'active'
             and e.waiting_for = 'contractor' and not ${isAsked}`,
        ]
      : []),
    ...(leads
      ? [
          sql`select 'led' as kind, ${row} from programmes.enrollment e
           where e.programme_id = any ((select access.scope_programmes_led())::uuid[]) and e.state = 'active'
             and e.waiting_for = 'cooperative' and e.current_step <> 'admission'`,
        ]
      : []),
  ]
}

/** A day of a programme: its deadline, or when a step of a municipality happens or happened. */
export interface ProgrammeDay {
  kind: 'deadline' | 'roadDeadline' | 'step'
  /** Of the programme, or of the road. */
  id: string
  programme: string
  place: string
  stepKey: string
  step: string
  day: string
  changedAt: string
}

interface Range {
  /** Null: of the person, who leads programmes, guides in them or checks in them. */
  organizationId: string | null
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** The earliest first. */
export const programmeDays = (
  { limit, ...range }: Range & { limit: number },
  told: ToldElsewhere,
): RawBuilder<ProgrammeDay> => sql<ProgrammeDay>`
    select v.kind, v.id, v.programme, v.place, v."stepKey", v.step, v.day::text as day, v.changed_at::text as "changedAt"
      from (${days(range, told)}) v order by v.day, v.id, v."stepKey" limit ${limit}`

/** Another text as soon as one of them is. */
export async function markProgrammeDays(db: Db, range: Range, told: ToldElsewhere): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hash_record_extended(v, 61))) as mark from (${days(range, told)}) v`.execute(db)
  return rows[0]?.mark ?? ''
}

function days({ organizationId, from, until }: Range, told: ToldElsewhere): RawBuilder<unknown> {
  const [first, last] = [from.toString(), until.toString()]
  if (organizationId === null)
    return sql`
      select 'deadline' as kind, p.id, p.name as programme, '' as place, '' as "stepKey", '' as step, p.deadline_on as day, p.changed_at
        from programmes.programme p
       where p.state = 'running' and p.deadline_on between ${first}::date and ${last}::date
         and (p.id = any ((select access.scope_programmes())::uuid[]) or exists (
           select from programmes.enrollment e where e.programme_id = p.id and e.state = 'active'
              and e.organization_id = any ((select access.assigned_organizations())::uuid[])))`
  return sql`
    select 'roadDeadline' as kind, e.id, p.name as programme, o.name as place, '' as "stepKey", '' as step, p.deadline_on as day,
           greatest(p.changed_at, e.began_at) as changed_at
      from programmes.enrollment e join programmes.programme p on p.id = e.programme_id
      join organizations.organization o on o.id = e.organization_id
     where e.organization_id = ${organizationId}::uuid and e.state = 'active' and e.completed_at is null and p.state = 'running'
       and p.deadline_on between ${first}::date and ${last}::date
    union all
    select 'step', e.id, p.name, o.name, s.step, d.title, s.on_day, greatest(s.since, (
             select max(c.at) from programmes.step_change c where c.enrollment_id = s.enrollment_id and c.step = s.step))
      from programmes.enrollment e join programmes.programme p on p.id = e.programme_id and p.state <> 'draft'
      join organizations.organization o on o.id = e.organization_id
      join programmes.enrollment_step s on s.enrollment_id = e.id
      join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
     where e.organization_id = ${organizationId}::uuid and e.state = 'active'
       and s.on_day between ${first}::date and ${last}::date and not ${told.date(sql`e.id`, sql`s.step`)}`
}
