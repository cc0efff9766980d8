import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Role } from '../roles.ts'

/** An invitation ends with the fourteenth day after the one it was sent on, at 24:00. */
export const validDays = 14

export const endOf = (now: Temporal.Instant): Temporal.Instant =>
  localDay(now)
    .add({ days: validDays + 1 })
    .toZonedDateTime('Europe/Berlin')
    .toInstant()

/** The last day on which it works. */
export const lastDay = (expiresAt: Temporal.Instant): string => germanDay(localDay(expiresAt.subtract({ seconds: 1 })))

export interface Invitation {
  id: string
  organizationId: string
  organization: string
  email: string
  name: string
  roles: Role[]
  invitedBy: string | null
  sentAt: Temporal.Instant
  expiresAt: Temporal.Instant
  acceptedAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
}

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

type Dates = Pick<Invitation, 'expiresAt' | 'acceptedAt' | 'revokedAt'>

export function stateOf({ expiresAt, acceptedAt, revokedAt }: Dates, now: Temporal.Instant): InvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  return Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : 'open'
}

/** What the holder of a link sees. */
export interface Offer extends Dates {
  id: string
  organization: string
  email: string
  name: string
  roles: Role[]
  invitedBy: string | null
  /** The account that the address has already. */
  account: { personId: string; name: string; maySignIn: boolean } | undefined
}
