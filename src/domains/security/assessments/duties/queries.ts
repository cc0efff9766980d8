import { type RawBuilder, sql } from 'kysely'
import { shortVersion } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import { standing } from '../announcements/queries.ts'
import { latest } from '../queries.ts'
import { questionsToCheck } from '../carry-over/changes/queries.ts'
import { soonDays } from '../evidence/evidence.ts'
import type { Duty } from './duty.ts'

/** Whose duties: what the roles of whoever asks make theirs. What they see is the database's business. */
export interface DutyScope {
  /** The organization acted for. */
  own: string | null
  /** Chief executive or security officer there. */
  isHead: boolean
  /** May answer the whole check. */
  answers: boolean
  isSecurityOfficer: boolean
  /** The organization is of a kind that is checked. */
  isChecked: boolean
}

type Row = Duty & { all: number }

/** The checks that are of interest, each looked at once; what moved to another version of its catalog asks for nothing. */
export const checksWhere = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  checks as materialized (
    select s.id, s.organization_id, s.catalog_id, s.in_review_at, s.signed_off_at, o.name, k.title,
           (select f.signed_at from security.sign_off f
             where f.assessment_id = s.id and f.side = 'organization' and f.withdrawn_at is null limit 1) as organization_signed,
           (select f.signed_at from security.sign_off f
             where f.assessment_id = s.id and f.side = 'assessor' and f.withdrawn_at is null limit 1) as assessor_signed
      from security.assessment s
      join organizations.organization o on o.id = s.organization_id
      join catalogs.catalog k on k.id = s.catalog_id
     where s.closed_at is null and ${condition})`

/** How far each list of an open check is. */
export const counts = sql`
  counts as materialized (
    select s.id, c.top_key, count(*)::integer as total, (count(*) filter (where a.counts))::integer as answered,
           (count(*) filter (where a.unconfirmed))::integer as unconfirmed
      from checks s join catalogs.control c on c.catalog_id = s.catalog_id ${latest(sql`s.id`)}
     where s.in_review_at is null
     group by s.id, c.top_key)`

// What is delegated is somebody's already.
const sums = sql`
  held as (
    select distinct d.assessment_id as id, l.key from security.delegation d join checks s on s.id = d.assessment_id
     cross join lateral unnest(d.group_keys) as l(key) where d.ended_at is null and s.in_review_at is null),
  sums as (
    select n.id, sum(n.total)::integer as total, sum(n.answered)::integer as answered, sum(n.unconfirmed)::integer as unconfirmed,
           coalesce(sum(n.total) filter (where h.key is null), 0)::integer as total_left,
           coalesce(sum(n.total - n.answered - n.unconfirmed) filter (where h.key is null), 0)::integer as open_left,
           coalesce(sum(n.unconfirmed) filter (where h.key is null), 0)::integer as unconfirmed_left
      from counts n left join held h on h.id = n.id and h.key = n.top_key group by n.id)`

/** The same rules as judgedAs: a confirmation holds for the version that was seen. A dispute waits for whoever did not speak last. */
export const verdicts = sql`
  verdicts as materialized (
    select s.id, (count(*) filter (where a.counts and not (r.verdict = 'confirmed' and r.changed)))::integer as settled,
           (count(*) filter (where r.verdict = 'disputed' and not (r.changed or r.replied)))::integer as waits_here,
           (count(*) filter (where r.verdict = 'disputed' and (r.changed or r.replied)))::integer as waits_there
      from checks s
      join lateral (
        select v.control_id, v.verdict,
               (select max(w.version) from security.answer w where w.assessment_id = v.assessment_id and w.control_id = v.control_id)
                 is distinct from v.answer_version as changed,
               coalesce((select m.side = 'organization' from security.remark m
                 where m.assessment_id = v.assessment_id and m.control_id = v.control_id and m.written_at >= v.reviewed_at
                 order by m.id desc limit 1), false) as replied
          from (select distinct on (e.control_id) e.* from security.review e where e.assessment_id = s.id
                 order by e.control_id, e.version desc) v) r on true
      left join lateral (select not v.unconfirmed and (v.answer is not null or v.level is not null) as counts
        from security.answer v where v.assessment_id = s.id and v.control_id = r.control_id order by v.version desc limit 1) a on true
     where s.signed_off_at is null
     group by s.id)`

const delegated = sql`
  select 'delegated' as kind, 'delegated:' || d.id as key, s.id, d.due_on::date as due_on, 1 as rank, jsonb_build_object(
           'lists', (select coalesce(jsonb_agg(g.title order by g.position), '[]') from catalogs.control_group g
             where g.catalog_id = s.catalog_id and g.key = any (d.group_keys) and g.parent_key is null),
           'open', l.total - l.answered, 'total', l.total, 'by', p.name, 'note', d.note) as facts
    from security.delegation d join checks s on s.id = d.assessment_id
    cross join lateral (select sum(n.total)::integer as total, sum(n.answered)::integer as answered from counts n
      where n.id = s.id and n.top_key = any (d.group_keys)) l
    left join identity.person p on p.id = d.delegated_by
   where s.in_review_at is null and d.person_id = access.person() and d.ended_at is null and l.total > l.answered`

const answering = sql`
  select 'open', 'open:' || s.id, s.id, null::date, 3, jsonb_build_object('open', n.open_left, 'total', n.total_left)
    from checks s join sums n on n.id = s.id where n.open_left > 0
  union all
  select 'unconfirmed', 'unconfirmed:' || s.id, s.id, null, 3, jsonb_build_object('open', n.unconfirmed_left)
    from checks s join sums n on n.id = s.id where n.unconfirmed_left > 0`

const sources = sql`
  select 'sourceChanged', 'sourceChanged:' || s.id, s.id, null, 3, jsonb_build_object('changed', q.changed)
    from checks s join lateral (
      select count(distinct x.control_id)::integer as changed from (${questionsToCheck(sql`s.id`)}) x) q on q.changed > 0
   where s.in_review_at is null`

const disputing = sql`
  select 'disputed', 'disputed:' || s.id, s.id, null, 2, jsonb_build_object('disputed', v.waits_here)
    from checks s join verdicts v on v.id = s.id where s.assessor_signed is null and v.waits_here > 0`

const signing = sql`
  select 'sign', 'sign:' || s.id, s.id, null, 1, jsonb_build_object('signedAt', s.assessor_signed)
    from checks s where s.signed_off_at is null and s.assessor_signed is not null
  union all
  select 'ready', 'ready:' || s.id, s.id, null, 2, '{}'
    from checks s join sums n on n.id = s.id join verdicts v on v.id = s.id
   where n.answered = n.total and v.settled = n.answered and v.waits_here + v.waits_there = 0
  union all
  select 'reopen', 'reopen:' || r.id, s.id, null, 1, jsonb_build_object('reason', r.reason)
    from security.reopening r join checks s on s.id = r.assessment_id
   where r.decided_at is null and r.asked_by <> access.person() and r.asked_side = 'assessor'`

// The newest evidence of each question that holds for a while yet.
const lasting = sql`
  lasting as materialized (
    select e.assessment_id, e.control_id, max(e.id::text) as id from security.evidence e join checks s on s.id = e.assessment_id
     where s.in_review_at is null and e.removed_at is null
       and (e.valid_until is null or e.valid_until > access.today() + ${soonDays}::integer)
     group by e.assessment_id, e.control_id)`

// Whoever added it; once they are gone, the security officers. What was replaced by something newer needs nobody any more.
const ending = (isSecurityOfficer: boolean) => sql`
  select 'evidence', 'evidence:' || e.id, s.id, e.valid_until, 2, jsonb_build_object('title', e.title, 'controlId', e.control_id,
           'question', (select c.title from catalogs.control c where c.catalog_id = s.catalog_id and c.id = e.control_id))
    from security.evidence e join checks s on s.id = e.assessment_id
    left join lasting l on l.assessment_id = e.assessment_id and l.control_id = e.control_id
   where s.in_review_at is null and e.removed_at is null and e.valid_until <= access.today() + ${soonDays}::integer
     and (e.added_by = access.person() or ${isSecurityOfficer} and not exists (select from identity.role_grant g
       where g.person_id = e.added_by and g.organization_id = e.organization_id
         and g.from_day <= access.today() and (g.until_day is null or g.until_day >= access.today())))
     and (l.id is null or l.id < e.id::text)`

// The version that was announced last; nothing where a check on it runs already.
const migrating = sql`
  select 'migrate', 'migrate:' || m.id || ':' || s.id, s.id, m.due_on, 2, jsonb_build_object('toId', m.to_catalog_id,
           'toTitle', t.title, 'toVersion', t.version)
    from checks s join standing m on m.from_catalog_id = s.catalog_id join catalogs.catalog t on t.id = m.to_catalog_id
   where s.signed_off_at is null and not exists (select from checks b
     where b.catalog_id = m.to_catalog_id and b.signed_off_at is null)`

const beginning = (own: string | null) => sql`
  select 'begin', 'begin:' || ${own}::text, null::uuid, null, 4, '{}' where not exists (select from checks s)`

/** Only the kinds that can be theirs: planning what gives no row costs as much as what does. */
function kindsOf({ own, isHead, answers, isSecurityOfficer }: DutyScope): RawBuilder<unknown> {
  const kinds = [
    delegated,
    ending(isSecurityOfficer),
    ...(answers ? [disputing, migrating] : []),
    ...(isHead ? [answering, sources, signing, beginning(own)] : []),
  ]
  return sql.join(kinds, sql` union all `)
}

/** All duties around the own organization's checks, the most urgent first, in one query. */
export async function listDuties(db: Db, scope: DutyScope, limit: number): Promise<{ duties: Duty[]; total: number }> {
  if (!scope.isChecked) return { duties: [], total: 0 }
  const { rows } = await sql<Omit<Row, 'kind'> & { kind: Duty['kind']; facts: object }>`
    with ${checksWhere(sql`s.organization_id = ${scope.own}::uuid`)}, ${counts}, ${sums}, ${verdicts}, ${lasting}, ${standing}, duties as (${kindsOf(scope)})
    select d.kind, d.key, d.due_on::text as "dueOn", d.facts, s.id as "assessmentId", s.organization_id as "organizationId",
           s.name as "organizationName", s.title as "catalogTitle", (count(*) over ())::integer as "all"
      from duties d left join checks s on s.id = d.id
     order by d.due_on nulls last, d.rank, d.key
     limit ${limit}`.execute(db)
  return {
    total: rows[0]?.all ?? 0,
    duties: rows.map(({ facts, all: _, ...row }) => inShort({ ...row, ...facts } as Duty)),
  }
}

const inShort = (duty: Duty): Duty =>
  duty.kind === 'migrate' ? { ...duty, toVersion: shortVersion(duty.toVersion) } : duty
