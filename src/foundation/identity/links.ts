import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { sha256 } from '#platform/crypto/hash.ts'
import type { PublicContext } from '#platform/http/context.ts'

export interface Link {
  personId: string
  name: string
  email: string
  /** Of a change of address: the new one. */
  newEmail: string | null
}

/** What a one-time link is for; undefined when it is none, was used or has run out. */
export async function findLink(
  { db, now }: PublicContext,
  secret: string,
  purpose: 'passwordReset' | 'emailChange',
): Promise<Link | undefined> {
  const { rows } = await sql<{
    person_id: string
    name: string
    email: string
    new_email: string | null
    expires_at: Temporal.Instant
    used_at: Temporal.Instant | null
  }>`select * from identity.find_capability(${sha256(secret)}, ${purpose})`.execute(db)
  const row = rows[0]
  if (!row || row.used_at || Temporal.Instant.compare(row.expires_at, now) <= 0) return undefined
  return { personId: row.person_id, name: row.name, email: row.email, newEmail: row.new_email }
}
