import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { AnswerValue, Scale } from '#kernel/scale.ts'
import { type Group, listGroups } from '#foundation/catalogs/index.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { largestInteger } from '#platform/http/parse.ts'
import type { Answer, Assessment, Closed, GroupCount, Question } from './assessment.ts'
import { questionsToCheck } from './carry-over/changes/queries.ts'

// Row-level security leaves only what the actor may see; no query here filters by organization for safety's sake.

/** Whoever reads by organization sees the whole check, a delegate the groups delegated. */
const isWhole = sql<boolean>`(s.organization_id = any ((select access.scope_answer_read())::uuid[]))`

/** Checks with whom and what they are about. */
export const assessments = (db: Db) =>
  db
    .selectFrom('security.assessment as s')
    .innerJoin('organizations.organization as o', 'o.id', 's.organization_id')
    .innerJoin('catalogs.catalog as c', 'c.id', 's.catalog_id')
    .select([
      's.id',
      's.organization_id as organizationId',
      'o.name as organizationName',
      's.catalog_id as catalogId',
      'c.title as catalogTitle',
      'c.version as catalogVersion',
      'c.sha256 as catalogSha256',
      sql<Scale>`c.scale`.as('scale'),
      's.started_at as startedAt',
      's.wave',
      's.previous_id as previousId',
      's.in_review_at as inReviewAt',
      's.signed_off_at as signedOffAt',
      's.migrated_from as migratedFrom',
      sql<string | null>`(select m.id from security.assessment m
        where m.migrated_from = s.id and m.closed_why is distinct from 'undone')`.as('migratedTo'),
      sql<Closed | null>`s.closed_why`.as('closed'),
      's.closed_at as closedAt',
      's.closed_by as closedBy',
      sql<string[] | null>`case when not ${isWhole} then access.delegated_groups(s.id) end`.as('parts'),
    ])

/** The newest first. */
export async function listAssessments(
  db: Db,
  filter: { limit: number; cursor?: string | undefined; withoutClosed?: boolean | undefined },
): Promise<Outcome<{ items: Assessment[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['id'])
  if (isRefusal(after)) return after
  let query = assessments(db)
    .orderBy('s.id', 'desc')
    .limit(filter.limit + 1)
  if (after) query = query.where('s.id', '<', String(after[0]))
  if (filter.withoutClosed) query = query.where('s.closed_at', 'is', null)
  return listPage(await query.execute(), filter.limit, ({ id }) => [id])
}

export const findAssessment = async (db: Db, id: string): Promise<Assessment | undefined> =>
  isId(id) ? assessments(db).where('s.id', '=', id).executeTakeFirst() : undefined

/** The waves before this one, the newest first. */
export const listEarlierWaves = (
  db: Db,
  { organizationId, catalogId, wave }: Assessment,
  limit: number,
): Promise<Assessment[]> =>
  assessments(db)
    .where('s.organization_id', '=', organizationId)
    .where('s.catalog_id', '=', catalogId)
    .where('s.wave', '<', wave)
    .orderBy('s.wave', 'desc')
    .limit(limit)
    .execute()

/** The last check of an organization on each catalog, the newest first. */
export async function listLatestChecks(db: Db, organizationId: string): Promise<Assessment[]> {
  const rows = await assessments(db)
    .distinctOn('s.catalog_id')
    .where('s.organization_id', '=', organizationId)
    .where('s.closed_at', 'is', null)
    .orderBy('s.catalog_id')
    .orderBy('s.wave', 'desc')
    .limit(mostChecks)
    .execute()
  return rows.toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

const mostChecks = 100

export interface Wave {
  id: string
  catalogId: string
  wave: number
  signedOffAt: Temporal.Instant | null
  closed: Closed | null
}

const waves = (db: Db) =>
  db
    .selectFrom('security.assessment')
    .select([
      'id',
      'catalog_id as catalogId',
      'wave',
      'signed_off_at as signedOffAt',
      sql<Closed | null>`closed_why`.as('closed'),
    ])

/** The checks on the same catalog right before and after this one. */
export const listNeighbours = (db: Db, { id, previousId }: Assessment): Promise<Wave[]> =>
  waves(db)
    .where((where) => where.or([where('previous_id', '=', id), where('id', '=', previousId ?? id)]))
    .where('id', '<>', id)
    .orderBy('wave')
    .limit(2)
    .execute()

/** The last check of an organization on each catalog; one that runs before one that was closed. */
export const listLastWaves = (db: Db, organizationId: string): Promise<Wave[]> =>
  waves(db)
    .distinctOn('catalog_id')
    .where('organization_id', '=', organizationId)
    .orderBy('catalog_id')
    .orderBy(sql`closed_at is not null`)
    .orderBy('wave', 'desc')
    .limit(500)
    .execute()

/**
 * Joins the version that counts to each control `c`. One look into the primary key for each: a list of all answers would be joined
 * by trying each with each while the database has no statistics of a new catalog.
 */
export const latest = (assessmentId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  left join lateral (
    select v.answer, v.level, v.target, v.note, v.version, v.unconfirmed, v.answered_by, v.answered_at,
           not v.unconfirmed and (v.answer is not null or v.level is not null) as counts
      from security.answer v where v.assessment_id = ${assessmentId} and v.control_id = c.id
     order by v.version desc limit 1) a on true`

/** Something is left to do: missing, answered with no, or below its target. */
export const isLeft = sql`(a.counts and (a.answer in ('yes', 'notApplicable') or a.level >= a.target)) is not true`

/** Groups of the catalog with questions that whoever asks may see. */
export const listSeenGroups = async (db: Db, { catalogId, parts }: Assessment): Promise<Group[]> =>
  (await listGroups(db, catalogId)).filter(({ topKey }) => parts === null || parts.includes(topKey))

interface CountRow extends GroupCount {
  assessmentId: string
}

/** Counts per outermost group, in the catalog's order, for each of the assessments. One pass, whatever their number. */
export async function countGroups(db: Db, ids: readonly string[]): Promise<Map<string, GroupCount[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CountRow>`
    select s.id as "assessmentId", g.key, g.title, g.overview, count(*)::integer as total,
           (count(*) filter (where a.counts and a.answer = 'yes'))::integer as yes,
           (count(*) filter (where a.counts and a.answer = 'no'))::integer as no,
           (count(*) filter (where a.counts and a.answer = 'notApplicable'))::integer as "notApplicable",
           (count(*) filter (where a.counts and a.level is not null))::integer as levels,
           (count(*) filter (where a.counts and a.target > 0))::integer as rated,
           coalesce(sum(least(a.level, a.target)::float8 / a.target) filter (where a.counts and a.target > 0), 0) as reached,
           (count(*) filter (where a.counts and a.level >= a.target))::integer as met,
           (count(*) filter (where a.unconfirmed))::integer as unconfirmed,
           (count(*) filter (where c.effort_min = 0 and ${isLeft}))::integer as "mandatoryLeft",
           (count(*) filter (where c.effort_min = 1 and ${isLeft}))::integer as "quickWinsLeft"
      from security.assessment s
      join catalogs.control c on c.catalog_id = s.catalog_id
      join catalogs.control_group g on g.catalog_id = c.catalog_id and g.key = c.top_key
      ${latest(sql`s.id`)}
     where s.id = any (${[...ids]}::uuid[]) and (${isWhole} or c.top_key = any (access.delegated_groups(s.id)))
     group by s.id, g.key, g.title, g.overview, g.position
     order by s.id, g.position`.execute(db)
  return Map.groupBy(rows, ({ assessmentId }) => assessmentId)
}

/** Outermost groups that are delegated: to whoever asks, or to anybody. */
const delegated = (id: string, isMine: boolean) => sql`any (array(select unnest(d.group_keys) from security.delegation d
  where d.assessment_id = ${id}::uuid and d.ended_at is null and (not ${isMine}::boolean or d.person_id = access.person())))`

const conditions = {
  meine: (id) => sql`(c.top_key = ${delegated(id, true)} or not c.top_key = ${delegated(id, false)})`,
  zwingend: () => sql`c.effort_min = 0 and ${isLeft}`,
  schnellstarter: () => sql`c.effort_min = 1 and ${isLeft}`,
  offen: () => sql`a.counts is not true`,
  nein: () => sql`a.counts and (a.answer = 'no' or a.level < a.target)`,
  bestaetigen: () => sql`a.unconfirmed`,
  // Said to be so, with nothing to show it.
  'ohne-nachweis': (id) => sql`a.counts and (a.answer = 'yes' or a.level > 0) and c.id <> all (array(
    select e.control_id from security.evidence e where e.assessment_id = ${id}::uuid and e.removed_at is null))`,
  'quelle-geaendert': (id) => sql`c.id = any (array(${questionsToCheck(sql`${id}::uuid`)}))`,
  // With `among`: who is in dispute is known by reviews/.
  strittig: () => sql`true`,
  alle: () => sql`true`,
} satisfies Record<string, (id: string) => RawBuilder<unknown>>

export type Selection = keyof typeof conditions
export const isSelection = (text: string | undefined): text is Selection => text !== undefined && text in conditions

/** Which questions of a check are meant. */
export interface QuestionScope {
  /** Only this group of the catalog, without its subgroups. */
  groupKey?: string | undefined
  /** Only this outermost group with everything below it. */
  topKey?: string | undefined
  /** Either of both: an outermost group with everything below it, or one section. */
  listKey?: string | undefined
  selection: Selection
  /** Only after this position. */
  after?: number | undefined
  /** Only these. */
  controlIds?: readonly string[] | undefined
  /** Only what was answered since then. */
  since?: Temporal.Instant | undefined
  /** In its id, text, statement or note. */
  text?: string | undefined
}

export interface QuestionSearch extends QuestionScope {
  /** What comes first, first: mandatory, quick wins, then the catalog's order. */
  byUrgency?: boolean | undefined
  limit: number
}

interface QuestionRow extends Omit<Question, 'answer'> {
  answer: AnswerValue | null
  level: number | null
  target: number | null
  note: string
  version: number | null
  unconfirmed: boolean
  answeredBy: string
  answeredAt: Temporal.Instant
}

/** What a search asks of a question `c` and of its answer `a`; for whoever answers some lists only, of these. */
export function matching(assessment: Assessment, search: QuestionScope): RawBuilder<unknown> {
  const where = [sql`c.catalog_id = ${assessment.catalogId}::uuid`, conditions[search.selection](assessment.id)]
  if (search.groupKey !== undefined) where.push(sql`c.group_key = ${search.groupKey}`)
  if (search.topKey !== undefined) where.push(sql`c.top_key = ${search.topKey}`)
  if (search.listKey !== undefined) where.push(sql`${search.listKey} in (c.top_key, c.group_key)`)
  if (search.after !== undefined) where.push(sql`c.position > ${search.after}`)
  if (assessment.parts) where.push(sql`c.top_key = any (${assessment.parts}::text[])`)
  if (search.controlIds !== undefined) where.push(sql`c.id = any (${[...search.controlIds]}::text[])`)
  if (search.since !== undefined) where.push(sql`a.answered_at >= ${search.since.toString()}::timestamptz`)
  if (search.text !== undefined)
    where.push(sql`concat_ws(' ', c.id, c.title, c.statement, a.note) ilike ${like(search.text)}`)
  return sql.join(where, sql` and `)
}

const like = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

export async function listQuestions(db: Db, assessment: Assessment, search: QuestionSearch): Promise<Question[]> {
  const first = search.byUrgency ? sql`(c.effort_min is distinct from 0), (c.effort_min is distinct from 1),` : sql``
  const { rows } = await sql<QuestionRow>`
    select c.id, c.key, c.title, c.group_key as "groupKey", c.top_key as "topKey", c.position, c.effort_min as "effortMin",
           (select count(*)::integer from catalogs.control b
             where b.catalog_id = c.catalog_id and b.group_key = c.group_key and b.position <= c.position) as number,
           c.effort_max as "effortMax", c.statement, c.documentation, a.answer, a.level, a.target, a.note, a.version, a.unconfirmed,
           a.answered_by as "answeredBy", a.answered_at as "answeredAt"
      from catalogs.control c ${latest(sql`${assessment.id}::uuid`)}
     where ${matching(assessment, search)}
     order by ${first} c.position
     limit ${search.limit}`.execute(db)
  return rows.map(asQuestion)
}

const asQuestion = ({
  answer,
  level,
  target,
  note,
  version,
  unconfirmed,
  answeredBy,
  answeredAt,
  ...row
}: QuestionRow): Question => ({
  ...row,
  answer: version === null ? null : { answer, level, target, note, version, unconfirmed, answeredBy, answeredAt },
})

/** One question with its answer; undefined when the catalog has no such control. */
export const findQuestion = async (db: Db, assessment: Assessment, controlId: string): Promise<Question | undefined> =>
  controlId.includes('\0')
    ? undefined
    : (await listQuestions(db, assessment, { controlIds: [controlId], selection: 'alle', limit: 1 }))[0]

export const findAnswer = async (db: Db, assessmentId: string, controlId: string): Promise<Answer | undefined> =>
  (await listVersions(db, assessmentId, controlId, 1))[0]

/** When anything was answered last; while nothing is, when the check was begun. */
export async function lastChange(db: Db, { id, startedAt }: Assessment): Promise<Temporal.Instant> {
  const { at } = await db
    .selectFrom('security.answer')
    .select((eb) => eb.fn.max('answered_at').as('at'))
    .where('assessment_id', '=', id)
    .executeTakeFirstOrThrow()
  return at ?? startedAt
}

/** The history of one answer in pages, the newest first. */
export async function pageOfVersions(
  db: Db,
  { assessmentId, controlId }: { assessmentId: string; controlId: string },
  filter: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Answer[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['integer'])
  if (isRefusal(after)) return after
  const rows = await listVersions(db, assessmentId, controlId, filter.limit + 1, after ? Number(after[0]) : undefined)
  return listPage(rows, filter.limit, ({ version }) => [version])
}

/** The versions of one answer, the newest first. */
export const listVersions = (
  db: Db,
  assessmentId: string,
  controlId: string,
  limit: number,
  before: number = largestInteger,
): Promise<Answer[]> =>
  db
    .selectFrom('security.answer')
    .select([
      'answer',
      'level',
      'target',
      'note',
      'version',
      'unconfirmed',
      'moved_from as movedFrom',
      'answered_by as answeredBy',
      'answered_at as answeredAt',
    ])
    .where('assessment_id', '=', assessmentId)
    .where('control_id', '=', controlId)
    .where('version', '<', before)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute() as Promise<Answer[]>
