import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { roadFault } from '../programme-parts.ts'
import type { Programme } from '../programme.ts'
import { holdProgramme } from '../steps/hold-programme.ts'
import type { StageInput } from './schemas.ts'

/** Adds the next stage, or changes one that is not released yet. What is released stays as it was decided. */
export async function setStage(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  number: number,
  { title, amountCents, requires }: StageInput,
): Promise<Outcome<'added' | 'changed'>> {
  const programme = await holdProgramme(ctx, { id })
  const there = programme.stages.find((stage) => stage.number === number)
  if (there?.releasedOn)
    return refuse(`„${there.title}“ ist freigegeben und bleibt, wie entschieden ist. Geändert ist nichts.`)
  const next = (programme.stages.at(-1)?.number ?? 0) + 1
  if (!there && number !== next)
    return refuse('Die Stufe ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
      { path: 'number', message: `Die nächste Stufe ist die Stufe ${next}.` },
    ])
  const others = programme.stages.filter((stage) => stage.number !== number)
  const fault = roadFault({ ...programme, phases: [], documents: [], stages: [...others, { amountCents }] })
  if (fault) return fault
  const facts = { title, amount_cents: amountCents, requires }
  await ctx.db
    .insertInto('programmes.stage')
    .values({ programme_id: id, number, ...facts })
    .onConflict((one) => one.columns(['programme_id', 'number']).doUpdateSet(facts))
    .execute()
  await record(ctx, 'programme.stageSet', {
    organizationId: null,
    subjectId: id,
    data: { programme: programme.name, stage: title },
  })
  return there ? 'changed' : 'added'
}
