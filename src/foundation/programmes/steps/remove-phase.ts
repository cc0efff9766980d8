import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { holdProgramme } from './hold-programme.ts'

/** Takes an empty phase out of a programme. */
export async function removePhase(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  key: string,
): Promise<Outcome<'removed' | 'none'>> {
  const { name, phases, steps } = await holdProgramme(ctx, { id })
  const phase = phases.find((one) => one.key === key)
  if (!phase) return 'none'
  const count = steps.filter(({ phaseKey }) => phaseKey === key).length
  if (count > 0)
    return refuse(
      `Die Phase „${phase.title}“ bleibt: In ihr ${count === 1 ? 'steht noch ein Schritt' : `stehen noch ${count} Schritte`}. Bitte zuerst diese entfernen oder in eine andere Phase stellen.`,
    )
  await ctx.db.deleteFrom('programmes.phase').where('programme_id', '=', id).where('key', '=', key).execute()
  await record(ctx, 'programme.roadChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: name, step: phase.title, what: 'removed' },
  })
  return 'removed'
}
