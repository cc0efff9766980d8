/** Prices are rounded up to it, so that what fits in steps fits to the cent. */
export const stepCents = 10_000

export interface Weighed {
  key: string
  priceCents: number
  /** Whole and not negative. */
  value: number
}

const steps = (cents: number): number => Math.ceil(cents / stepCents)

/**
 * The choice with the greatest value whose prices, each rounded up to 100 EUR, fit into the budget. Among equals the cheaper one, then the one
 * that holds what is first by key. What is worth nothing is left out. Keys are unique.
 */
export function chooseBest(things: readonly Weighed[], budgetCents: number): Set<string> {
  const sorted = things.filter(({ value }) => value > 0).toSorted(byKey)
  const whole = sorted.reduce((sum, { priceCents }) => sum + steps(priceCents), 0)
  const room = Math.min(whole, Math.max(0, Math.floor(budgetCents / stepCents)))
  const width = room + 1
  // Of the things from this one on, within so many steps: the greatest value, and the lowest price that has it.
  const values = new Float64Array((sorted.length + 1) * width)
  const prices = new Float64Array((sorted.length + 1) * width)
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const thing = sorted[at]
    if (!thing) continue
    const needed = steps(thing.priceCents)
    for (let left = 0; left <= room; left += 1) {
      const here = at * width + left
      const without = here + width
      const value = values[without] ?? 0
      const price = prices[without] ?? 0
      const before = without - needed
      const withValue = thing.value + (values[before] ?? 0)
      const withPrice = thing.priceCents + (prices[before] ?? 0)
      const takes = needed <= left && (withValue > value || (withValue === value && withPrice <= price))
      values[here] = takes ? withValue : value
      prices[here] = takes ? withPrice : price
    }
  }
  return readBack(sorted, { values, prices, width, room })
}

interface Tables {
  values: Float64Array
  prices: Float64Array
  width: number
  room: number
}

function readBack(sorted: readonly Weighed[], { values, prices, width, room }: Tables): Set<string> {
  const chosen = new Set<string>()
  let left = room
  for (const [at, { key, priceCents, value }] of sorted.entries()) {
    const needed = steps(priceCents)
    const before = (at + 1) * width + left - needed
    const takes =
      needed <= left &&
      values[at * width + left] === value + (values[before] ?? 0) &&
      prices[at * width + left] === priceCents + (prices[before] ?? 0)
    if (!takes) continue
    chosen.add(key)
    left -= needed
  }
  return chosen
}

const byKey = (one: Weighed, other: Weighed): number => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
