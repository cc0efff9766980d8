import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { holdProgramme } from './hold-programme.ts'

/** Takes a step out of a programme and out of its roads, as long as nobody has begun it and nothing needs it. */
export async function removeStep(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  key: string,
): Promise<Outcome<'removed' | 'none'>> {
  const { name, steps } = await holdProgramme(ctx, { id })
  const step = steps.find((one) => one.key === key)
  if (!step) return 'none'
  const needing = steps.filter(({ needs }) => needs.includes(key))
  if (needing.length > 0)
    return refuse(
      `„${step.title}“ bleibt: ${needing.map(({ title }) => `„${title}“`).join(', ')} ${needing.length === 1 ? 'verlangt' : 'verlangen'} diesen Schritt. Bitte zuerst dort ändern.`,
    )
  const { rows } = await sql<{ begun: number }>`select programmes.remove_step(${id}::uuid, ${key}) as begun`.execute(
    ctx.db,
  )
  const begun = rows[0]?.begun ?? 0
  if (begun > 0)
    return refuse(
      `„${step.title}“ bleibt: ${begun === 1 ? 'Eine Kommune hat' : `${begun} Kommunen haben`} diesen Schritt schon begonnen. Wo er nicht mehr nötig ist, setzen Sie ihn auf „entfällt“.`,
    )
  await record(ctx, 'programme.roadChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: name, step: step.title, what: 'removed' },
  })
  return 'removed'
}
