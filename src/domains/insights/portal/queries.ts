import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { mayAssess } from '#domains/security/assessments/index.ts'
import { type Context, hasRole } from '#platform/http/context.ts'
import type { Deed, News, Unread } from './news.ts'
import { visitMinutes } from './visit.ts'

/** JSON of the database writes an instant as text. */
type Written<Fields> = { [Key in keyof Fields]: Fields[Key] extends Temporal.Instant ? string : Fields[Key] }

interface Row {
  seenAt: Temporal.Instant | null
  beforeAt: Temporal.Instant | null
  unread: Written<Unread>[]
  unreadTotal: number
  deeds: Written<Deed>[]
}

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)

/** So many of each are shown. */
const most = 5

// Of one kind, person and check together.
const deedsAt = (own: string) => sql`
    done as (
      select 'answers' as kind, a.assessment_id, a.answered_by as person, count(distinct a.control_id)::integer as count, max(a.answered_at) as at
        from security.answer a, mark
       where a.organization_id = ${own}::uuid and a.answered_at > mark.since and not a.unconfirmed and a.moved_from is null group by 2, 3
      union all
      select 'verdicts', r.assessment_id, r.reviewed_by, count(distinct r.control_id)::integer, max(r.reviewed_at)
        from security.review r, mark where r.organization_id = ${own}::uuid and r.reviewed_at > mark.since and r.moved_from is null group by 2, 3
      union all
      select 'remarks', r.assessment_id, r.written_by, count(*)::integer, max(r.written_at)
        from security.remark r, mark where r.organization_id = ${own}::uuid and r.written_at > mark.since and r.moved_from is null group by 2, 3
      union all
      select 'evidence', e.assessment_id, e.added_by, count(*)::integer, max(e.added_at)
        from security.evidence e, mark
       where e.organization_id = ${own}::uuid and e.added_at > mark.since and e.removed_at is null and e.moved_from is null group by 2, 3
      union all
      select 'signature', f.assessment_id, f.signed_by, 1, f.signed_at
        from security.sign_off f, mark
       where f.organization_id = ${own}::uuid and f.signed_at > mark.since and f.withdrawn_at is null
      union all
      select 'start', s.id, s.started_by, 1, s.started_at
        from security.assessment s, mark where s.organization_id = ${own}::uuid and s.started_at > mark.since)`

const deeds = sql`(select coalesce(jsonb_agg(to_jsonb(d) order by d.at desc, d.kind), '[]') from (
             select done.kind, done.assessment_id as "assessmentId", c.title as "catalogTitle", p.name as who, done.count, done.at
               from done join security.assessment s on s.id = done.assessment_id join catalogs.catalog c on c.id = s.catalog_id
               left join identity.person p on p.id = done.person
              where done.person <> access.person() order by done.at desc, done.kind limit ${most}) d)`

/** What is new for the person, in one query: their last visit, what they have not read, and what others did in own checks since. */
export async function readNews({ actor, db, now }: Context): Promise<News> {
  // Checks belong to municipalities; whoever acts for another kind is spared the question.
  const own = mayAssess.see(actor) && !hasRole(actor, 'assessor') ? (actor.actingFor?.id ?? null) : null
  const at = now.toString()
  const { rows } = await sql<Row>`
    with mark as materialized (
      select v.seen_at, v.before_at,
             case when v.seen_at + make_interval(mins => ${visitMinutes}) <= ${at}::timestamptz then v.seen_at else v.before_at end as since
        from (select 1) one left join portal.visit v on v.person_id = access.person())${own === null ? sql`` : sql`, ${deedsAt(own)}`}
    select mark.seen_at as "seenAt", mark.before_at as "beforeAt",
           (select count(*)::integer from notifications.notification n where n.read_at is null) as "unreadTotal",
           (select coalesce(jsonb_agg(to_jsonb(u) order by u.id desc), '[]') from (
             select n.id, n.title, n.url, n.acting_for as "organizationId", n.created_at as "createdAt"
               from notifications.notification n where n.read_at is null order by n.id desc limit ${most}) u) as unread,
           ${own === null ? sql`'[]'::jsonb` : deeds} as deeds
      from mark`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the query for news gave no row')
  const { seenAt, beforeAt, unread, unreadTotal } = row
  return {
    visit: seenAt && { seenAt, beforeAt },
    unreadTotal,
    unread: unread.map((one) => ({ ...one, createdAt: instant(one.createdAt) })),
    deeds: row.deeds.map((deed) => ({ ...deed, at: instant(deed.at) })),
  }
}
