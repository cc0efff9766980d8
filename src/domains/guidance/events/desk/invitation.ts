import { Temporal } from 'temporal-polyfill'

/** A link by which guests register themselves. */
export interface Invitation {
  /** The hash of its secret. */
  id: string
  organizationId: string | null
  organization: string | null
  /** Null: any number. */
  usesLeft: number | null
  expiresAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  createdAt: Temporal.Instant
}

export type InvitationState = 'open' | 'used' | 'expired' | 'ended'

export function stateOf({ usesLeft, expiresAt, revokedAt }: Invitation, now: Temporal.Instant): InvitationState {
  if (revokedAt) return 'ended'
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired'
  return usesLeft === 0 ? 'used' : 'open'
}

export const invitationInWords: Record<InvitationState, string> = {
  open: 'Gilt',
  used: 'Verbraucht',
  expired: 'Abgelaufen',
  ended: 'Beendet',
}
