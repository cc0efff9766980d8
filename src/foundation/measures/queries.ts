import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Measure, MeasureDetail, MeasureKind, MeasureOutline, MeasureSource, MeasureState } from './measure.ts'

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
  const { id, organizationId, organizationName, programmeId, programmeName, title, costCents, since, dueOn, checkOn } =
    row
  const outline: MeasureOutline = {
    ...{ id, organizationId, organizationName, programmeId, programmeName, title, costCents, since, dueOn, checkOn },
    kind: row.kind as MeasureKind,
    state: row.state as MeasureState,
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

/** Undefined when it is not there, or not visible. */
export async function findMeasure(db: Db, id: string): Promise<Measure | undefined> {
  if (!isId(id)) return undefined
  const row = await measures(db).where('m.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Several at once, in no order. */
export const findMeasures = async (db: Db, ids: readonly string[]): Promise<Measure[]> =>
  ids.length === 0
    ? []
    : (
        await measures(db)
          .where('m.id', 'in', [...ids])
          .execute()
      ).map(fromRow)
