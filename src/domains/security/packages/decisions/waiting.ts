import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

export interface Waiting {
  kind: 'decide' | 'rework'
  packageId: string
  enrollmentId: string
  programmeName: string
  number: number
  decideBy: string | null
  /** An instant as JSON has it. */
  since: string
  /** Who laid it before the head, or sent it back. */
  by: string | null
}

/** Packages of the organization acted for that wait for somebody: for its head, or to be changed after they came back. */
export const waitingFor = (
  organizationId: string,
  kinds: readonly Waiting['kind'][],
): RawBuilder<Waiting> => sql<Waiting>`
    select w.kind, w.id as "packageId", w.enrollment_id as "enrollmentId", g.name as "programmeName", w.number,
           w.decide_by::text as "decideBy", w.saved_at as since, s.name as by
      from (select case when p.state = 'submitted' then 'decide' else 'rework' end as kind, p.*, v.saved_at, v.saved_by
              from packages.package p join packages.package_version v on v.package_id = p.id and v.number = p.version
              join programmes.enrollment e on e.id = p.enrollment_id and e.state = 'active'
             where p.organization_id = ${organizationId}::uuid and (p.state = 'submitted' or (p.state = 'draft' and v.what = 'returned'))) w
      join programmes.programme g on g.id = w.programme_id
      left join identity.person s on s.id = w.saved_by
     where w.kind = any (${[...kinds]}::text[])
     order by w.decide_by nulls last, w.id limit 50`

export interface LastDay {
  packageId: string
  enrollmentId: string
  organizationName: string
  programmeName: string
  decideBy: string
  /** An instant as JSON has it. */
  changedAt: string
}

/** Last days of packages that are not decided, between two days. */
export const lastDays = ({
  organizationId,
  from,
  until,
  limit,
}: {
  organizationId: string
  from: string
  until: string
  limit: number
}): RawBuilder<LastDay> => sql<LastDay>`
    select p.id as "packageId", p.enrollment_id as "enrollmentId", o.name as "organizationName", g.name as "programmeName",
           p.decide_by::text as "decideBy", p.changed_at as "changedAt"
      from packages.package p join organizations.organization o on o.id = p.organization_id
      join programmes.programme g on g.id = p.programme_id
      join programmes.enrollment e on e.id = p.enrollment_id and e.state = 'active'
     where p.organization_id = ${organizationId}::uuid and p.state <> 'decided' and p.decide_by between ${from}::date and ${until}::date
     order by p.decide_by, p.id limit ${limit}`

/** Roads of a programme on which everything before the package is over and none is decided. */
export async function roadsWithoutDecision(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from programmes.enrollment e
      join programmes.step d on d.programme_id = e.programme_id and d.key = 'package'
      join programmes.enrollment_step s on s.enrollment_id = e.id and s.step = 'package' and s.state in ('open', 'inProgress')
     where e.programme_id = ${programmeId}::uuid and e.state = 'active'
       and not exists (select from programmes.enrollment_step n
                        where n.enrollment_id = e.id and n.step = any (d.needs) and n.state not in ('done', 'notNeeded'))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** For duties of other modules: a package that lies before the head already asks for this step. */
export const packageAsks = (enrollmentId: RawBuilder<unknown>, step: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  ${step} = 'package' and exists (select from packages.package k where k.enrollment_id = ${enrollmentId} and k.state = 'submitted'))`
