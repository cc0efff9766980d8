import { Temporal } from 'temporal-polyfill'
import { type Event, shareOf } from '../event/event.ts'
import type { SeatState } from '../places/registration.ts'

/** A place as far as seats go. */
export interface Seat {
  id: string
  name: string
  organizationId: string | null
  organization: string | null
  population: number | null
  state: SeatState
  isApproved: boolean
  position: number | null
  priority: number
  turn: number | null
  seatedAt: Temporal.Instant | null
}

type Rules = Pick<
  Event,
  | 'capacity'
  | 'seatsTaken'
  | 'perOrganization'
  | 'populationQuota'
  | 'promotion'
  | 'offerStopHours'
  | 'beginsAt'
  | 'publishedAt'
  | 'cancelledAt'
>

export interface Wish {
  capacity: number | null
  keepSeats: boolean
}

/** What a number of seats leads to, before it is done. */
export interface Consequences {
  /** Who gets a seat or an offer, in this order. */
  movingUp: readonly Seat[]
  /** Whether they sit at once or are asked first. */
  by: Event['promotion']
  /** Who loses the seat or the offer, in this order; the last one named stands first on the list. */
  unseated: readonly Seat[]
  /** Seats that are taken afterwards, and those that stay free; null: there is no limit. */
  taken: number
  free: number | null
  /** Who waits although seats are free, and why. */
  passedBy: readonly { seat: Seat; why: 'approval' | 'share' }[]
  /** Seats are free, but it is too late for offers or for the list altogether. */
  tooLate: 'offers' | 'begun' | null
}

/** The same as guidance.set_capacity decides, on paper. */
export function consequencesOf(
  rules: Rules,
  seats: readonly Seat[],
  { capacity, keepSeats }: Wish,
  now: Temporal.Instant,
): Consequences {
  const after = new Map(seats.map((seat) => [seat.id, seat]))
  const same = rules.capacity === capacity
  const unseated =
    same || keepSeats ? [] : lastOnes(seats, Math.max(rules.seatsTaken - (capacity ?? rules.seatsTaken), 0))
  for (const [at, seat] of unseated.entries())
    after.set(seat.id, { ...seat, state: 'waiting', priority: 0, turn: lowest(seats) - at - 1, seatedAt: null })
  const line = new Line(rules, [...after.values()], capacity)
  const isStill = same || rules.publishedAt === null || rules.cancelledAt !== null
  const tooLate = isStill || !line.hasSeat() || !line.next() ? null : latenessOf(rules, now)
  const movingUp = isStill || tooLate ? [] : line.seatAll()
  return {
    movingUp,
    by: rules.promotion,
    unseated,
    taken: line.taken,
    free: capacity === null ? null : Math.max(capacity - line.taken, 0),
    passedBy: line.hasSeat() ? line.passedBy() : [],
    tooLate,
  }
}

/** Seats that stay free although somebody waits: the rules as they are now. */
export const freeSeatsOf = (rules: Rules, seats: readonly Seat[]): Pick<Consequences, 'free' | 'passedBy'> => {
  const line = new Line(rules, seats, rules.capacity)
  return {
    free: rules.capacity === null ? null : Math.max(rules.capacity - line.taken, 0),
    passedBy: line.hasSeat() ? line.passedBy() : [],
  }
}

function latenessOf({ beginsAt, promotion, offerStopHours }: Rules, now: Temporal.Instant): 'offers' | 'begun' | null {
  if (beginsAt === null) return null
  if (Temporal.Instant.compare(now, beginsAt) >= 0) return 'begun'
  const stop = beginsAt.subtract({ hours: offerStopHours })
  return promotion === 'offer' && Temporal.Instant.compare(now, stop) >= 0 ? 'offers' : null
}

const lowest = (seats: readonly Seat[]): number =>
  Math.min(0, ...seats.filter(({ priority }) => priority === 0).map(({ turn }) => turn ?? 0))

/** Offers go before seats, then whoever sat down last; among those of one moment the one who had waited longer keeps it. */
const lastOnes = (seats: readonly Seat[], count: number): Seat[] =>
  seats
    .filter(({ state }) => state === 'confirmed' || state === 'offered')
    .toSorted(
      (a, b) =>
        Number(b.state === 'offered') - Number(a.state === 'offered') ||
        latestFirst(a.seatedAt, b.seatedAt) ||
        (b.turn ?? -Infinity) - (a.turn ?? -Infinity) ||
        (a.id < b.id ? 1 : -1),
    )
    .slice(0, count)

function latestFirst(a: Temporal.Instant | null, b: Temporal.Instant | null): number {
  if (a && b) return Temporal.Instant.compare(b, a)
  return Number(a !== null) - Number(b !== null)
}

/** The list and the seats while they are given out. */
class Line {
  readonly #rules: Rules
  readonly #capacity: number | null
  readonly #held = new Map<string, number>()
  #waiting: Seat[]
  taken: number

  constructor(rules: Rules, seats: readonly Seat[], capacity: number | null) {
    this.#rules = rules
    this.#capacity = capacity
    const seated = seats.filter(({ state }) => state === 'confirmed' || state === 'offered')
    this.taken = seated.length
    for (const seat of seated) this.#count(seat)
    this.#waiting = seats
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => a.priority - b.priority || (a.turn ?? 0) - (b.turn ?? 0))
  }

  hasSeat = (): boolean => this.#capacity === null || this.taken < this.#capacity

  next = (): Seat | undefined => this.#waiting.find((seat) => seat.isApproved && this.#maySit(seat))

  seatAll(): Seat[] {
    const up: Seat[] = []
    for (let seat = this.next(); seat && this.hasSeat(); seat = this.next()) {
      up.push(seat)
      this.taken += 1
      this.#count(seat)
      const { id } = seat
      this.#waiting = this.#waiting.filter((one) => one.id !== id)
    }
    return up
  }

  passedBy = (): Consequences['passedBy'] =>
    this.#waiting
      .filter((seat) => !seat.isApproved || !this.#maySit(seat))
      .map((seat) => ({ seat, why: seat.isApproved ? 'share' : 'approval' }))

  #count({ organizationId }: Seat): void {
    if (organizationId !== null) this.#held.set(organizationId, (this.#held.get(organizationId) ?? 0) + 1)
  }

  #maySit({ organizationId, population }: Seat): boolean {
    if (organizationId === null) return true
    const share = shareOf(this.#rules, population)
    return share === null || share > (this.#held.get(organizationId) ?? 0)
  }
}
