import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { may } from '../access.ts'
import { type Event, standingOf } from '../event/event.ts'
import { hindranceInWords } from './register.ts'

/** Why the actor could not register now, or a colleague where `personId` is given; undefined: nothing stands against it. */
export async function checkRegistration(
  { db, now, actor }: Context,
  event: Event,
  personId: string = actor.personId,
): Promise<Refusal | undefined> {
  const allowed = personId === actor.personId ? may.takePart(actor) : may.registerOthers(actor)
  if (isRefusal(allowed)) return allowed
  const { rows } = await sql<{ hindrance: string | null }>`
    select guidance.check_registration(${event.id}::uuid, ${actor.actingFor?.id ?? null}::uuid, ${personId}::uuid, ${now.toString()}::timestamptz) as hindrance`.execute(
    db,
  )
  const hindrance = rows[0]?.hindrance ?? null
  return hindrance === null ? undefined : refuse(hindranceInWords(hindrance, event))
}

const hindranceOf: Partial<Record<ReturnType<typeof standingOf>, string>> = {
  cancelled: 'cancelled',
  draft: 'draft',
  over: 'over',
  running: 'begun',
  closed: 'closed',
  early: 'early',
}

/** What stands against it whoever comes: the event takes nobody, or not yet. */
export function closedForAll(event: Event, now: Temporal.Instant): Refusal | undefined {
  const hindrance = hindranceOf[standingOf(event, now)]
  return hindrance === undefined ? undefined : refuse(hindranceInWords(hindrance, event))
}

/** Beside the event itself: who holds it, whom one asks, and the run that takes over the waiting list. */
export interface Surroundings {
  organizer: string | null
  contact: string | null
  contactEmail: string | null
  nextRun: number | null
  nextStartsAt: Temporal.Instant | null
}

export async function findSurroundings({ db }: { db: Context['db'] }, event: Event): Promise<Surroundings> {
  const { rows } = await sql<Surroundings>`
    select o.name as organizer, p.name as contact, p.email as "contactEmail", n.run as "nextRun", n.starts_at as "nextStartsAt"
      from (select 1) as one
      left join organizations.organization o on o.id = ${event.organizerId}::uuid
      left join identity.person p on p.id = ${event.contactId}::uuid
      left join guidance.event n on n.id = ${event.nextId}::uuid`.execute(db)
  return rows[0] ?? { organizer: null, contact: null, contactEmail: null, nextRun: null, nextStartsAt: null }
}

/** When the last seat was gone before each of these places came; those that wait for another reason are missing. */
export async function filledBefore(
  { db }: { db: Context['db'] },
  ids: readonly string[],
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ registration_id: string; filled_at: Temporal.Instant | null }>`
    select * from guidance.filled_at(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.flatMap(({ registration_id, filled_at }) => (filled_at ? [[registration_id, filled_at]] : [])))
}

export interface ShownMaterial {
  id: string
  title: string
  url: string | null
}

/** Those the reader may open, the oldest first. */
export async function listShownMaterials(db: Context['db'], eventId: string): Promise<ShownMaterial[]> {
  const { rows } = await sql<ShownMaterial>`
    select m.id, m.title, m.url from guidance.material m where m.event_id = ${eventId}::uuid order by m.id limit 100`.execute(
    db,
  )
  return rows
}

/** Whether the reader registers colleagues, and sees all places of the organization. */
export const speaksForColleagues = (actor: Actor): boolean =>
  actor.actingFor !== null && !isRefusal(may.registerOthers(actor))
