import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import type { Duty } from './duty.ts'
import { checksWhere, counts, verdicts } from './queries.ts'

/** What waits at a municipality somebody is assigned to; without a check its parts are null. */
export interface Visit {
  organizationId: string
  organizationName: string
  /** The last local day of the assignment. */
  until: string
  assessmentId: string | null
  catalogTitle: string | null
  /** Null without a check, and once somebody has signed: then nothing is judged any more. */
  total: number | null
  answered: number | null
  /** Verdicts that hold. */
  settled: number
  /** Disputes that were replied to. */
  replied: number
  /** Disputes without a reply. */
  waitsForOrganization: number
  organizationSigned: Temporal.Instant | null
  assessorSigned: Temporal.Instant | null
  signedOff: boolean
  /** A wish of the municipality to open the check again. */
  wish: { id: string; reason: string } | null
}

/** More checks than that nobody is assigned to at once. */
const most = 1000

const assigned = sql`i.person_id = access.person() and i.objection is null
  and i.from_day <= access.today() and i.until_day >= access.today()`

async function read({ db, actor }: Context): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    with visited as materialized (
      select i.organization_id as id, max(i.until_day) as until_day from identity.assignment i
       where ${assigned} and i.organization_id is distinct from ${actor.actingFor?.id ?? null}::uuid group by i.organization_id),
    ${checksWhere(sql`s.organization_id in (select id from visited)`)}, ${counts}, ${verdicts},
    sums as (select n.id, sum(n.total)::integer as total, sum(n.answered)::integer as answered from counts n group by n.id)
    select o.id as "organizationId", o.name as "organizationName", w.until_day::text as until, s.id as "assessmentId",
           s.title as "catalogTitle", n.total, n.answered, coalesce(v.settled, 0) as settled, coalesce(v.waits_there, 0) as replied,
           coalesce(v.waits_here, 0) as "waitsForOrganization", s.organization_signed as "organizationSigned",
           s.assessor_signed as "assessorSigned", s.signed_off_at is not null as "signedOff",
           (select jsonb_build_object('id', r.id, 'reason', r.reason) from security.reopening r
             where r.assessment_id = s.id and r.decided_at is null and r.asked_side = 'organization' limit 1) as wish
      from visited w join organizations.organization o on o.id = w.id
      left join checks s on s.organization_id = w.id
      left join sums n on n.id = s.id left join verdicts v on v.id = s.id
     order by o.sort_key, s.id desc limit ${most}`.execute(db)
  return rows
}

const known = new WeakMap<Context, Visit[]>()

/** Where an assessor works today, with every check there; asked once for a request, however many of its parts tell of it. */
export async function listVisits(ctx: Context): Promise<Visit[]> {
  const visits = known.get(ctx) ?? (await read(ctx))
  known.set(ctx, visits)
  return visits
}

/** Answers without a verdict that holds, and disputes that were replied to. */
export const waitsForAssessor = ({ total, answered, settled, replied, assessorSigned }: Visit): number =>
  total === null || answered === null || assessorSigned ? 0 : answered - settled + replied

/** What of it is the assessor's turn, in the order of the municipalities; verdicts first, which have a day. */
export function dutiesOf(visits: readonly Visit[]): Duty[] {
  const duties = visits.flatMap((visit): Duty[] => {
    const { assessmentId, catalogTitle, organizationId, organizationName, total, answered, settled, replied } = visit
    if (assessmentId === null || catalogTitle === null) return []
    const at = { assessmentId, catalogTitle, organizationId, organizationName, dueOn: null }
    const open = waitsForAssessor(visit)
    const isReady =
      total !== null && answered === total && settled === total && replied + visit.waitsForOrganization === 0
    return [
      ...(open > 0
        ? [
            {
              ...at,
              kind: 'judge' as const,
              key: `judge:${assessmentId}`,
              dueOn: visit.until,
              open: open - replied,
              replied,
            },
          ]
        : []),
      ...(visit.organizationSigned && !visit.signedOff
        ? [{ ...at, kind: 'sign' as const, key: `sign:${assessmentId}`, signedAt: visit.organizationSigned.toString() }]
        : []),
      ...(isReady && total > 0 ? [{ ...at, kind: 'ready' as const, key: `ready:${assessmentId}` }] : []),
      ...(visit.wish
        ? [{ ...at, kind: 'reopen' as const, key: `reopen:${visit.wish.id}`, reason: visit.wish.reason }]
        : []),
    ]
  })
  return duties.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
}
