import { orderState, orderTotal, type ServiceOrder } from '#domains/security/funding/index.ts'
import type { Delivery } from '../delivery/delivery.ts'

export const orderJson = (order: ServiceOrder) => ({
  id: order.id,
  reference: order.reference,
  title: order.title,
  state: orderState(order),
  organizationId: order.organizationId,
  organizationName: order.organizationName,
  programmeId: order.programmeId,
  enrollmentId: order.enrollmentId,
  contractorId: order.contractorId,
  contractorName: order.contractorName,
  dueOn: order.dueOn,
  placedAt: order.placedAt.toString(),
  commissionedAt: order.committedAt?.toString() ?? null,
  totalCents: orderTotal(order),
  plannedCents: order.planned,
  committedCents: order.committed,
  deliveredCents: order.delivered,
  acceptedCents: order.accepted,
  invoicedCents: order.invoiced,
  settledCents: order.settled,
  version: order.version,
})

export const wholeOrderJson = (order: ServiceOrder, deliveries: readonly Delivery[]) => ({
  ...orderJson(order),
  deliveries: deliveries.map(deliveryJson),
})

const deliveryJson = (delivery: Delivery) => ({
  id: delivery.id,
  number: delivery.number,
  amountCents: delivery.amountCents,
  deliveredOn: delivery.deliveredOn,
  note: delivery.note,
  reportedAt: delivery.reportedAt.toString(),
  withdrawnAt: delivery.withdrawnAt?.toString() ?? null,
  withdrawalReason: delivery.withdrawalReason,
  proofs: delivery.proofs.map(({ id, kind, fileId, name, sha256 }) => ({ id, kind, fileId, name, sha256 })),
})
