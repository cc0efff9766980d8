import type { Acceptance } from './acceptance.ts'

const signature = (by: string | null, at: Acceptance['signedAt']) => (at === null ? null : { by, at: at.toString() })

export const acceptanceJson = (acceptance: Acceptance, textToSign: string | null = null) => ({
  id: acceptance.id,
  number: acceptance.number,
  orderId: acceptance.orderId,
  orderReference: acceptance.orderReference,
  orderTitle: acceptance.orderTitle,
  organizationId: acceptance.organizationId,
  organizationName: acceptance.organizationName,
  programmeId: acceptance.programmeId,
  enrollmentId: acceptance.enrollmentId,
  contractorId: acceptance.contractorId,
  contractorName: acceptance.contractorName,
  result: acceptance.result,
  state: acceptance.state,
  amountCents: acceptance.amountCents,
  note: acceptance.note,
  preparedAt: acceptance.preparedAt.toString(),
  way: acceptance.way,
  signature: signature(acceptance.signerName, acceptance.signedAt),
  paperFileId: acceptance.paperFileId,
  countersignature: acceptance.state === 'accepted' ? signature(acceptance.deciderName, acceptance.decidedAt) : null,
  reason: acceptance.reason,
  reservations: acceptance.reservations.map(({ number, text, fixedOn }) => ({ number, text, fixedOn })),
  textToSign,
})
