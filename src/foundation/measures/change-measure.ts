import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { insertSources, wishFaults } from './add-measures.ts'
import type { Measure, MeasureKind, MeasureSource } from './measure.ts'
import { tellOwners } from './tell.ts'

/** What is to be different; what is not named stays. */
export interface MeasureChange {
  title?: string | undefined
  kind?: MeasureKind | undefined
  description?: string | undefined
  effortTenths?: number | null | undefined
  costCents?: number | null | undefined
  programmeId?: string | null | undefined
  ownerId?: string | null | undefined
  dueOn?: string | null | undefined
  checkOn?: string | null | undefined
  remindDays?: number | undefined
  offeredAsId?: string | null | undefined
  /** All of them: those that are not named go. */
  sources?: readonly MeasureSource[] | undefined
}

/** Changes a measure if it is still the version that was read; `stale` if somebody was faster, and then nothing is written. */
export async function changeMeasure(
  ctx: Context,
  measure: Measure,
  change: MeasureChange,
  version: number = measure.version,
): Promise<Outcome<true | 'stale'>> {
  const faults = await wishFaults(ctx, [
    {
      organizationId: measure.organizationId,
      ownerId: change.ownerId === measure.detail?.ownerId ? null : change.ownerId,
      programmeId: change.programmeId === measure.programmeId ? null : change.programmeId,
    },
  ])
  if (change.checkOn && measure.state !== 'done' && measure.state !== 'proven')
    faults.push({ path: 'checkOn', message: 'Wieder geprüft wird, was erledigt oder nachgewiesen ist.' })
  if (faults.length > 0) return refuse('Die Maßnahme ist noch nicht geändert. Bitte ändern Sie eine Angabe.', faults)
  if (!(await writeOutline(ctx, measure, change, version))) return 'stale'
  await writeDetail(ctx, measure, change)
  if (change.sources) await writeSources(ctx, measure, change.sources)
  const { id, organizationId } = measure
  const title = change.title ?? measure.title
  await record(ctx, 'measure.changed', {
    organizationId,
    subjectId: id,
    data: { title, fields: Object.keys(change).toSorted().join(' ') },
  })
  if (change.ownerId && change.ownerId !== measure.detail?.ownerId)
    await tellOwners(ctx, [{ id, organizationId, title, ownerId: change.ownerId }])
  return true
}

/** What is undefined stays as it is. */
const given = <Values extends Record<string, unknown>>(values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values

async function writeOutline(
  { db }: Context,
  { id }: Measure,
  { title, kind, costCents, programmeId, dueOn, checkOn }: MeasureChange,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('measures.measure')
    .set({
      ...given({ title, kind, cost_cents: costCents, programme_id: programmeId, due_on: dueOn, check_on: checkOn }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function writeDetail(
  { db }: Context,
  { id }: Measure,
  { description, effortTenths, remindDays, ownerId, offeredAsId }: MeasureChange,
): Promise<void> {
  const set = given({
    description,
    effort_tenths: effortTenths,
    remind_days: remindDays,
    owner_id: ownerId,
    offered_as_id: offeredAsId,
  })
  if (Object.keys(set).length === 0) return
  await db.updateTable('measures.detail').set(set).where('measure_id', '=', id).execute()
}

const isSame = (a: MeasureSource, b: MeasureSource): boolean => a.type === b.type && a.id === b.id

async function writeSources(ctx: Context, measure: Measure, wanted: readonly MeasureSource[]): Promise<void> {
  const there = measure.detail?.sources ?? []
  const gone = there.filter((one) => !wanted.some((other) => isSame(one, other)))
  const fresh = wanted.filter((one) => !there.some((other) => isSame(one, other)))
  for (const { type, id } of gone)
    await ctx.db
      .deleteFrom('measures.source')
      .where('measure_id', '=', measure.id)
      .where('type', '=', type)
      .where('subject_id', '=', id)
      .execute()
  if (fresh.length > 0)
    await insertSources(ctx, [{ id: measure.id, organizationId: measure.organizationId, sources: fresh }])
}
