import type { Temporal } from 'temporal-polyfill'

export interface Consent {
  id: string
  organizationId: string
  /** A key of purposes.ts. */
  purpose: string
  textVersion: number
  textSha256: string
  givenAt: Temporal.Instant
  givenBy: Somebody
  revokedAt: Temporal.Instant | null
  revokedBy: Somebody | null
}

interface Somebody {
  id: string
  /** Null when the reader may not see who it was. */
  name: string | null
}

export const stands = ({ revokedAt }: Pick<Consent, 'revokedAt'>): boolean => revokedAt === null

export const nameInWords = ({ name }: Somebody): string => name ?? 'Ehemalige Person'
