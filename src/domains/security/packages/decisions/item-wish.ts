import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import type { Offer, OfferKind } from '../offers/offer.ts'
import { explain, type Facts, type Proposal } from '../proposals/propose.ts'
import { mostPressing } from '../proposals/timing.ts'
import { mostItems, type PackageItem, type Reasoning } from './package.ts'

/** One line of a package as somebody wants it: one that is there, an offer, or something of one's own. */
export interface ItemWish {
  itemId?: string | undefined
  offerId?: string | null | undefined
  title?: string | undefined
  kind?: OfferKind | undefined
  detail?: string | undefined
  priceCents?: number | undefined
}

/** Title, kind and price of an offer are the price list's; of what the municipality adds itself, its own. */
export function resolveItems(
  wishes: readonly ItemWish[],
  there: readonly PackageItem[],
  offers: readonly Offer[],
  newId: () => string,
): Outcome<PackageItem[]> {
  if (wishes.length > mostItems) return refuse(`Mehr als ${mostItems} Maßnahmen in einem Paket sind nicht möglich.`)
  const items: PackageItem[] = []
  for (const [at, wish] of wishes.entries()) {
    const item = resolve(wish, at, { there, offers, newId })
    if (isRefusal(item)) return item
    if (items.some((one) => one.itemId === item.itemId || (item.offerId !== null && one.offerId === item.offerId)))
      return fault(at, `„${item.title}“ steht schon im Paket.`)
    items.push(item)
  }
  return items
}

interface Known {
  there: readonly PackageItem[]
  offers: readonly Offer[]
  newId: () => string
}

function resolve(wish: ItemWish, at: number, { there, offers, newId }: Known): Outcome<PackageItem> {
  const before = there.find(({ itemId }) => itemId === wish.itemId)
  if (wish.itemId !== undefined && !before) return fault(at, 'Diese Maßnahme steht nicht mehr im Paket.')
  if (before) return changed(before, wish)
  if (wish.offerId) {
    const offer = offers.find(({ id }) => id === wish.offerId)
    return offer ? fromOffer(offer, newId()) : fault(at, 'Dieses Angebot gibt es heute nicht.')
  }
  const title = wish.title?.trim() ?? ''
  if (title === '') return fault(at, 'Diese Angabe fehlt.', 'title')
  return {
    ...unplaced,
    itemId: newId(),
    offerId: null,
    title,
    kind: wish.kind ?? 'ownWork',
    detail: wish.detail ?? '',
    contractor: null,
    priceCents: wish.priceCents ?? 0,
    workDays: 0,
    acceptanceDays: 0,
  }
}

const unplaced = { isStruck: false, measureId: null, orderId: null, reference: null }

function changed(before: PackageItem, { title, kind, detail, priceCents }: ItemWish): PackageItem {
  const own = before.offerId === null
  return {
    ...before,
    detail: detail ?? before.detail,
    title: own && title?.trim() ? title.trim() : before.title,
    kind: own ? (kind ?? before.kind) : before.kind,
    priceCents: own ? (priceCents ?? before.priceCents) : before.priceCents,
  }
}

/** An offer as a line of a package. */
export const fromOffer = (offer: Offer, itemId: string): PackageItem => ({
  ...unplaced,
  itemId,
  offerId: offer.id,
  title: offer.title,
  kind: offer.kind,
  detail: offer.detail,
  contractor: offer.contractor,
  priceCents: offer.priceCents,
  workDays: offer.workDays,
  acceptanceDays: offer.acceptanceDays,
})

const fault = (at: number, message: string, name = 'offerId'): Refusal =>
  refuse('Das Paket ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
    { path: `items.${at}.${name}`, message },
  ])

/** What the choice of people does, and why the rest is not in it. */
export function explainItems(facts: Facts, items: readonly PackageItem[]): Proposal {
  const chosen = items.flatMap((item) => facts.offers.find(({ id }) => id === item.offerId) ?? [])
  const offered = chosen.reduce((sum, { priceCents }) => sum + priceCents, 0)
  const whole = items.reduce((sum, { priceCents }) => sum + priceCents, 0)
  return explain(facts, chosen, whole - offered)
}

/** The same, as it is kept with a version. */
export function reasoningOf(proposal: Proposal, items: readonly PackageItem[], basis: string, reason = ''): Reasoning {
  const told = items.flatMap((item) => {
    const found = proposal.items.find(({ offer, included }) => included && offer.id === item.offerId)
    if (!found) return []
    const sources = found.gaps.map(({ source, label }) => ({ ...source, label }))
    return [[item.itemId, { effect: found.reason, why: [...found.why], sources }] as const]
  })
  const leftOut = proposal.items
    .filter(({ included }) => !included)
    .map(({ offer: { id, title, priceCents }, reason: why, available }) => ({
      offerId: id,
      title,
      priceCents,
      reason: why,
      available,
    }))
  return { items: Object.fromEntries(told), leftOut, basis, reason }
}

/** The last day on which the whole package can be decided, and the item that says so. */
export function pressing(
  items: readonly PackageItem[],
  { offers, deadline }: { offers: readonly Offer[]; deadline: string | null },
): { item: PackageItem; day: string } | undefined {
  const timed = items
    .filter(({ priceCents }) => priceCents > 0)
    .map((item) => ({
      item,
      workDays: item.workDays,
      acceptanceDays: item.acceptanceDays,
      availableUntil: offers.find(({ id }) => id === item.offerId)?.availableUntil ?? null,
    }))
  const found = mostPressing(timed, deadline)
  return found && { item: found.item.item, day: found.day.toString() }
}
