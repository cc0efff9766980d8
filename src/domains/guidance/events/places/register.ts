import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { entryOf } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { dayInWords, type Event } from '../event/event.ts'
import { germanTime, localDay } from '#kernel/local-day.ts'
import { findEvent } from '../event/queries.ts'
import { enqueueTelling, wakesAlone, wakeTeller } from './wake-teller.ts'
import type { SeatState } from './registration.ts'

/** Who takes part: somebody with an account, or a guest by name and address. */
export type Participant =
  /** Null by an organizer only: whom the person works for, where that is one. */
  | { personId: string; organizationId: string | null }
  | { guest: { name: string; email: string }; organizationId: string | null }

export interface Kept {
  registrationId: string
  state: SeatState
  position: number | null
  ahead: number | null
  reasons: readonly string[]
}

interface Row {
  outcome: string
  registration_id: string | null
  state: SeatState | null
  position: number | null
  ahead?: number | null
  reasons: readonly string[] | null
}

/**
 * A seat, or a number on the list: what it is, the database decides under the lock of the event. Whether the actor may is the caller's
 * to decide (`may.takePart`, `may.registerOthers`). Refused with the reason where the event does not take anybody, or not this person.
 */
export async function register(
  ctx: Context,
  event: Event,
  participant: Participant,
  { note = '', regardless = false }: { note?: string; regardless?: boolean } = {},
): Promise<Outcome<Kept>> {
  const { db, now } = ctx
  const person = 'personId' in participant ? participant.personId : null
  const guest = 'guest' in participant ? participant.guest : null
  const email = guest ? normalizeEmail(guest.email) : ''
  if (email === undefined)
    return refuse('Die Anmeldung ist nicht gespeichert.', [
      { path: 'guest.email', message: 'Das ist keine E-Mail-Adresse.' },
    ])
  const entry = entryOf(now, 'registration.made', {
    organizationId: participant.organizationId ?? event.organizerId,
    subjectId: person ?? event.id,
    data: { title: event.title, eventId: event.id },
    needs: [],
  })
  // One statement, and the entry first (the place asks for its moment): the lock of the event is held for the rest of the transaction.
  const { rows } = await sql<Row & { alone: boolean }>`
    with noted as materialized (select ${entry}, ${wakesAlone(event.id)} as alone, ${now.toString()}::timestamptz as at)
    select p.*, noted.alone from noted, guidance.register(${newId()}::uuid, ${event.id}::uuid, ${participant.organizationId}::uuid,
      ${person}::uuid, ${guest?.name ?? ''}, ${email}, ${note}, ${regardless}, noted.at) p`.execute(db)
  if (rows[0]?.alone) await enqueueTelling(ctx, event.id)
  return settled(rows[0], await named(ctx, event, rows[0]))
}

/**
 * By an invitation link, without an account; `secretHash` of the link. An address that is registered already gets the same answer as a new
 * one, so that nobody learns who takes part.
 */
export async function registerByInvitation(
  ctx: PublicContext,
  event: Event,
  secretHash: string,
  guest: { name: string; email: string },
): Promise<Outcome<true>> {
  const email = normalizeEmail(guest.email)
  if (email === undefined)
    return refuse('Die Anmeldung ist nicht gespeichert.', [{ path: 'email', message: 'Das ist keine E-Mail-Adresse.' }])
  await wakeTeller(ctx, event.id)
  const { rows } = await sql<Row>`
    select * from guidance.register_guest(${secretHash}, ${newId()}::uuid, ${guest.name}, ${email}, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  const kept = rows[0]?.outcome === 'already' || settled(rows[0], event)
  return isRefusal(kept) ? kept : true
}

/** A refusal names the course that is presupposed; whoever gets a seat does not wait for its title. */
const named = async (ctx: Context, event: Event, row: Row | undefined): Promise<Event> =>
  row?.outcome === 'prerequisite' ? ((await findEvent(ctx.db, event.id)) ?? event) : event

function settled(row: Row | undefined, event: Event): Outcome<Kept> {
  if (row?.outcome === 'kept' && row.registration_id !== null && row.state !== null)
    return {
      registrationId: row.registration_id,
      state: row.state,
      position: row.position,
      ahead: row.ahead ?? null,
      reasons: row.reasons ?? [],
    }
  if (row?.outcome === 'already') return refuse(alreadyThere(row.state))
  return refuse(hindranceInWords(row?.outcome ?? 'unknown', event))
}

const alreadyThere = (state: SeatState | null): string =>
  state === 'waiting'
    ? 'Die Anmeldung gibt es schon: Sie steht auf der Warteliste und behält ihre Nummer. Geändert ist nichts.'
    : 'Die Anmeldung gibt es schon, mit einem Platz. Geändert ist nichts.'

/** Why somebody cannot register; the keys are those of guidance.hindrance. */
export function hindranceInWords(hindrance: string, event: Event): string {
  const words: Record<string, string> = {
    unknown: 'Diese Veranstaltung gibt es nicht.',
    stranger: 'Diese Person arbeitet nicht für diese Organisation. Angemeldet ist niemand.',
    whose: 'Die Person arbeitet für mehrere Organisationen. Bitte nennen Sie die, für die sie teilnimmt.',
    draft: 'Die Veranstaltung ist noch nicht veröffentlicht.',
    cancelled: 'Die Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich.',
    over: 'Die Veranstaltung ist vorbei.',
    begun: 'Die Veranstaltung hat schon begonnen. Eine Anmeldung ist nicht mehr möglich.',
    early: event.opensAt ? `Die Anmeldung öffnet am ${moment(event.opensAt)}.` : 'Die Anmeldung ist noch nicht offen.',
    closed: event.closesAt
      ? `Der Anmeldeschluss war am ${moment(event.closesAt)}. Bitte fragen Sie bei der Veranstalterin nach.`
      : 'Der Anmeldeschluss ist vorbei.',
    prerequisite: `Vorausgesetzt wird das Zertifikat von „${event.prerequisiteTitle ?? 'einem anderen Kurs'}“. Es liegt noch nicht vor.`,
    declaration:
      'Teilnehmen können Organisationen, deren Teilnahmeerklärung zum Programm vorliegt. Ihre fehlt noch; unterschreiben kann sie die Verwaltungsleitung.',
    revoked: 'Diese Einladung wurde zurückgezogen. Bitte fragen Sie bei der Veranstalterin nach.',
    expired: 'Diese Einladung ist abgelaufen. Bitte fragen Sie bei der Veranstalterin nach.',
    used: 'Mit dieser Einladung haben sich schon alle angemeldet, für die sie gedacht war.',
  }
  return words[hindrance] ?? 'Eine Anmeldung ist gerade nicht möglich.'
}

const moment = (instant: Parameters<typeof localDay>[0]): string =>
  `${dayInWords(localDay(instant))}, ${germanTime(instant)}`
