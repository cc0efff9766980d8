// Whatever is booked in whatever order: the proof is what the entries and the accounts say, to the cent.
import fc from 'fast-check'
import { expect } from 'vitest'
import { manager, test } from '../harness/house.ts'
import { programmeOfTowns, type State, states } from './money-road.ts'

interface Sums {
  releasedCents: number
  remainingCents: number
  plannedCents: number
  committedCents: number
  deliveredCents: number
  acceptedCents: number
  invoicedCents: number
  settledCents: number
}

interface Figures {
  total: Sums
  byStage: Sums[]
  byKind: Sums[]
  byCounty: Sums[]
  byMonth: { releasedCents: number; settledCents: number }[]
  byMunicipality: (Sums & { organizationId: string })[]
}

const columns = [
  'releasedCents',
  'remainingCents',
  'plannedCents',
  'committedCents',
  'deliveredCents',
  'acceptedCents',
  'invoicedCents',
  'settledCents',
] as const

const valuesOf = (sums: Sums): number[] => columns.map((column) => sums[column])
const added = (all: readonly Sums[]): number[] =>
  columns.map((column) => all.reduce((sum, one) => sum + one[column], 0))

/** Mostly forward, sometimes back: what cannot be is refused, and changes nothing. */
const move = fc.record({
  town: fc.nat(3),
  order: fc.nat(1),
  from: fc.constantFrom<State>(...states),
  back: fc.boolean(),
  amountCents: fc.integer({ min: 1, max: 900_000 }),
})

test(
  'any sequence of entries: figures and vouchers are equal to the accounts',
  { timeout: 400_000 },
  async ({ house }) => {
    const torsten = await house.as(manager)
    const { programmeId, ids, book, take } = await programmeOfTowns(house)
    const towns = [...ids.keys()]
    const proof = await torsten.post<{ id: string }>('/proofs-of-use', { programmeId })
    expect(proof.status).toBe(201)
    const reference = (town: number, order: number): string => `E-${town}-${order}`
    for (const [at, town] of towns.entries())
      for (const [order, cents] of [333_333, 333_334].entries())
        await take(town, reference(at, order), cents, order === 0 ? 'settled' : 'invoiced')
    for (const moves of fc.sample(fc.array(move, { minLength: 6, maxLength: 12 }), { numRuns: 6, seed: 20_261_231 })) {
      for (const { town, order, from, back, amountCents } of moves) {
        const at = states.indexOf(from)
        const to = back ? states[Math.max(0, at - 1)] : states[Math.min(at + 1, states.length - 1)]
        if (to === undefined || to === from) continue
        const status = await book(towns[town] ?? '', { from, to, amountCents, orderReference: reference(town, order) })
        expect([201, 422]).toContain(status)
      }
      const accounts = await torsten.get<{ items: (Sums & { organizationId: string })[] }>(
        `/budget-accounts?programmeId=${programmeId}&limit=200`,
      )
      const { body: figures } = await torsten.get<Figures>(`/proofs-of-use/${proof.body.id}/figures`)
      const total = added(accounts.body.items)
      expect(valuesOf(figures.total)).toEqual(total)
      for (const cut of [figures.byStage, figures.byKind, figures.byCounty, figures.byMunicipality])
        expect(added(cut)).toEqual(total)
      for (const one of accounts.body.items)
        expect(
          valuesOf(figures.byMunicipality.find((each) => each.organizationId === one.organizationId) ?? one),
        ).toEqual(valuesOf(one))
      expect(figures.byMonth.reduce((sum, { settledCents }) => sum + settledCents, 0)).toBe(figures.total.settledCents)
      const vouchers = await torsten.get<{ items: { amountCents: number }[] }>(
        `/proofs-of-use/${proof.body.id}/vouchers?limit=200`,
      )
      expect(vouchers.body.items.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(
        figures.total.settledCents,
      )
    }
  },
)
