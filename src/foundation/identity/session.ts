import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Db } from '#platform/db/database.ts'
import type { Actor, Place } from '#platform/http/context.ts'
import { idleSince, openedSince } from './session-terms.ts'

interface ActorRow {
  person_id: string
  name: string
  email: string
  acting_for: string | null
  roles: string[]
  organizations: Place[]
}

const actorOf = (row: ActorRow): Actor => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  actingFor: row.organizations.find(({ id }) => id === row.acting_for) ?? null,
  roles: row.roles,
  organizations: row.organizations,
})

export interface Session {
  actor: Actor
  /** Whether its last-seen mark is so old that this request should renew it. */
  stale: boolean
  /** Replacements that are to make this person an administrator, whose time has come. */
  due: string[]
}

/** Who is behind this cookie; undefined when the session is over or never was. */
export async function findSession(db: Db, secret: string, now: Temporal.Instant): Promise<Session | undefined> {
  const { rows } = await sql<ActorRow & { session_id: string; last_seen_at: Temporal.Instant; due: string[] }>`
    select a.*, identity.due_replacements(a.person_id, ${now.toString()}::timestamptz) as due
      from identity.session_actor(${sha256(secret)}, ${idleSince(now)}, ${openedSince(now)}, ${localDay(now).toString()}) a`.execute(
    db,
  )
  const row = rows[0]
  return (
    row && {
      actor: { ...actorOf(row), sessionId: row.session_id },
      stale: isOlder(row.last_seen_at, now, { minutes: 1 }),
      due: row.due,
    }
  )
}

const isOlder = (mark: Temporal.Instant, now: Temporal.Instant, age: { minutes: number }): boolean =>
  Temporal.Instant.compare(mark.add(age), now) < 0

export const touchSession = (db: Db, secret: string, now: Temporal.Instant): Promise<unknown> =>
  sql`select identity.touch_session(${sha256(secret)}, ${now.toString()})`.execute(db)

export const closeSession = (db: Db, secret: string): Promise<unknown> =>
  sql`select identity.close_session(${sha256(secret)})`.execute(db)

export type TokenHolder =
  | {
      actor: Actor
      readOnly: boolean
      /** Whether its mark of last use should be renewed. */ stale: boolean
      due: string[]
    }
  | { unknown: true }
  | { noRoleThere: true }

/** Who is behind this bearer token, acting for the organization the header names. */
export async function findTokenHolder(
  db: Db,
  token: string,
  actingFor: string | undefined,
  now: Temporal.Instant,
): Promise<TokenHolder> {
  const wanted = actingFor === undefined ? null : actingFor
  const known = await sql<{
    scope: 'read' | 'write'
    last_used_at: Temporal.Instant | null
  }>`select * from identity.token_person(${sha256(token)}, ${now.toString()}::timestamptz)`.execute(db)
  const found = known.rows[0]
  if (!found) return { unknown: true }
  if (wanted !== null && !isId(wanted)) return { noRoleThere: true }
  const { rows } = await sql<ActorRow & { due: string[] }>`
    select a.*, identity.due_replacements(a.person_id, ${now.toString()}::timestamptz) as due
      from identity.token_actor(${sha256(token)}, ${now.toString()}, ${wanted}::uuid, ${localDay(now).toString()}) a`.execute(
    db,
  )
  if (!rows[0]) return { noRoleThere: true }
  const stale = !found.last_used_at || isOlder(found.last_used_at, now, { minutes: 10 })
  return { actor: actorOf(rows[0]), readOnly: found.scope === 'read', stale, due: rows[0].due }
}

export const touchToken = (db: Db, token: string, now: Temporal.Instant): Promise<unknown> =>
  sql`select identity.touch_token(${sha256(token)}, ${now.toString()}::timestamptz)`.execute(db)
