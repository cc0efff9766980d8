import type { Temporal } from 'temporal-polyfill'

export const proofKinds = ['attendanceList', 'report', 'certificate', 'photo', 'other'] as const
export type ProofKind = (typeof proofKinds)[number]

const kindNames: Record<ProofKind, string> = {
  attendanceList: 'Anwesenheitsliste',
  report: 'Bericht',
  certificate: 'Bescheinigung',
  photo: 'Foto',
  other: 'Sonstiges',
}

export const proofInWords = (kind: ProofKind): string => kindNames[kind]

export interface Proof {
  id: string
  kind: ProofKind
  /** Null where whoever asks does not see the file, or it is gone. */
  fileId: string | null
  name: string
  sha256: string
}

/** What the contractor says it delivered on an order. */
export interface Delivery {
  id: string
  orderId: string
  organizationId: string
  programmeId: string
  contractorId: string
  contractorName: string
  /** Running within the order, from 1. */
  number: number
  /** Gross, in cents; 0 where what was refused is delivered again. */
  amountCents: number
  deliveredOn: string
  note: string
  reportedAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
  proofs: readonly Proof[]
}

/** At most so many reports on one order, and files with one of them. */
export const mostDeliveries = 100
export const mostProofs = 5
