import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { findOrder, holdAccounts, type ServiceOrder } from '#domains/security/funding/index.ts'

/**
 * Holds the road and the account behind an order until the end of the transaction, in this order as everybody does, and reads the order as it
 * is then. Undefined where whoever asks has nothing to do with it.
 */
export async function holdOrder(
  ctx: Context,
  { id, enrollmentId }: Pick<ServiceOrder, 'id' | 'enrollmentId'>,
): Promise<ServiceOrder | undefined> {
  const { rows } = await sql<{ held: boolean }>`select deliveries.hold_road(${id}::uuid) as held`.execute(ctx.db)
  if (!rows[0]?.held || !(await holdAccounts(ctx, [enrollmentId]))) return undefined
  return findOrder(ctx.db, id)
}
