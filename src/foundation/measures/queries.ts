import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import {
  type Measure,
  type MeasureDetail,
  type MeasureKind,
  type MeasureOutline,
  type MeasureSource,
  type MeasureState,
  openStates,
} from './measure.ts'

/** The most urgent first: what is open by its day, then what is open without one, what waits for proof, what is proven, what was dropped. */
const rank = sql<number>`case when m.state in ('proposed', 'decided', 'started') then 0 when m.state = 'done' then 1 when m.state = 'proven' then 2 else 3 end`
const urgentDay = sql<string>`coalesce(case when m.state in ('proposed', 'decided', 'started') then m.due_on else m.check_on end, 'infinity')::text`

const sources = sql<MeasureSource[]>`coalesce((
  select jsonb_agg(jsonb_build_object('type', s.type, 'id', s.subject_id, 'label', s.label) order by s.added_at, s.type, s.subject_id)
    from measures.source s where s.measure_id = m.id), '[]')`

// The detail is joined from the left: for whom its policies hide it, it is not there.
const measures = (db: Db) =>
  db
    .selectFrom('measures.measure as m')
    .innerJoin('organizations.organization as o', 'o.id', 'm.organization_id')
    .leftJoin('programmes.programme as g', 'g.id', 'm.programme_id')
    .leftJoin('measures.detail as d', 'd.measure_id', 'm.id')
    .leftJoin('identity.person as w', 'w.id', 'd.owner_id')
    .leftJoin('identity.person as c', 'c.id', 'd.created_by')
    .select([
      'm.id',
      'm.organization_id as organizationId',
      'o.name as organizationName',
      'm.programme_id as programmeId',
      'g.name as programmeName',
      'm.title',
      'm.kind',
      'm.cost_cents as costCents',
      'm.state',
      'm.since',
      sql<string | null>`m.due_on::text`.as('dueOn'),
      sql<string | null>`m.check_on::text`.as('checkOn'),
      'm.created_at as createdAt',
      'm.version',
      'd.measure_id as detailId',
      'd.description',
      'd.effort_tenths as effortTenths',
      'd.remind_days as remindDays',
      'd.template_id as templateId',
      'd.offered_as_id as offeredAsId',
      'd.created_by as createdBy',
      'c.name as createdByName',
      'd.owner_id as ownerId',
      'w.name as ownerName',
      sources.as('sources'),
      rank.as('rank'),
      urgentDay.as('urgentDay'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof measures>['execute']>>[number]

function fromRow(row: Row): Measure {
  const { id, organizationId, organizationName, programmeId, programmeName, title, costCents } = row
  const outline: MeasureOutline = {
    id,
    organizationId,
    organizationName,
    programmeId,
    programmeName,
    title,
    kind: row.kind as MeasureKind,
    costCents,
    state: row.state as MeasureState,
    since: row.since,
    dueOn: row.dueOn,
    checkOn: row.checkOn,
    createdAt: row.createdAt,
    version: row.version,
  }
  return { ...outline, detail: row.detailId === null ? null : detailOf(row) }
}

const detailOf = (row: Row): MeasureDetail => ({
  description: row.description ?? '',
  effortTenths: row.effortTenths,
  remindDays: row.remindDays ?? 0,
  templateId: row.templateId,
  offeredAsId: row.offeredAsId,
  createdBy: row.createdBy ?? '',
  createdByName: row.createdByName,
  ownerId: row.ownerId,
  ownerName: row.ownerName,
  sources: [...row.sources],
})

export interface MeasureFilter {
  organizationId?: string | undefined
  programmeId?: string | undefined
  states?: readonly MeasureState[] | undefined
  kind?: MeasureKind | undefined
  /** `none`: those nobody answers for. */
  ownerId?: string | undefined
  sourceType?: string | undefined
  sourceId?: string | undefined
  /** Its day is this one or before. */
  dueUntil?: string | undefined
  /** Part of title or description. */
  text?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Measures that the actor sees, the most urgent first; whose detail is hidden from them carries none. */
export async function listMeasures(
  db: Db,
  { limit, cursor, ...filter }: MeasureFilter,
): Promise<Outcome<{ items: Measure[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['integer', 'moment', 'id'])
  if (isRefusal(after)) return after
  let query = filtered(db, filter)
    .orderBy(rank)
    .orderBy(
      sql`coalesce(case when m.state in ('proposed', 'decided', 'started') then m.due_on else m.check_on end, 'infinity')`,
    )
    .orderBy('m.id')
    .limit(limit + 1)
  if (after)
    query = query.where(
      sql<boolean>`(${rank}, ${urgentDay}::date, m.id) > (${after[0]}, ${after[1]}::date, ${after[2]}::uuid)`,
    )
  const rows = await query.execute()
  const { items, next } = listPage(rows, limit, (row) => [row.rank, row.urgentDay, row.id])
  return { items: items.map(fromRow), next }
}

function filtered(db: Db, filter: Omit<MeasureFilter, 'limit' | 'cursor'>) {
  const { organizationId, programmeId, states, kind, ownerId, sourceType, sourceId, dueUntil, text } = filter
  let query = measures(db)
  if (organizationId) query = query.where('m.organization_id', '=', organizationId)
  if (programmeId) query = query.where('m.programme_id', '=', programmeId)
  if (states && states.length > 0) query = query.where('m.state', 'in', [...states])
  if (kind) query = query.where('m.kind', '=', kind)
  if (ownerId)
    query = ownerId === 'none' ? query.where('d.owner_id', 'is', null) : query.where('d.owner_id', '=', ownerId)
  if (sourceType)
    query = query.where(
      sql<boolean>`exists (select from measures.source s where s.measure_id = m.id and s.type = ${sourceType} and (${sourceId ?? null}::text is null or s.subject_id = ${sourceId ?? null}))`,
    )
  if (dueUntil) query = query.where(sql<boolean>`m.due_on <= ${dueUntil}::date`)
  if (text) {
    const part = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where((eb) => eb.or([eb('m.title', 'ilike', part), eb('d.description', 'ilike', part)]))
  }
  return query
}

const mostOut = 2000

/** All of an organization, the most urgent first, for the table that goes out and comes back. */
export const allMeasures = async (db: Db, organizationId: string): Promise<Measure[]> =>
  (
    await filtered(db, { organizationId }).orderBy(rank).orderBy(urgentDay).orderBy('m.id').limit(mostOut).execute()
  ).map(fromRow)

/** Undefined when it is not there, or not visible. */
export async function findMeasure(db: Db, id: string): Promise<Measure | undefined> {
  if (!isId(id)) return undefined
  const row = await measures(db).where('m.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/**
 * Several, held until the end of the transaction, always in the same order: whoever changes several comes after or before another, never
 * across. Only those that the actor may change.
 */
export const holdMeasures = async (db: Db, ids: readonly string[]): Promise<Measure[]> =>
  ids.length === 0
    ? []
    : (
        await measures(db)
          .where('m.id', 'in', [...ids])
          .orderBy('m.id')
          .forUpdate('m')
          .execute()
      ).map(fromRow)

/** Those of them that something lies there for as proof. */
export async function provenAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('measures.proof')
    .select('measure_id')
    .distinct()
    .where('measure_id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ measure_id }) => measure_id))
}

/** How many are open for whom: what the way to the list says. */
export async function countOpen(db: Db, organizationId: string): Promise<number> {
  const row = await db
    .selectFrom('measures.measure')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('organization_id', '=', organizationId)
    .where('state', 'in', [...openStates])
    .executeTakeFirst()
  return row?.many ?? 0
}

/** Whether an assessor or a guide may propose something there: it is assigned to them, or they look after it. */
export async function isTheirs(db: Db, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ theirs: boolean }>`
    select ${organizationId}::uuid = any (access.assigned_organizations() || access.scope_guided()) as theirs`.execute(
    db,
  )
  return rows[0]?.theirs ?? false
}

/** An organization by its name. */
export const findPlace = async (db: Db, id: string): Promise<{ id: string; name: string } | undefined> =>
  isId(id)
    ? db.selectFrom('organizations.organization').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
    : undefined

/** Programmes that an organization takes part in, for whoever may say which of them pays. */
export const programmesOf = (db: Db, organizationId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('programmes.enrollment as e')
    .innerJoin('programmes.programme as p', 'p.id', 'e.programme_id')
    .select(['p.id', 'p.name'])
    .where('e.organization_id', '=', organizationId)
    .where('e.state', '=', 'active')
    .orderBy('p.name')
    .limit(50)
    .execute()

/** One change of the state, or that somebody looked again. */
export interface Move {
  number: number
  from: MeasureState | null
  to: MeasureState
  reason: string
  at: Temporal.Instant
  personId: string
  personName: string | null
}

/** The way a measure took, the first step first. */
export async function movesOf(db: Db, measureId: string): Promise<Move[]> {
  const rows = await db
    .selectFrom('measures.move as v')
    .leftJoin('identity.person as p', 'p.id', 'v.person_id')
    .select(['v.number', 'v.from_state', 'v.to_state', 'v.reason', 'v.at', 'v.person_id', 'p.name'])
    .where('v.measure_id', '=', measureId)
    .orderBy('v.number')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    from: row.from_state as MeasureState | null,
    to: row.to_state as MeasureState,
    reason: row.reason,
    at: row.at,
    personId: row.person_id,
    personName: row.name,
  }))
}

/** Something that shows a measure was done. */
export interface Proof {
  id: string
  fileId: string | null
  name: string
  note: string
  addedBy: string
  addedByName: string | null
  addedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
}

/** The newest first. */
export const proofsOf = (db: Db, measureId: string): Promise<Proof[]> =>
  db
    .selectFrom('measures.proof as f')
    .leftJoin('identity.person as p', 'p.id', 'f.added_by')
    .select([
      'f.id',
      'f.file_id as fileId',
      'f.name',
      'f.note',
      'f.added_by as addedBy',
      'p.name as addedByName',
      'f.added_at as addedAt',
      'f.withdrawn_at as withdrawnAt',
      'f.withdrawal_reason as withdrawalReason',
    ])
    .where('f.measure_id', '=', measureId)
    .orderBy('f.added_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(mostShown)
    .execute()

const mostShown = 500

/** Titles of what is done about these sources, as far as the actor sees it. */
export const measuresFrom = (
  db: Db,
  type: string,
  subjectIds: readonly string[],
): Promise<{ id: string; title: string }[]> =>
  db
    .selectFrom('measures.measure as m')
    .select(['m.id', 'm.title'])
    .where(
      sql<boolean>`exists (select from measures.source s where s.measure_id = m.id and s.type = ${type} and s.subject_id = any (${[...subjectIds]}::text[]))`,
    )
    .orderBy('m.id')
    .limit(20)
    .execute()
