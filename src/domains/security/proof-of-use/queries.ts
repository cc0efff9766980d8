import { sql } from 'kysely'

/** A programme that somebody leads, with what still has to be done in it before and after its last day. */
export interface Duty {
  programmeId: string
  programmeName: string
  endsOn: string
  dueOn: string
  /** Municipalities of which not everything that was ordered is settled. */
  open: number
  isProven: boolean
  changedAt: string
}

/** Programmes with money and a last day that the actor leads. */
export const duties = sql<Duty>`
    select p.id as "programmeId", p.name as "programmeName", p.deadline_on::text as "endsOn",
           (p.deadline_on + make_interval(months => t.due_months))::date::text as "dueOn",
           (select count(distinct s.organization_id)::int from funding.service_order s where s.programme_id = p.id
              and s.planned_cents + s.committed_cents + s.delivered_cents + s.accepted_cents + s.invoiced_cents > 0) as open,
           exists (select from proofs.proof_version v where v.programme_id = p.id and v.kind = 'final') as "isProven",
           to_char(greatest(p.changed_at, t.changed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
      from programmes.programme p join proofs.terms t on t.programme_id = p.id
     where p.id = any ((select access.scope_programmes_led())::uuid[]) and p.deadline_on is not null
       and exists (select from programmes.stage s where s.programme_id = p.id)
     order by p.deadline_on, p.id`
