// A proposal over 60 offers against 250 gaps of one town, in milliseconds; held against a naive knapsack that tries offers one after the other
// without a table, on the 22 offers that it can still finish.
import { Temporal } from 'temporal-polyfill'
import type { Offer } from '../src/domains/security/packages/offers/offer.ts'
import type { Gap } from '../src/domains/security/packages/proposals/gap.ts'
import { chooseBest, stepCents, type Weighed } from '../src/domains/security/packages/proposals/knapsack.ts'
import { propose } from '../src/domains/security/packages/proposals/propose.ts'
import { type Figure, figure, quantile } from './figure.ts'

const offers = 60
const questions = 250
const rounds = 40
const budgetCents = 1_390_000

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

function shopOf(next: (below: number) => number): { offers: Offer[]; gaps: Gap[] } {
  const gaps = Array.from({ length: questions }, (_, at): Gap => ({
    id: `control:${at}`,
    type: 'control',
    source: { type: 'control', id: String(at) },
    key: `k${at}`,
    label: `Frage ${at}`,
    list: { key: `l${at % 19}`, code: null, title: `Liste ${at % 19}`, priority: ((at % 4) + 1) as 1 | 2 | 3 | 4 },
    state: at % 3 === 0 ? 'open' : 'no',
    isQuickWin: at % 5 === 0,
    severity: null,
  }))
  const list = Array.from({ length: offers }, (_, at): Offer => ({
    id: `o${at}`,
    programmeId: 'p',
    key: `offer-${String(at).padStart(2, '0')}`,
    title: `Angebot ${at}`,
    kind: 'workshop',
    detail: '',
    description: '',
    priceCents: (5 + next(60)) * 10_000 + next(10_000),
    workDays: 5,
    acceptanceDays: 2,
    startsOn: null,
    availableUntil: null,
    capacity: null,
    contractor: null,
    closes: Array.from({ length: 4 + next(8) }, () => ({
      type: 'control' as const,
      key: `k${next(questions)}`,
      severity: (['low', 'medium', 'high'] as const)[next(3)] ?? 'low',
    })),
    validFrom: '2026-01-01',
    validUntil: null,
    version: 1,
  }))
  return { offers: list, gaps }
}

/** Each offer in or out, one after the other. */
function naive(things: readonly Weighed[], room: number, at = 0): number {
  const thing = things[at]
  if (!thing) return 0
  const without = naive(things, room, at + 1)
  const needed = Math.ceil(thing.priceCents / stepCents)
  return needed > room ? without : Math.max(without, thing.value + naive(things, room - needed, at + 1))
}

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

export async function measure(): Promise<Figure[]> {
  const next = numbers(7)
  const shop = shopOf(next)
  const facts = {
    ...shop,
    remainingCents: budgetCents,
    deadline: '2026-12-31',
    today: Temporal.PlainDate.from('2026-11-02'),
    taken: new Map<string, number>(),
  }
  const few = Array.from({ length: 22 }, (_, at): Weighed => ({
    key: `t${at}`,
    priceCents: (5 + next(20)) * 10_000,
    value: 1 + next(40),
  }))
  const room = Math.floor(budgetCents / stepCents)
  const times = { whole: [] as number[], table: [] as number[], naive: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.whole.push(timed(() => propose(facts)))
    times.table.push(timed(() => chooseBest(few, budgetCents)))
    times.naive.push(timed(() => naive(few, room)))
  }
  const half = (values: readonly number[]) => quantile(values, 0.5)
  return [
    figure(
      'package-proposal',
      `ms: proposal of a town over ${offers} offers / naive choice among 22`,
      half(times.whole),
      'ms',
      half(times.naive),
    ),
    figure(
      'package-proposal',
      'ms: choice among 22 by table / naive (goal 1)',
      half(times.table),
      'ms',
      half(times.naive),
    ),
  ]
}
