// An organizer with an event, guests of municipalities, and the sweeper: what the tests about seats share.
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Answered, answerOfferByLink } from '#domains/guidance/events/places/answer-offer.ts'
import { sweep } from '#domains/guidance/events/places/sweep.ts'
import { nobody, type Subject, unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import type { ApiClient } from '../harness/clients.ts'
import type { Db } from '#platform/db/database.ts'
import type { TestHouse } from '../harness/house.ts'

export const guide = 'lotse@verbund.example'

export interface Place {
  id: string
  state: string
  position: number | null
  rank: number | null
  reason: string
  offerUntil: string | null
  person: { name: string }
  organization: { id: string } | null
}

export interface EventBody {
  id: string
  capacity: number | null
  seatsTaken: number
  confirmed: number
  offered: number
  waiting: number
  version: number
  dates: { id: string; startsAt: string; endsAt: string }[]
}

export class Desk {
  readonly #house: TestHouse
  readonly api: ApiClient
  readonly event: string

  private constructor(house: TestHouse, api: ApiClient, event: string) {
    this.#house = house
    this.api = api
    this.event = event
  }

  /** Published, in half a year, with one date; `more` says otherwise. */
  static async open(house: TestHouse, more: Record<string, unknown> = {}): Promise<Desk> {
    const api = await house.as(guide)
    const startsAt = house.clock.now().add({ hours: 24 * 180 })
    const { body, status, text } = await api.post<EventBody>('/events', {
      title: 'Ansturm',
      capacity: 20,
      dates: [{ startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 8 }).toString(), place: 'Musterstadt' }],
      published: true,
      ...more,
    })
    if (status !== 201) throw new Error(text)
    return new Desk(house, api, body.id)
  }

  read = async (): Promise<EventBody> => (await this.api.get<EventBody>(`/events/${this.event}`)).body

  change = (body: Record<string, unknown>) => this.api.patch<EventBody>(`/events/${this.event}`, body)

  /** A guest by number, of a municipality where one is named. */
  guest = (number: number, organizationId?: string) =>
    this.api.post<Place>(`/events/${this.event}/registrations`, {
      guest: { name: `Gast ${number}`, email: `gast${number}@beispiel.example`, organizationId },
    })

  /** One after the other: their places. */
  async guests(from: number, until: number, organizationId?: (number: number) => string): Promise<Place[]> {
    const places: Place[] = []
    for (let number = from; number < until; number += 1) {
      const { body, status, text } = await this.guest(number, organizationId?.(number))
      if (status !== 201) throw new Error(text)
      places.push(body)
    }
    return places
  }

  async places(): Promise<Place[]> {
    const all: Place[] = []
    let cursor = ''
    for (;;) {
      const { body } = await this.api.get<{ items: Place[]; next: string | null }>(
        `/events/${this.event}/registrations?limit=200${cursor}`,
      )
      all.push(...body.items)
      if (body.next === null) return all
      cursor = `&cursor=${body.next}`
    }
  }

  place = async (id: string): Promise<Place> => (await this.api.get<Place>(`/registrations/${id}`)).body

  leave = (id: string) => this.api.call<Place>('DELETE', `/registrations/${id}`)

  /** As the job does it. */
  sweep = (now = this.#house.clock.now()): Promise<number> => this.#unit(worker, now, (db) => sweep({ db, now }))

  /** At a moment that is exact to the millisecond: the clock of the house runs on. */
  answerAt = (now: Temporal.Instant, secret: string, accepts: boolean): Promise<Answered> =>
    this.#unit(nobody, now, (db) => answerOfferByLink({ actor: null, db, now }, secret, accepts))

  async leaveAt(now: Temporal.Instant, id: string): Promise<string | undefined> {
    const { body } = await this.api.get<{ person: { id: string }; actingFor: { id: string } }>('/me')
    return this.#unit({ personId: body.person.id, actingFor: body.actingFor.id }, now, async (db) => {
      const { rows } = await sql<{
        outcome: string
      }>`select outcome from guidance.leave(null, ${id}::uuid, '', ${now.toString()}::timestamptz)`.execute(db)
      return rows[0]?.outcome
    })
  }

  #unit = <T>(as: Subject, now: Temporal.Instant, work: (db: Db) => Promise<T>): Promise<T> =>
    unitOfWork(this.#house.services.database, { as, now, mode: 'read write' }, work)

  /** What the mail would hold, without the mail: a secret for an offer. */
  async secretFor(registration: string, kind: 'offer' | 'guest' = 'offer'): Promise<string> {
    const secret = newSecret()
    const now = this.#house.clock.now()
    const links = [
      { secretHash: sha256(secret), kind, eventId: this.event, registrationId: registration, expiresAt: null },
    ]
    await this.#unit(worker, now, (db) =>
      sql`select guidance.add_links(${JSON.stringify(links)}::jsonb, ${now.toString()}::timestamptz)`.execute(db),
    )
    return secret
  }

  accept = (secret: string) => this.#house.stranger.post(`/seat-offers/${secret}/acceptance`)
  decline = (secret: string) => this.#house.stranger.post(`/seat-offers/${secret}/decline`)

  /** The counter of the event against its rows: what the nightly check asks. */
  async faults(): Promise<unknown[]> {
    return asOwner(this.#house, async (db) => {
      const { rows } = await sql`
        select e.id, e.seats_taken, count(r.id) as held from guidance.event e
          left join guidance.registration r on r.event_id = e.id and r.state in ('confirmed', 'offered')
         group by e.id having e.seats_taken <> count(r.id)`.execute(db)
      return rows
    })
  }
}

export const states = (places: readonly Place[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(places, ({ state }) => state)].map(([state, its]) => [state, its.length]))

/** Municipalities of the story, or new ones: as many as are asked for. */
export async function municipalities(house: TestHouse, count: number): Promise<string[]> {
  const admin = await house.as('programm@verbund.example')
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { body, status, text } = await admin.post<{ id: string }>('/organizations', {
      name: `Gemeinde ${at}`,
      kind: 'unitaryMunicipality',
    })
    if (status !== 201) throw new Error(text)
    ids.push(body.id)
  }
  return ids
}

export const hours = (instant: Temporal.Instant, n: number): Temporal.Instant =>
  instant.add({ milliseconds: Math.round(n * 3_600_000) })
