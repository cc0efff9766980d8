import { localDay } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { findAccount } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Offer } from '../offers/offer.ts'
import { offersWithTaken } from '../offers/queries.ts'
import { otherByNow } from './draft-package.ts'
import { pressing } from './item-wish.ts'
import { type MeasurePackage, type PackageItem, sumOf } from './package.ts'
import { headsBy } from './queries.ts'
import { tell } from './tell.ts'
import { addVersion } from './write-version.ts'

/** What a package rests on when nothing was kept with it. */
const nothing = { items: {}, leftOut: [], basis: '', reason: '' }

/** Lays the package before the head of the municipality, with the last day on which everything in it is still possible. */
export async function submitPackage(
  ctx: Context,
  road: EnrollmentWithSteps,
  found: MeasurePackage,
  version: number,
): Promise<Outcome<{ submitted: true } | { changed: Refusal }>> {
  if (found.state !== 'draft' || found.version !== version) return { changed: otherByNow }
  const early = emptyFault(road, found)
  if (early) return early
  const today = localDay(ctx.now)
  const account = await findAccount(ctx.db, road.id)
  const { offers } = await offersWithTaken(ctx.db, road.programmeId, today.toString())
  const remainingCents = account?.remaining ?? 0
  const wrong = moneyFault(found.items, remainingCents) ?? priceFault(found.items, offers)
  if (wrong) return wrong
  const decideBy = pressing(found.items, { offers, deadline: road.deadline })?.day ?? null
  if (decideBy !== null && decideBy < today.toString()) return lateFault(found, offers, road.deadline)
  const done = await addVersion(ctx, found, {
    what: 'submitted',
    from: 'draft',
    to: 'submitted',
    decideBy,
    items: found.items,
    remainingCents,
    reasoning: { ...(found.reasoning ?? nothing), reason: '' },
  })
  if (!done) return { changed: otherByNow }
  const { organizationId, id, number } = found
  await record(ctx, 'package.submitted', { organizationId, subjectId: id, data: { number, version: version + 1 } })
  const heads = await headsBy(ctx.db, organizationId, today.toString())
  await tell(ctx, road, 'submitted', { personIds: heads.map((head) => head.id), number, decideBy })
  return { submitted: true }
}

function emptyFault({ state }: EnrollmentWithSteps, { items }: MeasurePackage): Refusal | undefined {
  if (state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Vorgelegt ist nichts.')
  return items.length === 0
    ? refuse('Das Paket ist leer. Bitte fügen Sie zuerst etwas hinzu, oder lassen Sie neu berechnen.')
    : undefined
}

/** More than is free: with what is free now. */
export function moneyFault(items: readonly PackageItem[], remainingCents: number): Refusal | undefined {
  const sum = sumOf(items)
  return sum > remainingCents
    ? refuse(
        `Das Budget reicht nicht: Frei sind jetzt ${euro(remainingCents)}, das Paket kostet ${euro(sum)}. Es fehlen ${euro(sum - remainingCents)}. Am Paket ist nichts verloren; bitte streichen Sie etwas.`,
      )
    : undefined
}

/** An offer that has ended or costs something else by now. */
export function priceFault(items: readonly PackageItem[], offers: readonly Offer[]): Refusal | undefined {
  for (const { offerId, title, priceCents } of items) {
    if (offerId === null) continue
    const offer = offers.find(({ id }) => id === offerId)
    if (!offer)
      return refuse(
        `„${title}“ wird nicht mehr angeboten. Bitte nehmen Sie es aus dem Paket, oder lassen Sie neu berechnen.`,
      )
    if (offer.priceCents !== priceCents)
      return refuse(
        `Der Preis von „${title}“ hat sich geändert: ${euro(offer.priceCents)} statt ${euro(priceCents)}. Bitte lassen Sie neu berechnen.`,
      )
  }
  return undefined
}

function lateFault({ items }: MeasurePackage, offers: readonly Offer[], deadline: string | null): Refusal {
  const item = pressing(items, { offers, deadline })?.item
  return refuse(
    `„${item?.title ?? ''}“ ist vor der Frist nicht mehr zu schaffen. Bitte nehmen Sie es aus dem Paket, oder lassen Sie neu berechnen.`,
  )
}
