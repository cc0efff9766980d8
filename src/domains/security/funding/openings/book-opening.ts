import { euro } from '#kernel/money.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { moneyInWords } from '../accounts/account.ts'
import { book, type Booking, holdAccounts } from '../entries/book.ts'
import { insertNamed } from '../orders/place-orders.ts'
import {
  differencesOf,
  type OpenedAccount,
  type OpeningAmounts,
  type OpeningDifference,
  openingReference,
  openingTitle,
} from './opening.ts'
import { accountsToOpen, openedOrders } from './queries.ts'

/**
 * Books where money stood when a running programme was brought in: an order per municipality, stage and state. What is booked already is not
 * booked again; another amount than before is the difference, with the workbook as the reason. How many entries it made.
 */
export async function bookOpening(
  ctx: Context,
  programme: Programme,
  amounts: readonly OpeningAmounts[],
  workbook: string,
): Promise<Outcome<number>> {
  if (programme.stages.length === 0 || amounts.length === 0) return 0
  const organizationIds = [...new Set(amounts.map(({ organizationId }) => organizationId))]
  const known = await accountsToOpen(ctx.db, programme.id, organizationIds)
  const roads = [...known.values()].map(({ enrollmentId }) => enrollmentId)
  await holdAccounts(ctx, roads)
  const accounts = await accountsToOpen(ctx.db, programme.id, organizationIds)
  const differences = differencesOf(amounts, accounts, await openedOrders(ctx.db, roads))
  const fault = faultIn(differences)
  if (fault) return fault
  const orders = differences.map((difference) => ({ difference, orderId: difference.order?.id ?? newId() }))
  await insertNamed(
    ctx,
    orders
      .filter(({ difference }) => difference.order === undefined)
      .map(({ difference: { account, stage, state }, orderId }) => ({
        id: orderId,
        road: { id: account.enrollmentId, organizationId: account.organizationId, programmeId: programme.id },
        reference: openingReference(account, stage, state),
        title: openingTitle(stage, state),
        amountCents: 0,
        contractorId: programme.contractor?.id ?? null,
        ...(stage === 0 ? {} : { stageNumber: stage }),
      })),
  )
  const bookings = orders.flatMap(({ difference, orderId }) =>
    bookingsOf(difference, { orderId, programmeId: programme.id, workbook }),
  )
  const booked = await book(ctx, bookings)
  return isRefusal(booked) ? booked : booked.length
}

/** The first amount that cannot be booked, by its cell. */
function faultIn(differences: readonly OpeningDifference[]): Refusal | undefined {
  const free = new Map<OpenedAccount, number>()
  for (const { account, state, cell, order, cents } of differences) {
    const before = free.get(account) ?? account.remaining
    free.set(account, before - cents)
    if (cents < 0 && (order?.held[state] ?? 0) < -cents)
      return at(
        cell,
        `Für ${account.organizationName} sind „${moneyInWords(state)}“ nur noch ${euro(order?.held[state] ?? 0)} aus der Übernahme da; ${euro(-cents)} lassen sich nicht zurücknehmen. Was seit der Übernahme im Portal gebucht ist, wird dort berichtigt.`,
      )
    if (cents > 0 && before < cents) return at(cell, tooLittleFree(account, before, cents))
  }
  return undefined
}

function tooLittleFree({ organizationName, isWithdrawn }: OpenedAccount, free: number, wanted: number): string {
  if (isWithdrawn)
    return `Die Teilnahme von ${organizationName} ist beendet, freigegeben ist für sie nichts. Bitte laden Sie sie als laufend und beenden Sie die Teilnahme danach im Portal.`
  return `Für ${organizationName} sind ${euro(free)} frei, zu buchen wären ${euro(wanted)}.`
}

const at = (cell: string, message: string): Refusal =>
  refuse(`${cell}: ${message} Geladen ist nichts.`, [{ path: cell, message }])

/** One entry, or of what is taken back one for each entry that is corrected, the newest first. */
function bookingsOf(
  { account, state, stage, cell, order, cents }: OpeningDifference,
  { orderId, programmeId, workbook }: { orderId: string; programmeId: string; workbook: string },
): Booking[] {
  const common = {
    enrollmentId: account.enrollmentId,
    organizationId: account.organizationId,
    programmeId,
    orderId,
    ...(stage === 0 ? {} : { stageNumber: stage }),
    reason: `Übernahme aus „${workbook}“, ${cell}`,
    origin: 'opening' as const,
  }
  if (cents > 0) return [{ ...common, from: 'limit', to: state, amountCents: cents }]
  let open = -cents
  return (order?.entries ?? []).flatMap(({ id, left }): Booking[] => {
    const amountCents = Math.min(open, left)
    open -= amountCents
    return amountCents > 0 ? [{ ...common, from: state, to: 'limit', amountCents, correctsId: id }] : []
  })
}
