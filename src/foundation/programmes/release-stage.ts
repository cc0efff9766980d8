import { type Outcome, refuse } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from './programme.ts'

export interface Release {
  number: number
  /** Local day of the decision. */
  on: string
  /** Who decided what: "Einwilligung der Ausschüsse vom 12.12.2025". */
  decision: string
}

/** Releases a stage for all at once, by a dated decision. What is released stays released. */
export async function releaseStage(
  ctx: Context,
  programme: Programme,
  { number, on, decision }: Release,
): Promise<Outcome<true>> {
  const stage = programme.stages.find((one) => one.number === number)
  if (!stage) return refuse('Diese Stufe gibt es in diesem Programm nicht.')
  if (on > localDay(ctx.now).toString())
    return refuse('Die Stufe ist noch nicht freigegeben. Bitte ändern Sie eine Angabe.', [
      { path: 'on', message: 'Dieser Tag liegt noch vor uns. Freigegeben wird, wenn entschieden ist.' },
    ])
  const released = await ctx.db
    .updateTable('programmes.stage')
    .set({ released_on: on, decision, released_by: ctx.actor.personId, released_at: ctx.now.toString() })
    .where('programme_id', '=', programme.id)
    .where('number', '=', number)
    .where('released_on', 'is', null)
    .executeTakeFirst()
  if (released.numUpdatedRows === 0n)
    return refuse(`„${stage.title}“ ist schon freigegeben. Geändert ist nichts.`, [
      { path: 'number', message: 'Schon freigegeben.' },
    ])
  await record(ctx, 'programme.stageReleased', {
    organizationId: null,
    subjectId: programme.id,
    data: { programme: programme.name, stage: stage.title },
  })
  return true
}
