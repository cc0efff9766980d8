import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import type { Duty } from './duty.ts'

type Row = Duty & { all: number }

// What ran out and was not sent again, taken back or overtaken by another one to the same address.
const expired = (now: string) => sql`
  select 'expired' as kind, 'expired:' || i.id as key, i.organization_id, i.expires_at as at, 2 as rank, jsonb_build_object('who', i.name) as facts
    from identity.invitation i
   where i.invited_by = access.person() and i.accepted_at is null and i.revoked_at is null and i.expires_at <= ${now}::timestamptz
     and not exists (select from identity.invitation n where n.organization_id = i.organization_id and n.email = i.email and n.id > i.id)`

const replacements = ({ isCooperative, ownHead }: DutyScope, now: string) => sql`
  select case when r.confirmed_at is null then 'confirm' else 'object' end, 'replacement:' || r.id, r.organization_id,
         coalesce(r.effective_at, r.expires_at), 1, jsonb_build_object('who', coalesce(c.name, r.name, i.name, 'Eine Person'))
    from identity.replacement r left join identity.person c on c.id = r.person_id left join identity.invitation i on i.id = r.invitation_id
   where r.ended_at is null and coalesce(r.effective_at, r.expires_at) > ${now}::timestamptz
     and (${isCooperative} and r.confirmed_at is null and r.proposed_by <> access.person() and r.person_id is distinct from access.person()
          or r.confirmed_at is not null and r.organization_id is not distinct from ${ownHead}::uuid)`

// People work there and none of them may let anybody in; nobody is proposed or invited yet
// (an invitation that ran out is the duty of whoever sent it).
const headless = sql`
  select 'headless', 'headless:' || o.id, o.id, null::timestamptz, 3, jsonb_build_object('people', g.people)
    from organizations.organization o
    join (select organization_id, count(distinct person_id)::integer as people from identity.role_grant
           where from_day <= access.today() and (until_day is null or until_day >= access.today()) group by organization_id) g on g.organization_id = o.id
   where o.kind not in ('cooperative', 'contractor', 'ministry')
     and o.id <> all ((select access.headed_organizations())::uuid[])
     and not exists (select from identity.replacement r where r.organization_id = o.id and r.ended_at is null)
     and not exists (select from identity.invitation i where i.organization_id = o.id and i.accepted_at is null and i.revoked_at is null
       and i.roles && '{chiefExecutive,organizationAdmin}'::text[])`

// One duty for all of them: a list of hundreds helps nobody. Whoever was merged into another one needs no access.
const empty = (now: string) => sql`
  select 'empty', 'empty', min(o.id::text)::uuid, null, 4, jsonb_build_object('places', count(*))
    from organizations.organization o
   where o.kind not in ('cooperative', 'contractor', 'ministry')
     and not exists (select from organizations.succession s where s.predecessor_id = o.id and s.kind = 'merge' and s.withdrawn_at is null)
     and not exists (select from identity.role_grant g where g.organization_id = o.id
       and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today()))
     and not exists (select from identity.invitation i where i.organization_id = o.id and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > ${now}::timestamptz)
  having count(*) > 0`

export interface DutyScope {
  /** One of the cooperative's roles that let municipalities in. */
  isCooperative: boolean
  /** The municipality for which the person may object. */
  ownHead: string | null
}

/** All duties around people and their access, in one query; who expired invitations belong to says their row. */
export async function listDuties(
  { db, now }: Pick<Context, 'db' | 'now'>,
  scope: DutyScope,
  limit: number,
): Promise<{ duties: Duty[]; total: number }> {
  const at = now.toString()
  const { rows } = await sql<Row & { facts: object }>`
    with duties as (
      ${expired(at)}
      union all ${replacements(scope, at)}
      ${scope.isCooperative ? sql`union all ${headless} union all ${empty(at)}` : sql``})
    select d.kind, d.key, d.at, d.facts, o.id as "organizationId", o.name as "organizationName", (count(*) over ())::integer as "all"
      from duties d join organizations.organization o on o.id = d.organization_id
     order by case when d.kind = 'expired' then null else d.at end nulls last, d.rank, o.sort_key, d.key
     limit ${limit}`.execute(db)
  return {
    total: rows[0]?.all ?? 0,
    duties: rows.map(({ facts, all: _, ...row }) => ({ ...row, ...facts })),
  }
}

/** Something that stands still until somebody acts. */
export interface Waiting {
  kind: 'invitation' | 'proposal' | 'objection'
  organizationName: string
  /** Whose turn it is, where it is one person. */
  who: string | null
  since: Temporal.Instant
  until: Temporal.Instant
}

/** What the cooperative waits for at others, and they at it; the longest first. */
export async function listWaiting({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select w.kind, o.name as "organizationName", w.who, w.since, w.until
      from (select 'invitation' as kind, i.organization_id, i.name as who, i.sent_at as since, i.expires_at as until from identity.invitation i
             where i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now.toString()}::timestamptz
            union all
            select case when r.confirmed_at is null then 'proposal' else 'objection' end, r.organization_id, null,
                   coalesce(r.confirmed_at, r.proposed_at), coalesce(r.effective_at, r.expires_at)
              from identity.replacement r
             where r.ended_at is null and coalesce(r.effective_at, r.expires_at) > ${now.toString()}::timestamptz) w
      join organizations.organization o on o.id = w.organization_id
     order by w.since, o.sort_key limit 10`.execute(db)
  return rows
}
