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

  /** What was counted turned out to be none: it was no wrong try. */
  forgive(key: string): void {
    this.#counts.set(key, Math.max(0, (this.#counts.get(key) ?? 0) - 1))
  }
}

/** Short codes that are read off a wall: so many wrong ones a minute, of pages and operations together. */
const guesses = new MinuteLimit(10)

/** Does the work unless there were too many wrong codes; only what `isWrong` says was one stays counted. Undefined: too many. */
export async function amongGuesses<Done>(
  key: string,
  milliseconds: number,
  { work, isWrong }: { work: () => Promise<Done>; isWrong: (done: Done) => boolean },
): Promise<Done | undefined> {
  if (!guesses.admit(key, milliseconds)) return undefined
  const done = await work()
  if (!isWrong(done)) guesses.forgive(key)
  return done
}
