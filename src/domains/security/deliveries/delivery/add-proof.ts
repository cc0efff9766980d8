import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { PreparedFile } from '#foundation/files/index.ts'
import type { ServiceOrder } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import { holdOrder } from '../hold-order.ts'
import { type Delivery, mostProofs, type ProofKind } from './delivery.ts'
import { deliveriesOf } from './queries.ts'
import { storeProof } from './report-delivery.ts'

/** A further file that proves a delivery, while there is something left to decide about it. */
export async function addProof(
  ctx: Context,
  order: ServiceOrder,
  { id }: Pick<Delivery, 'id'>,
  proof: { kind: ProofKind; file: PreparedFile },
): Promise<Outcome<string>> {
  const now = await holdOrder(ctx, order)
  const delivery = (await deliveriesOf(ctx.db, order.id)).find((one) => one.id === id)
  if (!now || !delivery) return refuse('Diese Meldung gibt es nicht. Gespeichert ist nichts.')
  if (delivery.withdrawnAt !== null || now.delivered === 0)
    return refuse('Über diese Meldung ist schon entschieden. Gespeichert ist nichts.')
  if (delivery.proofs.length >= mostProofs)
    return refuse(`Zu dieser Meldung gibt es schon ${mostProofs} Nachweise; mehr sind nicht möglich.`)
  const stored = await storeProof(ctx, delivery, proof)
  return isRefusal(stored) ? stored : delivery.id
}
