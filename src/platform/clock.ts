import { Temporal } from 'temporal-polyfill'

/** The only source of time. Everything else receives `now`. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) }

/** A clock for tests: set once, it runs on from there. */
export class SettableClock implements Clock {
  #shift = 0

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now() + this.#shift)
  }

  set(instant: Temporal.Instant): void {
    this.#shift = instant.epochMilliseconds - Date.now()
  }
}
