import type { Temporal } from 'temporal-polyfill'

/** What a signature belongs to: the type in one word, and the id of the row. */
export interface SignedSubject {
  type: string
  id: string
}

export interface Signature {
  id: string
  organizationId: string
  signedBy: string
  /** Null when the reader may not see who it was. */
  signerName: string | null
  /** For whom, which is another organization where a contractor signs. */
  actingFor: { id: string; name: string }
  /** As what the person signed: a role of the house. */
  role: string
  signedAt: Temporal.Instant
  /** The text exactly as it was shown, and its hash. */
  shown: string
  shownSha256: string
}

/** Long enough to tell two texts apart by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12)
