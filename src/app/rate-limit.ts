/** How often within a minute, per key and process. Precise enough against runaway scripts; sign-in counts in the database instead. */
export class MinuteLimit {
  readonly #limit: number
  readonly #counts = new Map<string, number>()
  #minute = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Counts this call; false when it is one too many. */
  admit(key: string, milliseconds: number): boolean {
    const minute = Math.floor(milliseconds / 60_000)
    if (minute !== this.#minute) {
      this.#counts.clear()
      this.#minute = minute
    }
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count <= this.#limit
  }
}
