interface Entry<T> {
  weight: number
  value: T
}

/** Gives back the lightest first. */
export class Heap<T> {
  readonly #entries: Entry<T>[] = []

  push(weight: number, value: T): void {
    const entries = this.#entries
    let at = entries.push({ weight, value }) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#weight(above) <= weight) break
      this.#swap(at, above)
      at = above
    }
  }

  pop(): Entry<T> | undefined {
    const entries = this.#entries
    const first = entries[0]
    const last = entries.pop()
    if (!first || !last || entries.length === 0) return first
    entries[0] = last
    for (let at = 0; ;) {
      const left = 2 * at + 1
      const lighter = this.#weight(left + 1) < this.#weight(left) ? left + 1 : left
      if (this.#weight(lighter) >= last.weight) return first
      this.#swap(at, lighter)
      at = lighter
    }
  }

  #weight(at: number): number {
    return this.#entries[at]?.weight ?? Infinity
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#entries[one], this.#entries[other]]
    if (first && second) [this.#entries[one], this.#entries[other]] = [second, first]
  }
}
