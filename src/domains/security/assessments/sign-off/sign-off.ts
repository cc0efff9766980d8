import type { Temporal } from 'temporal-polyfill'
import type { Side } from '../reviews/review.ts'

export interface SignOff {
  id: string
  side: Side
  signedBy: string
  /** Null when the reader may not see who it was. */
  signerName: string | null
  /** As what: a role of the house. */
  role: string
  /** For whom: the municipality, or the contractor. */
  actingFor: string
  signedAt: Temporal.Instant
  shown: string
  shownSha256: string
  withdrawnAt: Temporal.Instant | null
  withdrawnBy: string | null
  withdrawalReason: string | null
}

export interface Reopening {
  id: string
  reason: string
  askedSide: Side
  askedBy: string
  askedAt: Temporal.Instant
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  /** Null while it is not decided. */
  agreed: boolean | null
}

export const sideNames: Record<Side, string> = { organization: 'Kommune', assessor: 'Prüfhaus' }
export const otherSide = (side: Side): Side => (side === 'organization' ? 'assessor' : 'organization')

/** Those that count; at most one of each side. */
export const standing = (signOffs: readonly SignOff[]): SignOff[] =>
  signOffs.filter(({ withdrawnAt }) => withdrawnAt === null)

export const ofSide = (signOffs: readonly SignOff[], side: Side): SignOff | undefined =>
  standing(signOffs).find((one) => one.side === side)

export const pending = (reopenings: readonly Reopening[]): Reopening | undefined =>
  reopenings.find(({ agreed }) => agreed === null)
