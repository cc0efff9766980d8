import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Db } from '#platform/db/database.ts'
import type { EventKind } from '../event/event.ts'
import type { SeatState } from './registration.ts'

export type LinkKind = 'offer' | 'guest' | 'invitation'

/** What stands behind a secret of a mail. */
export interface Link {
  kind: LinkKind
  eventId: string
  /** Null for an invitation, like everything about a place. */
  registrationId: string | null
  state: SeatState | null
  position: number | null
  ahead: number | null
  reasons: readonly string[] | null
  offerUntil: Temporal.Instant | null
  holder: string | null
  title: string
  eventKind: EventKind
  run: number
  startsAt: Temporal.Instant | null
  isCancelled: boolean
  usesLeft: number | null
  expiresAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  organization: string | null
}

/** Longer than any secret of ours. */
const longest = 200

/** Looking changes nothing; undefined where no such link of this kind was ever given. */
export async function findLink(db: Db, secret: string, kind: LinkKind): Promise<Link | undefined> {
  if (secret === '' || secret.length > longest) return undefined
  const { rows } = await sql<Link>`
    select l.kind, l.event_id as "eventId", l.registration_id as "registrationId", l.state, l.position, l.ahead, l.reasons,
           l.offer_until as "offerUntil", l.holder, l.title, l.event_kind as "eventKind", l.run, l.starts_at as "startsAt",
           l.is_cancelled as "isCancelled", l.uses_left as "usesLeft", l.expires_at as "expiresAt", l.revoked_at as "revokedAt", l.organization
      from guidance.find_link(${sha256(secret)}) l where l.kind = ${kind}`.execute(db)
  return rows[0]
}
