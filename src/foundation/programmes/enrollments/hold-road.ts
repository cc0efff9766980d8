import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Enrollment } from '../enrollment.ts'

/**
 * Holds one road until the end of the transaction, for modules that keep something for it: two who write on the same road come one after the
 * other, and the second one reads what the first one wrote. False where whoever asks sees no such road.
 */
export async function holdRoad({ db }: Pick<Context, 'db'>, { id }: Pick<Enrollment, 'id'>): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select programmes.hold(${id}::uuid) as held`.execute(db)
  return rows[0]?.held ?? false
}
