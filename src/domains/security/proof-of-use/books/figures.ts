import type { BookEntry, Books, BookPlace, State } from './books.ts'

/** What was released and where it stands: `released` is always all the others together. In cents. */
export type Sums = Readonly<Record<State | 'released', number>>

export interface Share {
  name: string
  municipalities: number
  sums: Sums
}

export interface PlaceShare extends Share {
  organizationId: string
  kind: string
  county: string | null
}

/** The figures of a proof, from the entries alone. */
export interface Figures {
  total: Sums
  byPlace: readonly PlaceShare[]
  /** Released by the stage of the release, spent by the stage of the order; null: orders without one. */
  byStage: readonly { number: number | null; title: string; sums: Sums }[]
  byKind: readonly Share[]
  byCounty: readonly Share[]
  /** `2026-11`, in order: what was released and what was settled in it, less what was taken back. */
  byMonth: readonly { month: string; released: number; settled: number }[]
}

const nothing = (): Record<State | 'released', number> => ({
  released: 0,
  limit: 0,
  planned: 0,
  committed: 0,
  delivered: 0,
  accepted: 0,
  invoiced: 0,
  settled: 0,
})

/** Balances of these entries: each takes from one state and gives to another. */
export function sumsOf(entries: readonly BookEntry[]): Sums {
  const sums = nothing()
  for (const { from, to, amountCents } of entries) {
    if (from === 'grant') sums.released += amountCents
    else sums[from] -= amountCents
    if (to === 'grant') sums.released -= amountCents
    else sums[to] += amountCents
  }
  return sums
}

/** Ordered or planned, and not settled. */
export const openOf = ({ planned, committed, delivered, accepted, invoiced }: Sums): number =>
  planned + committed + delivered + accepted + invoiced

/** Released, and not settled. */
export const unusedOf = ({ released, settled }: Sums): number => released - settled

export function figuresOf(books: Books, kindInWords: (kind: string) => string): Figures {
  const byOrganization = Map.groupBy(books.entries, ({ organizationId }) => organizationId)
  const entriesOf = (places: readonly BookPlace[]): BookEntry[] =>
    places.flatMap(({ organizationId }) => byOrganization.get(organizationId) ?? [])
  const shares = (nameOf: (place: BookPlace) => string): Share[] =>
    [...Map.groupBy(books.places, nameOf)]
      .map(([name, places]) => ({ name, municipalities: places.length, sums: sumsOf(entriesOf(places)) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'de'))
  return {
    total: sumsOf(books.entries),
    byPlace: books.places.map((place) => ({
      organizationId: place.organizationId,
      name: place.name,
      kind: place.kind,
      county: place.county,
      municipalities: 1,
      sums: sumsOf(entriesOf([place])),
    })),
    byStage: stagesOf(books),
    byKind: shares(({ kind }) => kindInWords(kind)),
    byCounty: shares(({ county }) => county ?? 'ohne Landkreis'),
    byMonth: monthsOf(books.entries),
  }
}

/** What leaves the free part for an order belongs to the stage of the order, and takes from what that stage had released. */
function stagesOf({ stages, orders, entries }: Books): Figures['byStage'] {
  const stageOfOrder = new Map(orders.map(({ id, stageNumber }) => [id, stageNumber]))
  const stageOf = ({ orderId, stageNumber }: BookEntry): number | null =>
    orderId === null ? stageNumber : (stageOfOrder.get(orderId) ?? null)
  const byStage = Map.groupBy(entries, stageOf)
  const unknown = [...byStage.keys()].filter((number) => stages.every((stage) => stage.number !== number))
  return [
    ...stages.map(({ number, title }) => ({ number, title })),
    ...unknown.map((number) => ({ number, title: number === null ? 'ohne Stufe' : `Stufe ${number}` })),
  ].map(({ number, title }) => ({ number, title, sums: sumsOf(byStage.get(number) ?? []) }))
}

function monthsOf(entries: readonly BookEntry[]): Figures['byMonth'] {
  const moved = entries.filter(({ from, to }) => [from, to].some((state) => state === 'grant' || state === 'settled'))
  return [...Map.groupBy(moved, ({ on }) => on.slice(0, 7))]
    .map(([month, inMonth]) => {
      const { released, settled } = sumsOf(inMonth)
      return { month, released, settled }
    })
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
}
