import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import { isRunning } from '../announcements/queries.ts'

/** A day that a check gives somebody. */
export interface CheckDate {
  kind: 'delegation' | 'evidence' | 'started' | 'signedByOrganization' | 'signedByAssessor' | 'migration'
  id: string
  assessmentId: string
  /** Of evidence. */
  controlId: string | null
  catalog: string
  /** Who answers the lists; what the evidence is called; who signed; what the new version is called. */
  what: string
  lists: number | null
  day: string
  /** Milliseconds since 1970: thousands of them are read at once. */
  changedAt: number
  isCancelled: boolean
}

interface Asked {
  scope: 'person' | 'organization'
  /** Whether the person answers for whole checks there. */
  answers: boolean
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/**
 * What concerns the person (own lists, own evidence), or the organization acted for; the earliest first. Nothing of other organizations,
 * though an assessor may read there: the calendar is no way of reading a check that leaves no note.
 */
export async function listCheckDates(
  ctx: Context,
  { limit, ...asked }: Asked & { limit: number },
): Promise<CheckDate[]> {
  const { rows } = await sql<CheckDate>`
    select u.kind, u.id, u.assessment_id as "assessmentId", u.control_id as "controlId", u.catalog, u.what, u.lists,
           u.day::text as day, floor(extract(epoch from u.changed_at) * 1000)::bigint as "changedAt", u.is_cancelled as "isCancelled"
      from ${dates(ctx, asked)} order by u.day, u.id limit ${limit}`.execute(ctx.db)
  return rows
}

/** Another text as soon as one of them is. */
export async function markCheckDates(ctx: Context, asked: Asked): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hash_record_extended(u, 41))) as mark from ${dates(ctx, asked)}`.execute(ctx.db)
  return rows[0]?.mark ?? ''
}

function dates({ actor }: Context, { scope, from, until, answers }: Asked): RawBuilder<unknown> {
  const [first, last] = [from.toString(), until.toString()]
  const [begin, end] = [startOfDay(from).toString(), startOfDay(until.add({ days: 1 })).toString()]
  const place = actor.actingFor?.id ?? null
  const own = scope === 'person'
  const mine = (column: 'd.person_id' | 'e.added_by') =>
    own ? sql`and ${sql.ref(column)} = ${actor.personId}::uuid` : sql``
  const milestones = sql`
    union all
    select 'started', a.id, a.id, null, a.catalog_id, '', null, (a.started_at at time zone 'Europe/Berlin')::date, a.started_at, false
      from security.assessment a
     where a.organization_id = ${place}::uuid and a.started_at >= ${begin}::timestamptz and a.started_at < ${end}::timestamptz
    union all
    select case s.side when 'organization' then 'signedByOrganization' else 'signedByAssessor' end, s.id, s.assessment_id, null, s.catalog_id,
           coalesce(p.name, ''), null, (s.signed_at at time zone 'Europe/Berlin')::date, coalesce(s.withdrawn_at, s.signed_at), s.withdrawn_at is not null
      from security.sign_off s left join identity.person p on p.id = s.signed_by
     where s.organization_id = ${place}::uuid and s.signed_at >= ${begin}::timestamptz and s.signed_at < ${end}::timestamptz`
  return sql`(
        select v.*, c.title as catalog from (
        select 'delegation' as kind, d.id, d.assessment_id, null as control_id, d.catalog_id, coalesce(p.name, '') as what,
               cardinality(d.group_keys) as lists, d.due_on as day, greatest(d.delegated_at, d.ended_at, a.in_review_at, a.closed_at) as changed_at,
               d.ended_at is not null or a.in_review_at is not null or a.closed_at is not null as is_cancelled
          from security.delegation d
          left join security.assessment a on a.id = d.assessment_id
          left join identity.person p on p.id = d.person_id
         where d.organization_id = ${place}::uuid and d.due_on between ${first}::date and ${last}::date ${mine('d.person_id')}
        union all
        select 'evidence', e.id, e.assessment_id, e.control_id, e.catalog_id, e.title, null, e.valid_until,
               coalesce(e.removed_at, a.closed_at, e.added_at), e.removed_at is not null or a.closed_at is not null
          from security.evidence e
          left join security.assessment a on a.id = e.assessment_id
         where e.organization_id = ${place}::uuid and e.valid_until between ${first}::date and ${last}::date ${mine('e.added_by')}
        ${own ? sql`` : milestones}
        ${own && !answers ? sql`` : migrations(place, first, last)}) v
        join catalogs.catalog c on c.id = v.catalog_id) u`
}

/** Last days of announced versions, for the last check on the old one: cancelled once that does not run any more. */
const migrations = (place: string | null, first: string, last: string): RawBuilder<unknown> => sql`
  union all
  select 'migration', m.id, s.id, null, m.from_catalog_id, t.title, null, m.due_on,
         greatest(m.announced_at, m.withdrawn_at, s.signed_off_at, s.closed_at), m.withdrawn_at is not null or not ${isRunning('s')}
    from security.migration_announcement m
    join catalogs.catalog t on t.id = m.to_catalog_id
    cross join lateral (select a.* from security.assessment a
      where a.organization_id = ${place}::uuid and a.catalog_id = m.from_catalog_id order by ${isRunning('a')} desc, a.wave desc limit 1) s
   where m.due_on between ${first}::date and ${last}::date and (${isRunning('s')} or greatest(s.signed_off_at, s.closed_at) > m.announced_at)`
