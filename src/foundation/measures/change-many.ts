import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type FieldError, isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { wishFaults } from './add-measures.ts'
import { type Measure, type MeasureState, mostAtOnce, nextCheck } from './measure.ts'
import { wayFault } from './move-measure.ts'
import { holdMeasures, provenAmong } from './queries.ts'
import { tellOwners } from './tell.ts'

/** What is to be the same for all of them; what is not named stays. */
export interface ManyChange {
  ownerId?: string | null | undefined
  dueOn?: string | null | undefined
  state?: MeasureState | undefined
  reason?: string | undefined
}

/** Changes several measures of one organization, all or none; the refusal names each one that cannot, and why. Answers how many. */
export async function changeMany(
  ctx: Context,
  { organizationId, ids }: { organizationId: string; ids: readonly string[] },
  change: ManyChange,
): Promise<Outcome<number>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return no('Es ist keine Maßnahme angekreuzt. Bitte kreuzen Sie mindestens eine an.')
  if (wanted.length > mostAtOnce) return no(`Auf einmal sind höchstens ${mostAtOnce} Maßnahmen möglich.`)
  if (change.ownerId === undefined && change.dueOn === undefined && change.state === undefined)
    return no('Bitte sagen Sie, was anders werden soll: zuständige Person, Tag oder Stand.')
  const held = (await holdMeasures(ctx.db, wanted)).filter((one) => one.organizationId === organizationId)
  const faults = [...(await wishFaults(ctx, [{ organizationId, ownerId: change.ownerId }]))]
  if (held.length < wanted.length)
    faults.push({ path: 'ids', message: `${wanted.length - held.length} davon gibt es nicht (mehr).` })
  faults.push(...(await faultsOfWays(ctx, held, change)))
  if (faults.length > 0)
    return refuse('Geändert ist nichts: Entweder gehen alle oder keine. Bitte ändern Sie die Auswahl.', faults)
  await write(ctx, held, change)
  return held.length
}

const no = (sentence: string): Outcome<never> =>
  refuse(`${sentence} Geändert ist nichts.`, [{ path: 'ids', message: sentence }])

async function faultsOfWays(
  { db, now }: Context,
  held: readonly Measure[],
  { state, reason }: ManyChange,
): Promise<FieldError[]> {
  if (state === undefined) return []
  const proven = await provenAmong(
    db,
    held.map(({ id }) => id),
  )
  return held.flatMap((measure) => {
    if (measure.state === state) return []
    const fault = wayFault({ now }, measure, state, { reason, hasProof: proven.has(measure.id) })
    return isRefusal(fault) ? [{ path: `measure-${measure.id}`, message: fault.refused }] : []
  })
}

async function write(ctx: Context, held: readonly Measure[], change: ManyChange): Promise<void> {
  const { db, now } = ctx
  const ids = held.map(({ id }) => id)
  const moved = held.filter(({ state }) => change.state !== undefined && change.state !== state)
  if (change.ownerId !== undefined)
    await db.updateTable('measures.detail').set({ owner_id: change.ownerId }).where('measure_id', 'in', ids).execute()
  await db
    .updateTable('measures.measure')
    .set({ ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }), version: sql<number>`version + 1` })
    .where('id', 'in', ids)
    .execute()
  if (change.state !== undefined && moved.length > 0)
    await writeMoves(ctx, moved, { to: change.state, reason: change.reason ?? '' })
  const fields = Object.keys(change).toSorted().join(' ')
  await recordEach(
    ctx,
    'measure.changed',
    held.map(({ id, organizationId, title }) => ({ organizationId, subjectId: id, data: { title, fields } })),
  )
  const { ownerId } = change
  if (ownerId)
    await tellOwners(
      { ...ctx, now },
      held.filter(({ detail }) => detail?.ownerId !== ownerId).map((measure) => ({ ...measure, ownerId })),
    )
}

async function writeMoves(
  ctx: Context,
  moved: readonly Measure[],
  { to, reason }: { to: MeasureState; reason: string },
): Promise<void> {
  const { db, now, actor } = ctx
  const at = now.toString()
  await db
    .updateTable('measures.measure')
    .set({ state: to, since: at, check_on: to === 'proven' ? nextCheck(localDay(now)) : null })
    .where(
      'id',
      'in',
      moved.map(({ id }) => id),
    )
    .execute()
  const rows = moved.map(({ id, organizationId, state }) => ({ id: newId(), measureId: id, organizationId, state }))
  await sql`insert into measures.move (id, measure_id, organization_id, number, from_state, to_state, reason, at, person_id)
    select w.id, w."measureId", w."organizationId", (select count(*) + 1 from measures.move v where v.measure_id = w."measureId"),
           w.state, ${to}, ${reason}, ${at}::timestamptz, ${actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, "measureId" uuid, "organizationId" uuid, state text)`.execute(
    db,
  )
  await recordEach(
    ctx,
    'measure.moved',
    moved.map(({ id, organizationId, title, state }) => ({
      organizationId,
      subjectId: id,
      data: { title, from: state, to },
    })),
  )
}
