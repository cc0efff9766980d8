import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, type Candidate, chooseOffers } from './choose-offers.ts'
import { chooseBest, stepCents, type Weighed } from './knapsack.ts'

const steps = (cents: number): number => Math.ceil(cents / stepCents)
const subsets = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_one, at) => Math.floor(mask / 2 ** at) % 2 === 1))

const price = (set: readonly { priceCents: number }[]) => set.reduce((sum, { priceCents }) => sum + priceCents, 0)
const value = (set: readonly Weighed[]) => set.reduce((sum, one) => sum + one.value, 0)
const fits = (set: readonly { priceCents: number }[], budget: number) =>
  set.reduce((sum, { priceCents }) => sum + steps(priceCents), 0) <= Math.floor(budget / stepCents)

/** Of two choices with the same value and price, the one that holds what is first by key where they differ. */
const holdsEarlier = (one: ReadonlySet<string>, other: ReadonlySet<string>, keys: readonly string[]): boolean => {
  const differs = keys.toSorted().find((key) => one.has(key) !== other.has(key))
  return differs !== undefined && one.has(differs)
}

function bruteForce(things: readonly Weighed[], budget: number): Set<string> {
  const keys = things.map(({ key }) => key)
  const namesOf = (set: readonly Weighed[]) => new Set(set.map(({ key }) => key))
  const best = subsets(things.filter((thing) => thing.value > 0))
    .filter((set) => fits(set, budget))
    .reduce((one, other) => {
      const difference = value(other) - value(one) || price(one) - price(other)
      return difference > 0 || (difference === 0 && holdsEarlier(namesOf(other), namesOf(one), keys)) ? other : one
    })
  return namesOf(best)
}

const cents = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((hundreds) => hundreds * stepCents),
  fc.integer({ min: 1, max: 300_000 }),
)
const things = fc
  .array(fc.record({ priceCents: cents, value: fc.integer({ min: 0, max: 6 }) }), { maxLength: 9 })
  .map((all) => all.map((one, at): Weighed => ({ key: `a${(at * 7) % 10}${at}`, ...one })))

test('The choice is the one that trying all of them finds, ties included', () => {
  fc.assert(
    fc.property(things, fc.integer({ min: 0, max: 900_000 }), (all, budget) => {
      expect([...chooseBest(all, budget)].toSorted()).toEqual([...bruteForce(all, budget)].toSorted())
    }),
    { numRuns: 500 },
  )
})

test('The order in which offers are given changes nothing', () => {
  fc.assert(
    fc.property(things, fc.integer({ min: 0, max: 900_000 }), (all, budget) => {
      expect([...chooseBest(all.toReversed(), budget)].toSorted()).toEqual([...chooseBest(all, budget)].toSorted())
    }),
  )
})

test('Half a step too much does not fit, and prices between two steps are rounded up', () => {
  const one = { key: 'a', priceCents: 10_001, value: 5 }
  expect([...chooseBest([one], 19_999)]).toEqual([])
  expect([...chooseBest([one], 20_000)]).toEqual(['a'])
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const candidates = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }),
    fc.array(fc.record({ priceCents: cents, gaps: fc.subarray(ids) }), { maxLength: 8 }),
  )
  .map(([worth, all]) =>
    all.map(({ priceCents, gaps }, at): Candidate => ({
      key: `k${at}`,
      priceCents,
      gaps: new Map(gaps.map((id) => [id, worth[ids.indexOf(id)] ?? 1])),
    })),
  )
const budgets = fc.integer({ min: 0, max: 600_000 })

test('What is chosen fits to the cent, free offers that close something are in, and nothing that costs money adds nothing', () => {
  fc.assert(
    fc.property(candidates, budgets, (all, budget) => {
      const { chosen, counted } = chooseOffers(all, budget)
      expect(price(chosen)).toBeLessThanOrEqual(budget)
      const names = new Set(chosen.map(({ key }) => key))
      for (const one of all) if (one.priceCents === 0) expect(names.has(one.key)).toBe(one.gaps.size > 0)
      for (const one of chosen) if (one.priceCents > 0) expect(counted.get(one.key)).not.toEqual([])
      const every = [...counted.values()].flat()
      expect(new Set(every).size).toBe(every.length)
    }),
  )
})

test('Where no two offers close the same, nothing that fits in steps is worth more', () => {
  fc.assert(
    fc.property(candidates, budgets, (all, budget) => {
      const apart = all.map((one) => ({
        ...one,
        gaps: new Map([...one.gaps].map(([id, worth]) => [`${one.key}${id}`, worth])),
      }))
      const best = Math.max(...subsets(apart).flatMap((set) => (fits(set, budget) ? [attribute(set).worth] : [])))
      expect(chooseOffers(apart, budget).worth).toBeGreaterThanOrEqual(best)
    }),
  )
})

test('Where offers overlap, the choice is nearly always the best one there is, and never far from it', () => {
  let met = 0
  let tried = 0
  fc.assert(
    fc.property(candidates, budgets, (all, budget) => {
      const best = Math.max(...subsets(all).flatMap((set) => (fits(set, budget) ? [attribute(set).worth] : [])))
      const { worth } = chooseOffers(all, budget)
      tried += 1
      if (worth >= best) met += 1
      expect(worth).toBeGreaterThanOrEqual(best * 0.6)
    }),
    { numRuns: 400 },
  )
  expect(met / tried).toBeGreaterThan(0.95)
})
