import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'
import { idleSince, openedSince } from '../session-terms.ts'

export interface OwnSession {
  id: string
  agent: string
  createdAt: Temporal.Instant
  lastSeenAt: Temporal.Instant
  /** The one that asks. */
  isThis: boolean
}

/** Where the person is signed in now, the last used first. */
export async function ownSessions({ db, now, actor }: Context): Promise<OwnSession[]> {
  const { rows } = await sql<{
    id: string
    agent: string
    created_at: Temporal.Instant
    last_seen_at: Temporal.Instant
  }>`
    select * from identity.own_sessions(${idleSince(now)}::timestamptz, ${openedSince(now)}::timestamptz)`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    agent: row.agent,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    isThis: row.id === actor.sessionId,
  }))
}

export interface OwnToken {
  id: string
  name: string
  scope: 'read' | 'write'
  createdAt: Temporal.Instant
  expiresAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
}

/** Tokens that work, the newest first. */
export async function ownTokens({ db, now }: Context): Promise<OwnToken[]> {
  const { rows } = await sql<{
    id: string
    name: string
    scope: 'read' | 'write'
    created_at: Temporal.Instant
    expires_at: Temporal.Instant
    last_used_at: Temporal.Instant | null
  }>`select * from identity.own_tokens(${now.toString()}::timestamptz)`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}
