import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type EnrollmentWithSteps, keepRoad } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type LoadedFacts, loadFacts } from '../proposals/load-facts.ts'
import { propose } from '../proposals/propose.ts'
import { explainItems, fromOffer, type ItemWish, pressing, reasoningOf, resolveItems } from './item-wish.ts'
import type { MeasurePackage, PackageItem, What } from './package.ts'
import { addVersion, insertPackage, type NewVersion } from './write-version.ts'

type Road = Pick<EnrollmentWithSteps, 'id' | 'organizationId' | 'programmeId' | 'deadline' | 'state'>

/** Begins a package with what is proposed today; with `wishes` with those instead. */
export async function startPackage(ctx: Context, road: Road, wishes?: readonly ItemWish[]): Promise<Outcome<string>> {
  const wrong = endedFault(road)
  if (wrong) return wrong
  await keepRoad(ctx, road)
  const facts = await loadFacts(ctx, road)
  if (!facts.hasAccount)
    return refuse('In diesem Programm hat Ihre Kommune kein Budget. Ein Maßnahmenpaket ist hier nicht möglich.')
  const items = wishes ? resolveItems(wishes, [], facts.offers, newId) : proposedItems(facts, [])
  if (isRefusal(items)) return items
  const id = await insertPackage(ctx, road, versionOf(facts, items, wishes ? 'edited' : 'proposed'))
  if (id === undefined)
    return refuse(
      'Es gibt schon ein Paket, das noch nicht entschieden ist. Bitte arbeiten Sie dort weiter; ein weiteres folgt danach.',
    )
  await record(ctx, 'package.drafted', {
    organizationId: road.organizationId,
    subjectId: id,
    data: { items: items.length },
  })
  return id
}

type Saved = { saved: true } | { changed: Refusal }

/** Saves another choice as a further version. What costs more than is free can be saved, not laid before the head. */
export async function savePackage(
  ctx: Context,
  road: Road,
  found: MeasurePackage,
  { wishes, version }: { wishes: readonly ItemWish[]; version: number },
): Promise<Outcome<Saved>> {
  const wrong = draftFault(road, found)
  if (wrong) return wrong
  const facts = await loadFacts(ctx, road)
  const items = resolveItems(wishes, found.items, facts.offers, newId)
  return isRefusal(items) ? items : save(ctx, { ...found, version }, facts, items, 'edited')
}

/** Proposes anew from the price list and the gaps of today. What the municipality added itself stays. */
export async function recomputePackage(
  ctx: Context,
  road: Road,
  found: MeasurePackage,
  version: number,
): Promise<Outcome<Saved>> {
  const wrong = draftFault(road, found)
  if (wrong) return wrong
  const facts = await loadFacts(ctx, road)
  return save(ctx, { ...found, version }, facts, proposedItems(facts, found.items), 'recomputed')
}

async function save(
  ctx: Context,
  found: MeasurePackage,
  facts: LoadedFacts,
  items: PackageItem[],
  what: What,
): Promise<Saved> {
  const done = await addVersion(ctx, found, { ...versionOf(facts, items, what), from: 'draft', to: 'draft' })
  if (!done) return { changed: otherByNow }
  await record(ctx, 'package.saved', {
    organizationId: found.organizationId,
    subjectId: found.id,
    data: { number: found.number, version: found.version + 1 },
  })
  return { saved: true }
}

export const otherByNow = refuse(
  'Jemand hat das Paket inzwischen geändert oder vorgelegt. Ihre Änderung ist nicht gespeichert; unten steht es, wie es jetzt ist.',
)

/** Own lines keep their place in the budget: the proposal gets what they leave. */
function proposedItems(facts: LoadedFacts, there: readonly PackageItem[]): PackageItem[] {
  const own = there.filter(({ offerId }) => offerId === null)
  const ownCents = own.reduce((sum, { priceCents }) => sum + priceCents, 0)
  const { items } = propose({ ...facts, remainingCents: Math.max(0, facts.remainingCents - ownCents) })
  const offered = items
    .filter(({ included }) => included)
    .map(({ offer }) => {
      const before = there.find(({ offerId }) => offerId === offer.id)
      return { ...fromOffer(offer, before?.itemId ?? newId()), detail: before?.detail ?? offer.detail }
    })
    .toSorted((one, other) => other.priceCents - one.priceCents)
  return [...offered, ...own]
}

function versionOf(
  facts: LoadedFacts,
  items: readonly PackageItem[],
  what: What,
): NewVersion & { decideBy: string | null } {
  return {
    what,
    items,
    remainingCents: facts.remainingCents,
    reasoning: reasoningOf(explainItems(facts, items), items, facts.basis),
    decideBy: pressing(items, facts)?.day ?? null,
  }
}

const endedFault = ({ state }: Pick<Road, 'state'>): Refusal | undefined =>
  state === 'withdrawn'
    ? refuse('Die Teilnahme ist beendet. Geändert ist nichts; nach einem Wiedereintritt geht es hier weiter.')
    : undefined

function draftFault(road: Road, { state }: Pick<MeasurePackage, 'state'>): Refusal | undefined {
  if (state === 'submitted')
    return refuse(
      'Das Paket liegt zur Entscheidung vor. Zum Ändern holen Sie es zurück, oder es wird Ihnen zurückgegeben.',
    )
  return state === 'decided'
    ? refuse('Das Paket ist entschieden und bleibt, wie es ist. Ein weiteres ist möglich, solange Budget frei ist.')
    : endedFault(road)
}
