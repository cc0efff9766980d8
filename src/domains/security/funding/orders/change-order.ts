import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { holdAccounts } from '../entries/book.ts'
import type { ServiceOrder } from './order.ts'

/** What is left out stays as it is; null takes away. */
export interface OrderChange {
  title?: string | undefined
  contractorId?: string | null | undefined
  dueOn?: string | null | undefined
}

/** Changes what is only planned. `changed`: somebody else was faster than the version that was read. */
export async function changeOrder(
  ctx: Context,
  order: ServiceOrder,
  { title, contractorId, dueOn }: OrderChange,
  version: number,
): Promise<Outcome<'saved' | 'changed'>> {
  await holdAccounts(ctx, [order.enrollmentId])
  if (order.version !== version) return 'changed'
  if (order.planned === 0)
    return refuse(
      `„${order.title}“ (${order.reference}) ist nicht mehr nur geplant. Geändert ist nichts; ziehen Sie den Auftrag zurück und legen Sie einen neuen an.`,
    )
  const changed = await ctx.db
    .updateTable('funding.service_order')
    .set({
      ...(title === undefined ? {} : { title }),
      ...(contractorId === undefined ? {} : { contractor_id: contractorId }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      version: version + 1,
    })
    .where('id', '=', order.id)
    .where('version', '=', version)
    .where('planned_cents', '>', 0)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return 'changed'
  await record(ctx, 'order.changed', {
    organizationId: order.organizationId,
    subjectId: order.id,
    data: { reference: order.reference, title: title ?? order.title },
  })
  return 'saved'
}
