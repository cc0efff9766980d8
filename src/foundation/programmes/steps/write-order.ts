import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Programme, StepDefinition } from '../programme.ts'

/** Numbers the steps anew, those at another place or in another phase only; the roads follow by themselves. */
export async function writeOrder(
  { db }: Context,
  { id, steps: before }: Pick<Programme, 'id' | 'steps'>,
  steps: readonly Pick<StepDefinition, 'key' | 'position' | 'phaseKey'>[],
): Promise<void> {
  const was = new Map(before.map((step) => [step.key, step]))
  const moved = steps.filter(
    ({ key, position, phaseKey }) => was.get(key)?.position !== position || was.get(key)?.phaseKey !== phaseKey,
  )
  if (moved.length === 0) return
  const rows = moved.map(({ key, position, phaseKey }) => ({ key, position, phaseKey }))
  await sql`update programmes.step s set position = r.position, phase_key = r."phaseKey"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, position integer, "phaseKey" text)
     where s.programme_id = ${id}::uuid and s.key = r.key`.execute(db)
}
