import { chooseBest } from './knapsack.ts'

/** An offer as the choice sees it: what it costs, and the gaps it closes with what each is worth. */
export interface Candidate {
  key: string
  priceCents: number
  gaps: ReadonlyMap<string, number>
}

export interface Choice {
  /** In the order in which gaps were counted: what is free first, then by value for the money. */
  chosen: readonly Candidate[]
  /** The gaps that count for each, every one of them once. */
  counted: ReadonlyMap<string, readonly string[]>
  /** Sum of what is closed. */
  worth: number
}

/** The rounds of weighing anew; most settle after two. */
const rounds = 8

/**
 * Chooses what closes most within the budget. What is free and closes anything is always in and counts first. The rest is a knapsack over values in which each gap
 * counts once: weighed as if nothing overlapped, then again with what each adds to the others, and by value for the money; the best of all
 * these wins, without what adds nothing and with what still fits to the cent.
 */
export function chooseOffers(candidates: readonly Candidate[], budgetCents: number): Choice {
  const sorted = candidates.toSorted(byKey)
  const free = sorted.filter(({ priceCents, gaps }) => priceCents === 0 && gaps.size > 0)
  const closed = new Set(free.flatMap(({ gaps }) => [...gaps.keys()]))
  const paid = sorted
    .filter(({ priceCents }) => priceCents > 0)
    .map((one) => ({ ...one, gaps: new Map([...one.gaps].filter(([id]) => !closed.has(id))) }))
  const sets = [[], ...weighings(paid, budgetCents)]
  const best = sets
    .map((set) => fill(prune(set), paid, budgetCents))
    .reduce((one, other) => (isBetter(other, one) ? other : one))
  return attribute([...free, ...ordered(best)])
}

/** Candidate sets of the knapsack, weighed anew as long as that changes anything. */
function weighings(paid: readonly Candidate[], budgetCents: number): Candidate[][] {
  const found: Candidate[][] = []
  let values = new Map(paid.map((one) => [one.key, sum(one.gaps)]))
  const seen = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const keys = chooseBest(
      paid.map(({ key, priceCents }) => ({ key, priceCents, value: values.get(key) ?? 0 })),
      budgetCents,
    )
    const name = [...keys].join(' ')
    if (seen.has(name)) break
    seen.add(name)
    const set = paid.filter(({ key }) => keys.has(key))
    found.push(set)
    const { counted } = attribute(ordered(set))
    const covered = new Set(set.flatMap(({ gaps }) => [...gaps.keys()]))
    values = new Map(
      paid.map((one) => [one.key, keys.has(one.key) ? sumOf(one, counted.get(one.key) ?? []) : added(one, covered)]),
    )
  }
  return found
}

/** Without what the others close already, the least useful for its money first. */
function prune(set: readonly Candidate[]): Candidate[] {
  let kept = ordered(set)
  for (const one of kept.toReversed()) {
    const others = kept.filter(({ key }) => key !== one.key)
    if (added(one, coveredBy(others)) === 0) kept = others
  }
  return kept
}

/** And what still fits, to the cent, the most useful for its money first. */
function fill(set: readonly Candidate[], paid: readonly Candidate[], budgetCents: number): Candidate[] {
  const kept = [...set]
  let room = budgetCents - kept.reduce((total, { priceCents }) => total + priceCents, 0)
  for (;;) {
    const covered = coveredBy(kept)
    const [next] = paid
      .filter((one) => one.priceCents <= room && !kept.some(({ key }) => key === one.key) && added(one, covered) > 0)
      .toSorted((one, other) => byUse(one, added(one, covered), other, added(other, covered)))
    if (!next) return kept
    kept.push(next)
    room -= next.priceCents
  }
}

/** Counts each gap for the first that closes it. */
export function attribute(set: readonly Candidate[]): Choice {
  const seen = new Set<string>()
  const counted = new Map<string, string[]>()
  let worth = 0
  for (const one of set) {
    const own = [...one.gaps.keys()].filter((id) => !seen.has(id))
    for (const id of own) seen.add(id)
    counted.set(one.key, own)
    worth += sumOf(one, own)
  }
  return { chosen: set, counted, worth }
}

const ordered = (set: readonly Candidate[]): Candidate[] =>
  set.toSorted((one, other) => byUse(one, sum(one.gaps), other, sum(other.gaps)))

/** More value for the money first, then the cheaper, then by key. Products instead of quotients: whole numbers stay exact. */
const byUse = (one: Candidate, value: number, other: Candidate, otherValue: number): number =>
  otherValue * one.priceCents - value * other.priceCents || one.priceCents - other.priceCents || byKey(one, other)

function isBetter(one: readonly Candidate[], other: readonly Candidate[]): boolean {
  const price = (set: readonly Candidate[]) => set.reduce((total, { priceCents }) => total + priceCents, 0)
  const names = (set: readonly Candidate[]) =>
    set
      .map(({ key }) => key)
      .toSorted()
      .join(' ')
  const difference = attribute(one).worth - attribute(other).worth || price(other) - price(one)
  return difference > 0 || (difference === 0 && names(one) < names(other))
}

const coveredBy = (set: readonly Candidate[]): Set<string> => new Set(set.flatMap(({ gaps }) => [...gaps.keys()]))
const sum = (gaps: ReadonlyMap<string, number>): number => [...gaps.values()].reduce((total, one) => total + one, 0)
const sumOf = ({ gaps }: Candidate, ids: readonly string[]): number =>
  ids.reduce((total, id) => total + (gaps.get(id) ?? 0), 0)
const added = ({ gaps }: Candidate, covered: ReadonlySet<string>): number =>
  [...gaps].reduce((total, [id, worth]) => total + (covered.has(id) ? 0 : worth), 0)
const byKey = (one: Candidate, other: Candidate): number => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
