import { isId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { sql } from 'kysely'
import { addProof, type GivenProof, hasProof } from './add-proof.ts'
import { type Measure, type MeasureState, measureStateInWords, needOf, nextCheck, waysFrom } from './measure.ts'
import { holdMeasures } from './queries.ts'

export interface MoveWords {
  /** Why it goes back, or is dropped. */
  reason?: string | undefined
  /** What shows that it was done; not needed where something lies there already. */
  proof?: GivenProof | undefined
  /** When somebody looks again; of proven ones a year from today unless it says otherwise. */
  checkOn?: string | null | undefined
}

/** Moves a measure into another state, as the table of ways allows; the way it came is kept. Into the state it has: nothing happens. */
export async function moveMeasure(
  ctx: Context,
  id: string,
  state: MeasureState,
  words: MoveWords = {},
): Promise<Outcome<true>> {
  const [measure] = isId(id) ? await holdMeasures(ctx.db, [id]) : []
  if (!measure) return refuse('Diese Maßnahme gibt es nicht, oder sie gehört einer anderen Organisation.')
  return moveHeld(ctx, measure, state, words)
}

/** The same for one that is held already. */
export async function moveHeld(
  ctx: Context,
  measure: Measure,
  state: MeasureState,
  words: MoveWords = {},
): Promise<Outcome<true>> {
  if (measure.state === state) return true
  const isProven = words.proof !== undefined || (state === 'proven' && (await hasProof(ctx.db, measure.id)))
  const fault = wayFault(ctx, measure, state, { ...words, hasProof: isProven })
  if (isRefusal(fault)) return fault
  if (words.proof) {
    const added = await addProof(ctx, measure, words.proof)
    if (isRefusal(added)) return added
  }
  await writeMove(ctx, measure, state, words)
  return true
}

/** Why it cannot become that; what lies there as proof whoever asks has looked up. */
export function wayFault(
  { now }: Pick<Context, 'now'>,
  measure: Measure,
  to: MeasureState,
  {
    reason = '',
    hasProof: isProven,
    checkOn,
  }: { reason?: string | undefined; hasProof: boolean; checkOn?: string | null | undefined },
): Outcome<true> {
  const named = `„${measure.title}“ ist ${measureStateInWords(measure.state)}`
  const need = needOf(measure.state, to)
  if (!need) {
    const ways = waysFrom(measure.state).map((way) => `„${measureStateInWords(way.to)}“`)
    return refuse(
      `${named} und kann von dort nicht „${measureStateInWords(to)}“ werden. Möglich ist: ${ways.join(', ')}.`,
      [{ path: 'state', message: `Von „${measureStateInWords(measure.state)}“ führt kein Weg dorthin.` }],
    )
  }
  if (need === 'reason' && reason === '')
    return refuse(`${named}. Für „${measureStateInWords(to)}“ brauchen wir den Grund. Geändert ist nichts.`, [
      { path: 'reason', message: 'Bitte sagen Sie, warum.' },
    ])
  if (need === 'proof' && !isProven)
    return refuse(
      `${named}. Für „${measureStateInWords(to)}“ brauchen wir einen Nachweis: eine Datei oder eine Notiz. Geändert ist nichts.`,
      [{ path: 'proof', message: 'Bitte legen Sie eine Datei ab oder schreiben Sie eine Notiz.' }],
    )
  if (checkOn && checkOn <= localDay(now).toString())
    return refuse('Der Stand ist noch nicht geändert. Bitte ändern Sie eine Angabe.', [
      { path: 'checkOn', message: 'Dieser Tag liegt nicht in der Zukunft.' },
    ])
  return true
}

/** The state and the row that keeps how it came; the measure is held. */
async function writeMove(ctx: Context, measure: Measure, to: MeasureState, words: MoveWords): Promise<void> {
  const { db, now } = ctx
  await db
    .updateTable('measures.measure')
    .set({
      state: to,
      since: now.toString(),
      check_on: checkAfter(ctx, measure, to, words),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', measure.id)
    .execute()
  await insertMove(ctx, measure, to, words.reason ?? '')
  await record(ctx, 'measure.moved', {
    organizationId: measure.organizationId,
    subjectId: measure.id,
    data: { title: measure.title, from: measure.state, to },
  })
}

function checkAfter(
  { now }: Context,
  { checkOn: current }: Measure,
  to: MeasureState,
  { checkOn }: MoveWords,
): string | null {
  if (to !== 'done' && to !== 'proven') return null
  if (checkOn !== undefined) return checkOn
  return to === 'proven' ? nextCheck(localDay(now)) : current
}

/** One more dated row of the way a measure took. */
export async function insertMove(
  { db, now, actor }: Context,
  { id, organizationId, state }: Measure,
  to: MeasureState,
  reason: string,
): Promise<void> {
  await db
    .insertInto('measures.move')
    .values({
      id: newId(),
      measure_id: id,
      organization_id: organizationId,
      number: sql<number>`(select count(*) + 1 from measures.move v where v.measure_id = ${id}::uuid)`,
      from_state: state,
      to_state: to,
      reason,
      at: now.toString(),
      person_id: actor.personId,
    })
    .execute()
}
