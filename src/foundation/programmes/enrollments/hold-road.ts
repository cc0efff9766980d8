import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import type { Enrollment, EnrollmentWithSteps } from '../enrollment.ts'
import { findEnrollment } from './queries.ts'

/**
 * Holds one road until the end of the transaction: two who write on it come one after the other, and the second one reads what the first one
 * wrote. False where whoever asks sees no such road.
 */
export async function keepRoad({ db }: Pick<Context, 'db'>, { id }: Pick<Enrollment, 'id'>): Promise<boolean> {
  if (!isId(id)) return false
  const { rows } = await sql<{ held: boolean }>`select programmes.hold(${id}::uuid) as held`.execute(db)
  return rows[0]?.held ?? false
}

/** The same for many roads of one programme, always in the same order. */
export async function keepRoads(
  { db }: Pick<Context, 'db'>,
  { id }: Pick<Programme, 'id'>,
  organizationIds: readonly string[],
): Promise<void> {
  await sql`select programmes.hold(h.id) from (
    select e.id from programmes.enrollment e
     where e.programme_id = ${id}::uuid and e.organization_id = any (${[...organizationIds]}::uuid[]) order by e.id) h`.execute(
    db,
  )
}

/** The same, and reads it as it is then; undefined where the actor sees no such road. */
export const holdRoad = async (ctx: Pick<Context, 'db'>, id: string): Promise<EnrollmentWithSteps | undefined> =>
  (await keepRoad(ctx, { id })) ? findEnrollment(ctx.db, id) : undefined
