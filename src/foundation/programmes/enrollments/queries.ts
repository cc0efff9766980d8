import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Enrollment, EnrollmentWithSteps } from '../enrollment.ts'
import type { EntryKind } from '../entry-kind.ts'
import type { Party, Phase } from '../programme.ts'
import type { RoadStep } from '../road.ts'

const enrollments = (db: Db) =>
  db
    .selectFrom('programmes.enrollment as e')
    .innerJoin('organizations.organization as o', 'o.id', 'e.organization_id')
    .innerJoin('programmes.programme as p', 'p.id', 'e.programme_id')
    .select([
      'e.id',
      'e.organization_id as organizationId',
      'o.name as organizationName',
      'o.kind as organizationKind',
      'o.county',
      'o.sort_key as sortKey',
      'e.programme_id as programmeId',
      'p.name as programmeName',
      sql<string | null>`p.deadline_on::text`.as('deadline'),
      'e.state',
      'e.began_at as beganAt',
      'e.withdrawn_at as withdrawnAt',
      'e.withdrawal_reason as withdrawalReason',
      'e.guide_id as guideId',
      sql<string | null>`e.last_contact_on::text`.as('lastContactOn'),
      'e.version',
      'e.road',
      'e.current_step as currentStep',
      'e.phase',
      'e.waiting_for as waitingFor',
      'e.waiting_since as waitingSince',
      'e.missing',
      'e.days_needed as daysNeeded',
      'e.completed_at as completedAt',
      sql<boolean>`e.programme_id = any ((select access.scope_programmes_led())::uuid[])`.as('isLed'),
      sql<boolean>`e.programme_id = any ((select access.scope_programmes())::uuid[])`.as('isSeen'),
    ])

const steps = sql<readonly (Omit<RoadStep, 'since'> & { since: string })[]>`coalesce((
  select jsonb_agg(jsonb_build_object('key', d.key, 'position', d.position, 'phaseKey', d.phase_key, 'title', d.title, 'duty', d.duty,
           'acts', d.acts, 'needs', d.needs, 'isOptional', d.is_optional, 'byDeed', d.by_deed, 'byDeadline', d.by_deadline,
           'typicalDays', d.typical_days, 'state', s.state, 'since', s.since, 'onDay', s.on_day::text, 'waitingFor', s.waiting_for,
           'missing', s.missing, 'note', s.note) order by d.position)
    from programmes.enrollment_step s join programmes.step d on d.programme_id = s.programme_id and d.key = s.step
   where s.enrollment_id = e.id), '[]')`.as('steps')

const withSteps = (db: Db) => enrollments(db).select(steps)

type Row = Awaited<ReturnType<ReturnType<typeof withSteps>['execute']>>[number]

const fromRow = ({ steps: given, ...row }: Row): EnrollmentWithSteps => ({
  ...(row as unknown as Enrollment),
  steps: given.map((step) => ({ ...step, since: Temporal.Instant.from(step.since) })),
})

export interface EnrollmentFilter {
  programmeId?: string | undefined
  organizationId?: string | undefined
  phase?: string | undefined
  waitingFor?: Party | undefined
  state?: Enrollment['state'] | undefined
  limit: number
  cursor?: string | undefined
}

/** Those the actor may see, in German order of the municipalities' names, each with its steps. */
export async function listEnrollments(
  db: Db,
  { programmeId, organizationId, phase, waitingFor, state, limit, cursor }: EnrollmentFilter,
): Promise<Outcome<{ items: EnrollmentWithSteps[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  let query = withSteps(db)
    .orderBy('o.sort_key')
    .orderBy('e.id')
    .limit(limit + 1)
  if (programmeId) query = query.where('e.programme_id', '=', programmeId)
  if (organizationId) query = query.where('e.organization_id', '=', organizationId)
  if (phase) query = query.where('e.phase', '=', phase)
  if (waitingFor) query = query.where('e.waiting_for', '=', waitingFor)
  if (state) query = query.where('e.state', '=', state)
  if (after) query = query.where(sql<boolean>`(o.sort_key, e.id) > (${after[0]}, ${after[1]}::uuid)`)
  const page = listPage(await query.execute(), limit, ({ sortKey, id }) => [sortKey, id])
  return { items: page.items.map(fromRow), next: page.next }
}

/** One road; undefined when it is not there or not visible. */
export async function findEnrollment(db: Db, id: string): Promise<EnrollmentWithSteps | undefined> {
  const row = isId(id) ? await withSteps(db).where('e.id', '=', id).executeTakeFirst() : undefined
  return row && fromRow(row)
}

/** The road of one municipality in one programme. */
export async function findRoad(
  db: Db,
  { organizationId, programmeId }: Pick<Enrollment, 'organizationId' | 'programmeId'>,
): Promise<EnrollmentWithSteps | undefined> {
  const row = await withSteps(db)
    .where('e.organization_id', '=', organizationId)
    .where('e.programme_id', '=', programmeId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** How many take part in each programme, of those the actor may see. */
export async function countEnrollments(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('programmes.enrollment')
    .select(['programme_id', sql<number>`count(*)::integer`.as('count')])
    .where('state', '=', 'active')
    .groupBy('programme_id')
    .execute()
  return new Map(rows.map(({ programme_id, count }) => [programme_id, count]))
}

export interface RoadEntry {
  id: string
  /** Null for the whole road. */
  step: string | null
  stepTitle: string | null
  what: string
  before: string | null
  onDay: string | null
  note: string
  origin: 'person' | 'deed' | 'import'
  at: Temporal.Instant
  /** Null where whoever asks may not read the name. */
  who: string | null
}

interface Asked {
  step?: string | undefined
  kind?: EntryKind | undefined
  limit: number
  cursor?: string | undefined
}

/** The history of a road, the newest first. */
export async function listRoadEntries(
  db: Db,
  enrollmentId: string,
  { step, kind, limit, cursor }: Asked,
): Promise<Outcome<{ items: RoadEntry[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['moment', 'id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('programmes.step_change as c')
    .leftJoin('programmes.step as d', (join) =>
      join.onRef('d.programme_id', '=', 'c.programme_id').onRef('d.key', '=', 'c.step'),
    )
    .leftJoin('identity.person as p', 'p.id', 'c.person_id')
    .select([
      'c.id',
      'c.step',
      'd.title as stepTitle',
      'c.what',
      'c.before',
      sql<string | null>`c.on_day::text`.as('onDay'),
      'c.note',
      'c.origin',
      'c.at',
      'p.name as who',
    ])
    .where('c.enrollment_id', '=', enrollmentId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
  if (step !== undefined) query = query.where('c.step', '=', step)
  if (kind === 'road') query = query.where('c.step', 'is', null)
  if (kind === 'state') query = query.where('c.step', 'is not', null).where('c.what', '<>', 'detail')
  if (kind === 'detail') query = query.where('c.what', '=', 'detail')
  if (after) query = query.where(sql<boolean>`(c.at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const page = listPage(await query.execute(), limit, ({ at, id }) => [at.toString(), id])
  return { items: page.items as unknown as RoadEntry[], next: page.next }
}

export interface Surroundings {
  runBy: string
  contractor: string | null
  /** Null where nobody looks after it, or whoever asks may not read the name. */
  guide: string | null
  contactName: string
  contactEmail: string
  contactPhone: string
  phases: readonly Phase[]
}

/** Names of those who belong to a road. */
export async function findSurroundings(
  db: Db,
  { programmeId, guideId }: Pick<Enrollment, 'programmeId' | 'guideId'>,
): Promise<Surroundings> {
  return db
    .selectFrom('programmes.programme as p')
    .innerJoin('organizations.organization as r', 'r.id', 'p.run_by')
    .leftJoin('organizations.organization as c', 'c.id', 'p.contractor_id')
    .leftJoin('identity.person as g', (join) => join.on('g.id', '=', guideId))
    .select([
      'r.name as runBy',
      'c.name as contractor',
      'g.name as guide',
      'p.contact_name as contactName',
      'p.contact_email as contactEmail',
      'p.contact_phone as contactPhone',
      sql<readonly Phase[]>`coalesce((
        select jsonb_agg(jsonb_build_object('key', x.key, 'position', x.position, 'title', x.title) order by x.position)
          from programmes.phase x where x.programme_id = p.id), '[]')`.as('phases'),
    ])
    .where('p.id', '=', programmeId)
    .executeTakeFirstOrThrow()
}
