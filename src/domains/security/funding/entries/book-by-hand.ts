import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Account } from '../accounts/account.ts'
import { findAccount } from '../accounts/queries.ts'
import { insertOrders } from '../orders/place-orders.ts'
import { book, holdAccounts } from './book.ts'
import { checkByHand, type HandBooking } from './check-by-hand.ts'

/** What came on paper or has to be put right: one transfer, its id. The account is held first, so that what is checked is what is there. */
export async function bookByHand(ctx: Context, account: Account, wish: HandBooking): Promise<Outcome<string>> {
  await holdAccounts(ctx, [account.enrollmentId])
  const stale = await staleFault(ctx, account, wish)
  if (stale) return stale
  const checked = await checkByHand(ctx, account, wish)
  if (isRefusal(checked)) return checked
  const { order, reference, booking } = checked
  const road = { id: account.enrollmentId, organizationId: account.organizationId, programmeId: account.programmeId }
  const [begun] = order
    ? [order]
    : await insertOrders(ctx, road, [
        {
          title: wish.begins?.title || wish.reason,
          amountCents: 0,
          contractorId: wish.begins?.contractorId ?? null,
          ...(reference === undefined ? {} : { reference }),
        },
      ])
  if (!begun) throw new Error('an order was inserted and is not there')
  const booked = await book(ctx, [{ ...booking, orderId: begun.id }])
  if (isRefusal(booked)) return booked
  return booked[0] ?? refuse('Gebucht ist nichts.')
}

async function staleFault(
  { db }: Context,
  { enrollmentId }: Account,
  { seen }: HandBooking,
): Promise<Refusal | undefined> {
  if (seen === undefined || (await findAccount(db, enrollmentId))?.entries === seen) return undefined
  return refuse(
    'Auf diesem Konto ist seit der Vorschau gebucht worden. Von Ihnen ist jetzt nichts gebucht; bitte sehen Sie die Vorschau noch einmal an.',
  )
}
