import { sql } from 'kysely'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Db } from '#platform/db/database.ts'
import type { Event } from '../event/event.ts'
import { findEvent } from '../event/queries.ts'
import { type Answers, type Results, resultsOf } from './feedback.ts'

/** For the organizer; nobody else is told even how many there are. */
export async function readResults(db: Db, eventId: string): Promise<Results> {
  const { rows } = await sql<{ number: number; answers: Answers | null }>`
    select f.number, f.answers from guidance.feedback_of(${eventId}::uuid) f`.execute(db)
  return resultsOf(
    rows[0]?.number ?? 0,
    rows.flatMap(({ answers }) => (answers ? [answers] : [])),
  )
}

export async function hasGivenFeedback(db: Db, eventId: string): Promise<boolean> {
  const { rows } = await sql<{ given: boolean }>`select guidance.has_given_feedback(${eventId}::uuid) as given`.execute(
    db,
  )
  return rows[0]?.given ?? false
}

/** Those of these events for which the reader has given feedback. */
export async function feedbackGivenFor(db: Db, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (eventIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select e.id from unnest(${[...eventIds]}::uuid[]) as e(id) where guidance.has_given_feedback(e.id)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The event that a guest's link is about. */
export async function findEventOfLink(db: Db, secret: string): Promise<Event | undefined> {
  const { rows } = await sql<{ event_id: string; kind: string }>`
    select l.event_id, l.kind from guidance.find_link(${sha256(secret)}) l`.execute(db)
  const [link] = rows
  return link?.kind === 'guest' ? findEvent(db, link.event_id) : undefined
}
