import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { addWorkingDays, lastStart } from '#kernel/working-days.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { addMeasures } from '#foundation/measures/index.ts'
import { type EnrollmentWithSteps, keepRoad, setStep } from '#foundation/programmes/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { findAccount, holdAccounts, placeOrders } from '#domains/security/funding/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { countTaken, offersOf } from '../offers/queries.ts'
import { decisionText, type MeasurePackage, type PackageItem } from './package.ts'
import { findPackage } from './queries.ts'
import { moneyFault, priceFault } from './submit-package.ts'
import { tell } from './tell.ts'
import { addDecidedVersion } from './write-version.ts'

/** How it is decided: by the own password in the portal, or on paper that lies here as a scan. */
export type Way =
  | { way: 'portal'; role: string; shownSha256?: string | undefined; passwordConfirmed: Outcome<true> }
  | { way: 'paper'; signedBy: string; signedOn: string; file: PreparedFile }

export interface Decision {
  version: number
  /** Items that are struck. */
  struck: readonly string[]
  by: Way
}

type Decided = { decided: true } | { changed: Refusal }

/**
 * The head decides: what is kept becomes measures, what costs something is planned in the budget under an order each, and the step is done.
 * All of it or nothing. Road, account and offers that run out are held in this order, so that of two who decide at once the second one finds
 * it decided, and nobody spends what is gone.
 */
export async function decidePackage(
  ctx: Context,
  road: EnrollmentWithSteps,
  { id }: Pick<MeasurePackage, 'id'>,
  { version, struck: wanted, by }: Decision,
): Promise<Outcome<Decided>> {
  await keepRoad(ctx, road)
  const found = await findPackage(ctx.db, id)
  const gone = found ? notDecidable(found, version) : otherVersion
  if (!found || gone) return { changed: gone ?? otherVersion }
  const struck = new Set(wanted)
  const kept = found.items.filter(({ itemId }) => !struck.has(itemId))
  const wrong = wishFault(found, struck) ?? (await hindrance(ctx, road, kept))
  if (wrong) return wrong
  const moved = await moveStep(ctx, road)
  if (isRefusal(moved)) return moved
  const signed = await signOrKeep(ctx, found, struck, by)
  if (isRefusal(signed)) return signed
  if ('changed' in signed) return signed
  const items = await carryOut(ctx, road, found, struck)
  if (isRefusal(items)) return items
  await keepDecision(ctx, found, items, signed)
  const { organizationId, number } = found
  await record(ctx, 'package.decided', {
    organizationId,
    subjectId: id,
    data: { number, way: by.way, items: kept.length, struck: struck.size },
  })
  await tell(ctx, road, 'decided', { personIds: found.submittedBy ? [found.submittedBy] : [], number, decideBy: null })
  return { decided: true }
}

const otherVersion = refuse(
  'Das Paket ist inzwischen ein anderes. Entschieden ist nichts; bitte lesen Sie es noch einmal.',
)

function notDecidable({ state, version, decidedAt, decidedByName }: MeasurePackage, read: number): Refusal | undefined {
  if (state === 'decided')
    return refuse(
      `${decidedByName ?? 'Jemand'} hat über dieses Paket schon entschieden${decidedAt ? `, am ${germanDay(localDay(decidedAt))}` : ''}. Geändert ist nichts.`,
    )
  if (state === 'draft') return refuse('Dieses Paket liegt nicht mehr zur Entscheidung vor. Entschieden ist nichts.')
  return version === read ? undefined : otherVersion
}

function wishFault({ items }: MeasurePackage, struck: ReadonlySet<string>): Refusal | undefined {
  if ([...struck].some((id) => !items.some(({ itemId }) => itemId === id)))
    return refuse('Was gestrichen werden soll, steht nicht in diesem Paket. Entschieden ist nichts.')
  return items.length === struck.size
    ? refuse(
        'Damit wäre alles gestrichen. Geben Sie das Paket stattdessen mit einem Grund zurück; entschieden ist nichts.',
      )
    : undefined
}

/** Money, prices, places and time, as they are now. The account and what runs out are held from here on. */
async function hindrance(
  ctx: Context,
  road: EnrollmentWithSteps,
  kept: readonly PackageItem[],
): Promise<Refusal | undefined> {
  await holdAccounts(ctx, [road.id])
  const account = await findAccount(ctx.db, road.id)
  const today = localDay(ctx.now)
  const offers = (await offersOf(ctx.db, road.programmeId)).filter(
    ({ validUntil }) => validUntil === null || validUntil >= today.toString(),
  )
  const scarce = offers.filter((one) => one.capacity !== null && kept.some(({ offerId }) => offerId === one.id))
  const taken = await countTaken(
    ctx.db,
    scarce.map((one) => one.id),
    true,
  )
  const soldOut = scarce.find((one) => (taken.get(one.id) ?? 0) >= (one.capacity ?? 0))
  if (soldOut)
    return refuse(`„${soldOut.title}“ ist inzwischen ausgebucht. Bitte streichen Sie es; entschieden ist noch nichts.`)
  const late = kept.find(
    ({ priceCents, workDays, acceptanceDays }) =>
      priceCents > 0 &&
      road.deadline !== null &&
      addWorkingDays(today, workDays + acceptanceDays).toString() > road.deadline,
  )
  if (late && road.deadline !== null)
    return refuse(
      `„${late.title}“ ist bis ${germanDay(Temporal.PlainDate.from(road.deadline))} nicht mehr zu schaffen. Bitte streichen Sie es; entschieden ist noch nichts.`,
    )
  return moneyFault(kept, account?.remaining ?? 0) ?? priceFault(kept, offers)
}

/** Of a programme without this step only the road is held. A second package finds it done. */
async function moveStep(ctx: Context, road: EnrollmentWithSteps): Promise<Outcome<unknown>> {
  const step = road.steps.find(({ key }) => key === 'package')
  if (!step || step.state === 'done') return true
  return setStep(ctx, road, 'package', { state: 'done', onDay: localDay(ctx.now).toString() }, 'deed')
}

interface Signed {
  way: 'portal' | 'paper'
  signature_id: string | null
  file_id: string | null
  signer_name: string
  signed_on: string
}

async function signOrKeep(
  ctx: Context,
  found: MeasurePackage,
  struck: ReadonlySet<string>,
  by: Way,
): Promise<Outcome<Signed | { changed: Refusal }>> {
  const { organizationId, id } = found
  if (by.way === 'paper') {
    const fileId = await storeFile(ctx, { organizationId, type: 'measurePackage', id }, by.file)
    if (isRefusal(fileId)) return fileId
    return { way: 'paper', signature_id: null, file_id: fileId, signer_name: by.signedBy, signed_on: by.signedOn }
  }
  const shown = decisionText(found, struck)
  if (by.shownSha256 !== undefined && by.shownSha256 !== sha256(shown))
    return {
      changed: refuse(
        'Der Text ist inzwischen ein anderer. Unterschrieben ist nichts; bitte lesen Sie ihn noch einmal.',
      ),
    }
  const subject = { type: 'measurePackage', id }
  const { role, passwordConfirmed } = by
  const signature = await sign(ctx, { organizationId, subject, role, shown, passwordConfirmed })
  if (isRefusal(signature)) return signature
  return {
    way: 'portal',
    signature_id: signature.id,
    file_id: null,
    signer_name: ctx.actor.name,
    signed_on: localDay(ctx.now).toString(),
  }
}

/** Measures for all that is kept, orders for what costs something. */
async function carryOut(
  ctx: Context,
  road: EnrollmentWithSteps,
  { items, reasoning, number }: MeasurePackage,
  struck: ReadonlySet<string>,
): Promise<Outcome<PackageItem[]>> {
  const kept = items.filter(({ itemId }) => !struck.has(itemId))
  const measures = await addMeasures(
    ctx,
    kept.map((item) => ({
      organizationId: road.organizationId,
      programmeId: road.programmeId,
      title: item.title,
      kind: item.kind,
      description: item.detail,
      costCents: item.priceCents,
      dueOn: road.deadline,
      state: 'decided',
      sources: reasoning?.items[item.itemId]?.sources ?? [],
    })),
  )
  if (isRefusal(measures)) return measures
  const priced = kept.filter(({ priceCents }) => priceCents > 0)
  const stageNumber = await stageOf(ctx, road)
  const orders = await placeOrders(
    ctx,
    road,
    priced.map((item) => ({
      title: item.title,
      amountCents: item.priceCents,
      contractorId: item.contractor?.id ?? null,
      stageNumber,
      ...(road.deadline === null
        ? {}
        : { dueOn: lastStart(Temporal.PlainDate.from(road.deadline), item.acceptanceDays).toString() }),
    })),
    { origin: 'package', reason: `Maßnahmenpaket ${number}` },
  )
  if (isRefusal(orders)) return orders
  const measureOf = new Map(kept.map(({ itemId }, at) => [itemId, measures[at] ?? null]))
  const orderOf = new Map(priced.map(({ itemId }, at) => [itemId, orders[at] ?? null]))
  return items.map((item) => ({
    ...item,
    isStruck: struck.has(item.itemId),
    measureId: measureOf.get(item.itemId) ?? null,
    orderId: orderOf.get(item.itemId) ?? null,
  }))
}

/** What is bought once the second stage is released belongs to it. */
async function stageOf({ db }: Context, { id }: Pick<EnrollmentWithSteps, 'id'>): Promise<number> {
  const account = await findAccount(db, id)
  return account && account.released > (account.stage1 ?? account.released) ? 2 : 1
}

async function keepDecision(
  ctx: Context,
  found: MeasurePackage,
  items: readonly PackageItem[],
  signed: Signed,
): Promise<void> {
  const reasoning = { items: {}, leftOut: [], basis: '', ...found.reasoning, reason: '' }
  const { remainingCents } = found
  const written = await addDecidedVersion(ctx, found, { what: 'decided', items, remainingCents, reasoning })
  if (!written) throw new Error('the package was held and is another one all the same')
  const done = await ctx.db
    .updateTable('packages.package')
    .set({
      ...signed,
      state: 'decided',
      version: found.version + 1,
      decided_by: ctx.actor.personId,
      decided_at: ctx.now.toString(),
      changed_by: ctx.actor.personId,
      changed_at: ctx.now.toString(),
    })
    .where('id', '=', found.id)
    .where('state', '=', 'submitted')
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Error('row-level security kept the package as it is, though may said yes')
}
