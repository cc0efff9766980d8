import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'

/** A time that concerns somebody's rights. */
export interface RightDate {
  kind: 'substitution' | 'role' | 'invitation' | 'token' | 'assignment' | 'departure' | 'replacement'
  id: string
  /** The person, the role, or what it is called. */
  what: string
  /** The deputy, the organization, the roles. */
  other: string
  from: string
  until: string
  /** Of what has a time of day. */
  at: Temporal.Instant | null
  /** Null: as of the first day. */
  changedAt: Temporal.Instant | null
  isCancelled: boolean
}

interface Asked {
  scope: 'person' | 'organization'
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

/** What concerns the person, or the organization acted for; the earliest first. */
export async function listRightDates(
  ctx: Context,
  { limit, ...asked }: Asked & { limit: number },
): Promise<RightDate[]> {
  const { rows } = await sql<RightDate>`
    select u.kind, u.id, u.what, u.other, u.from_day::text as "from", u.until_day::text as "until", u.at, u.changed_at as "changedAt",
           u.is_cancelled as "isCancelled"
      from ${dates(ctx, asked)} order by u.from_day, u.id limit ${limit}`.execute(ctx.db)
  return rows
}

/** Another text as soon as one of them is. */
export async function markRightDates(ctx: Context, asked: Asked): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), ' ', sum(hash_record_extended(u, 41))) as mark from ${dates(ctx, asked)}`.execute(ctx.db)
  return rows[0]?.mark ?? ''
}

function dates({ actor, now }: Context, { scope, from, until }: Asked): RawBuilder<unknown> {
  const values = {
    first: sql`${from.toString()}::date`,
    last: sql`${until.toString()}::date`,
    begin: sql`${startOfDay(from).toString()}::timestamptz`,
    end: sql`${startOfDay(until.add({ days: 1 })).toString()}::timestamptz`,
    me: sql`${actor.personId}::uuid`,
    place: sql`${actor.actingFor?.id ?? null}::uuid`,
    now: sql`${now.toString()}::timestamptz`,
  }
  const parts = scope === 'person' ? ownParts(values) : partsOfOrganization(values)
  return sql`(${sql.join(parts, sql` union all `)}) as u(kind, id, what, other, from_day, until_day, at, changed_at, is_cancelled)`
}

type Values = Record<'first' | 'last' | 'begin' | 'end' | 'me' | 'place' | 'now', RawBuilder<unknown>>

/** One that was ended before it began keeps its first day, as cancelled. */
const substitutions = ({ first, last }: Values, whose: RawBuilder<unknown>) => sql`
  select 'substitution', s.id, p.name, d.name, s.from_day, greatest(s.from_day, s.until_day), null::timestamptz, coalesce(s.ended_at, s.named_at),
         s.until_day < s.from_day
    from identity.substitution s
    join identity.person p on p.id = s.person_id
    join identity.person d on d.id = s.deputy_id
   where ${whose} and s.from_day <= ${last} and greatest(s.from_day, s.until_day) >= ${first}`

const assignments = ({ first, last }: Values, whose: RawBuilder<unknown>) => sql`
  select 'assignment', a.id, p.name, o.name, a.from_day, greatest(a.from_day, a.until_day), null::timestamptz, a.ended_at,
         a.until_day < a.from_day
    from identity.assignment a
    join identity.person p on p.id = a.person_id
    join organizations.organization o on o.id = a.organization_id
   where ${whose} and a.from_day <= ${last} and greatest(a.from_day, a.until_day) >= ${first}`

/** Open ones; on the day on which they run out. */
const invitations = ({ begin, end }: Values, whose: RawBuilder<unknown>) => sql`
  select 'invitation', i.id, i.name, o.name, (i.expires_at at time zone 'Europe/Berlin')::date, (i.expires_at at time zone 'Europe/Berlin')::date,
         null::timestamptz, i.sent_at, false
    from identity.invitation i join organizations.organization o on o.id = i.organization_id
   where ${whose} and i.accepted_at is null and i.revoked_at is null and i.expires_at >= ${begin} and i.expires_at < ${end}`

const replacements = ({ begin, end }: Values, whose: RawBuilder<unknown>) => sql`
  select 'replacement', r.id, coalesce(p.name, r.name, ''), o.name, (r.effective_at at time zone 'Europe/Berlin')::date,
         (r.effective_at at time zone 'Europe/Berlin')::date, r.effective_at, coalesce(r.ended_at, r.confirmed_at),
         r.ending is not null and r.ending <> 'effective'
    from identity.replacement r
    join organizations.organization o on o.id = r.organization_id
    left join identity.person p on p.id = r.person_id
   where ${whose} and r.effective_at >= ${begin} and r.effective_at < ${end}`

const ownParts = (values: Values): RawBuilder<unknown>[] => {
  const { first, last, begin, end, me, now } = values
  return [
    substitutions(values, sql`${me} in (s.person_id, s.deputy_id)`),
    assignments(values, sql`a.person_id = ${me}`),
    invitations(values, sql`i.invited_by = ${me}`),
    replacements(values, sql`r.person_id = ${me}`),
    sql`
      select 'role', g.id, g.role, o.name, g.until_day, g.until_day, null::timestamptz, g.ended_at, false
        from identity.role_grant g join organizations.organization o on o.id = g.organization_id
       where g.person_id = ${me} and g.until_day between ${first} and ${last} and g.until_day >= g.from_day`,
    sql`
      select 'token', t.id, t.name, '', (t.expires_at at time zone 'Europe/Berlin')::date, (t.expires_at at time zone 'Europe/Berlin')::date,
             null::timestamptz, t.created_at, false
        from identity.own_tokens(${now}) t where t.expires_at >= ${begin} and t.expires_at < ${end}`,
  ]
}

const partsOfOrganization = (values: Values): RawBuilder<unknown>[] => {
  const { first, last, place } = values
  return [
    substitutions(values, sql`s.organization_id = ${place}`),
    assignments(values, sql`a.organization_id = ${place}`),
    invitations(values, sql`i.organization_id = ${place}`),
    replacements(values, sql`r.organization_id = ${place}`),
    sql`
      select 'departure', d.id, p.name, '', d.last_day, d.last_day, null::timestamptz, d.recorded_at, false
        from identity.departure d join identity.person p on p.id = d.person_id
       where d.organization_id = ${place} and d.last_day between ${first} and ${last}`,
  ]
}
