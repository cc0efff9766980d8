import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { changeOrder, type OrderChange, placeOrders, type ServiceOrder } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import { isContractor } from './queries.ts'

export interface NewOrder {
  title: string
  amountCents: number
  contractorId: string | null
  dueOn?: string | null | undefined
}

/** Places an order by hand: its amount is planned. */
export async function placeOrder(
  ctx: Context,
  road: EnrollmentWithSteps,
  { title, amountCents, contractorId, dueOn }: NewOrder,
): Promise<Outcome<string>> {
  if (road.state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Bestellt ist nichts.')
  const fault = await contractorFault(ctx, contractorId)
  if (fault) return fault
  const wish = { title, amountCents, contractorId, ...(dueOn ? { dueOn } : {}) }
  const placed = await placeOrders(ctx, road, [wish], { origin: 'order', reason: `Bestellt: ${title}` })
  return isRefusal(placed) ? placed : (placed[0] ?? '')
}

/** Changes what is only planned; contractors are those of the register. */
export async function changePlanned(
  ctx: Context,
  order: ServiceOrder,
  change: OrderChange,
  version: number,
): Promise<Outcome<'saved' | 'changed'>> {
  return (await contractorFault(ctx, change.contractorId)) ?? changeOrder(ctx, order, change, version)
}

async function contractorFault(ctx: Context, id: string | null | undefined): Promise<Refusal | undefined> {
  return !id || (await isContractor(ctx.db, id))
    ? undefined
    : refuse('Der Auftrag ist noch nicht gespeichert.', [
        { path: 'contractorId', message: 'Das ist kein Dienstleister des Verbunds.' },
      ])
}
