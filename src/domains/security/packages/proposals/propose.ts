import type { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import { isValidOn, type Offer } from '../offers/offer.ts'
import { attribute, type Candidate, chooseOffers } from './choose-offers.ts'
import { effectInWords, whyInWords } from './effect.ts'
import { closingSeverity, type Gap, worthOf } from './gap.ts'
import { lateReason } from './timing.ts'

/** Everything that a proposal rests on. */
export interface Facts {
  /** All of the programme; which of them count today is decided here. */
  offers: readonly Offer[]
  gaps: readonly Gap[]
  remainingCents: number
  /** Last local day for acceptance. */
  deadline: string | null
  today: Temporal.PlainDate
  /** How often an offer was decided on in the whole programme. */
  taken: ReadonlyMap<string, number>
}

export interface ProposedItem {
  offer: Offer
  included: boolean
  /** Why it is in ("schließt 3 Befunde mit hohem Risiko ab") or out ("Es fehlen 3.250 €. …"). */
  reason: string
  /** Whether it can be had at all: in time, and not sold out. */
  available: boolean
  /** "Warum diese?", a sentence each. Empty for what is out. */
  why: readonly string[]
  /** What counts for it; of what is out, what it would close. */
  gaps: readonly Gap[]
}

export interface Proposal {
  items: readonly ProposedItem[]
  sumCents: number
  /** Left after it. */
  restCents: number
  closedGaps: number
  openGaps: number
}

/** The package that closes most within the budget and in time, with a reason at each offer. The same facts give the same proposal. */
export function propose(facts: Facts): Proposal {
  const offers = offersOf(facts)
  const timely = offers.filter((offer) => hindrance(facts, offer) === undefined)
  const { chosen } = chooseOffers(candidatesOf(facts, timely), facts.remainingCents)
  const keys = new Set(chosen.map(({ key }) => key))
  return explain(
    facts,
    timely.filter(({ key }) => keys.has(key)),
  )
}

/** The same for a choice that people made: what each of it does, and why the others are not in it. `ownCents`: what is in it besides offers. */
export function explain(facts: Facts, chosen: readonly Offer[], ownCents = 0): Proposal {
  const offers = offersOf(facts)
  const byId = new Map(facts.gaps.map((gap) => [gap.id, gap]))
  const all = [...offers, ...chosen.filter(({ id }) => !offers.some((one) => one.id === id))]
  const keys = new Set(chosen.map(({ key }) => key))
  const candidates = candidatesOf(facts, all)
  const order = countingOrder(candidates.filter(({ key }) => keys.has(key)))
  const { counted } = attribute(order)
  const covered = new Map(order.flatMap(({ key }) => (counted.get(key) ?? []).map((id) => [id, key])))
  const sumCents = chosen.reduce((sum, { priceCents }) => sum + priceCents, ownCents)
  const restCents = facts.remainingCents - sumCents
  const inside = order.flatMap(({ key }) => {
    const offer = all.find((one) => one.key === key)
    if (!offer) return []
    const gaps = (counted.get(key) ?? []).flatMap((id) => byId.get(id) ?? [])
    return [{ offer, included: true, available: true, reason: effectInWords(gaps), why: whyInWords(offer, gaps), gaps }]
  })
  const outside = all
    .filter(({ key }) => !keys.has(key))
    .map((offer) => {
      const gaps = facts.gaps.filter((gap) => closingSeverity(offer, gap) !== undefined)
      const by = [...new Set(gaps.flatMap(({ id }) => covered.get(id) ?? []))]
      const isCovered = gaps.length > 0 && gaps.every(({ id }) => covered.has(id))
      const barred = hindrance(facts, offer)
      const reason =
        barred ??
        (gaps.length === 0
          ? 'Schließt bei Ihnen keinen offenen Punkt.'
          : isCovered
            ? `Was es schließt, schließt schon ${titles(by.flatMap((key) => chosen.find((one) => one.key === key) ?? []))}.`
            : moneyReason(offer, chosen, { restCents, remainingCents: facts.remainingCents }))
      return { offer, included: false, available: barred === undefined, reason, why: [], gaps }
    })
  return {
    items: [...inside, ...outside],
    sumCents,
    restCents,
    closedGaps: covered.size,
    openGaps: facts.gaps.length,
  }
}

const offersOf = ({ offers, today }: Facts): Offer[] =>
  offers.filter((offer) => isValidOn(offer, today.toString())).toSorted((one, other) => (one.key < other.key ? -1 : 1))

/** Why an offer cannot be had at all. */
function hindrance({ today, deadline, taken }: Facts, offer: Offer): string | undefined {
  if (offer.capacity !== null && (taken.get(offer.id) ?? 0) >= offer.capacity)
    return `Ausgebucht: Im Programm gibt es das ${offer.capacity}-mal, und so oft ist es vergeben.`
  return lateReason(offer, today, deadline)
}

function candidatesOf({ gaps }: Facts, offers: readonly Offer[]): Candidate[] {
  const worth = worthOf(offers, gaps)
  return offers.map((offer) => ({
    key: offer.key,
    priceCents: offer.priceCents,
    gaps: new Map(
      gaps
        .filter((gap) => closingSeverity(offer, gap) !== undefined)
        .map((gap): [string, number] => [gap.id, worth.get(gap.id) ?? 0]),
    ),
  }))
}

/** Free first, then by value for the money, as the choice counts. */
function countingOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (one, other) =>
      Number(one.priceCents > 0) - Number(other.priceCents > 0) ||
      value(other) * one.priceCents - value(one) * other.priceCents ||
      one.priceCents - other.priceCents ||
      (one.key < other.key ? -1 : 1),
  )
}

const value = ({ gaps }: Candidate): number => [...gaps.values()].reduce((sum, one) => sum + one, 0)

/** At most so many are named to be struck. */
const mostStruck = 3

/** "Es fehlen 3.250 €. Passt, wenn Sie „Schulung“ und „Vorlagenpaket“ streichen." */
function moneyReason(
  offer: Offer,
  chosen: readonly Offer[],
  { restCents, remainingCents }: { restCents: number; remainingCents: number },
): string {
  const missing = offer.priceCents - Math.max(0, restCents)
  if (missing <= 0) return 'Passt noch ins Budget. Sie können es hinzufügen.'
  if (offer.priceCents > remainingCents)
    return `Es fehlen ${euro(offer.priceCents - Math.max(0, remainingCents))}, auch wenn sonst nichts im Paket ist.`
  const struck = cheapestSet(
    chosen.filter(({ priceCents }) => priceCents > 0).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    offer.priceCents - restCents,
  )
  return `Es fehlen ${euro(missing)}.${struck ? ` Passt, wenn Sie ${titles(struck)} streichen.` : ''}`
}

/** As little money as possible that frees so much, then as few as possible, then by key. */
function cheapestSet(things: readonly Offer[], neededCents: number): Offer[] | undefined {
  let best: { set: Offer[]; cents: number } | undefined
  const look = (set: Offer[], cents: number, from: number): void => {
    if (cents >= neededCents) {
      if (!best || cents < best.cents || (cents === best.cents && set.length < best.set.length)) best = { set, cents }
      return
    }
    if (set.length === mostStruck) return
    for (const [at, thing] of things.entries()) if (at >= from) look([...set, thing], cents + thing.priceCents, at + 1)
  }
  look([], 0, 0)
  return best?.set
}

/** "„Schulung“ und „Vorlagenpaket“" */
const titles = (offers: readonly Offer[]): string => {
  const names = offers.map(({ title }) => `„${title}“`)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`
}
