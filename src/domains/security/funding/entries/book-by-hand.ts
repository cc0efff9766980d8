import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Account, MoneyState } from '../accounts/account.ts'
import type { ServiceOrder } from '../orders/order.ts'
import { insertOrders } from '../orders/place-orders.ts'
import { findOrdersByReference } from '../orders/queries.ts'
import { book, holdAccounts } from './book.ts'
import { goesBack } from './entry.ts'
import { findEntry, whoBooked } from './queries.ts'

export interface HandBooking {
  from: MoneyState
  to: MoneyState
  amountCents: number
  /** Empty only between grant and limit. A reference that nobody has used yet begins an order. */
  orderReference: string
  reason: string
  /** The entry that it corrects. */
  correctsId?: string | undefined
}

/** What came on paper or has to be put right. Four eyes hold here too: whoever booked the invoice does not book its settlement. */
export async function bookByHand(ctx: Context, account: Account, wish: HandBooking): Promise<Outcome<string>> {
  const { from, to, amountCents, orderReference, reason, correctsId } = wish
  await holdAccounts(ctx, [account.enrollmentId])
  const wrong = (await correctionFault(ctx, account, wish)) ?? referenceFault(wish)
  if (wrong) return wrong
  const order = orderReference === '' ? null : await orderFor(ctx, account, wish)
  if (isRefusal(order)) return order
  const second = order && (await secondPersonFault(ctx, order.id, wish))
  if (second) return second
  const booked = await book(ctx, [
    {
      enrollmentId: account.enrollmentId,
      organizationId: account.organizationId,
      programmeId: account.programmeId,
      from,
      to,
      amountCents,
      orderId: order?.id ?? null,
      reason,
      origin: 'hand',
      ...(correctsId === undefined ? {} : { correctsId }),
    },
  ])
  if (isRefusal(booked)) return booked
  return booked[0] ?? refuse('Gebucht ist nichts.')
}

/** Between grant and limit there is no order; everywhere else there is one. */
function referenceFault({ from, to, orderReference }: HandBooking): Refusal | undefined {
  const betweenGrant = from === 'grant' || to === 'grant'
  if (betweenGrant)
    return refuse('Freigaben folgen aus den Stufen des Programms. Von Hand ist nichts gebucht.', [
      { path: 'from', message: 'Bitte die Stufe im Programm freigeben.' },
    ])
  return orderReference === ''
    ? refuse('Zu dieser Buchung fehlt der Auftrag. Gebucht ist nichts.', [
        { path: 'orderReference', message: 'Bitte die Auftragsnummer eintragen.' },
      ])
    : undefined
}

async function correctionFault(
  { db }: Context,
  { enrollmentId }: Account,
  { correctsId }: HandBooking,
): Promise<Refusal | undefined> {
  if (correctsId === undefined) return undefined
  const corrected = await findEntry(db, correctsId)
  return corrected?.enrollmentId === enrollmentId
    ? undefined
    : refuse('Die Buchung, die berichtigt werden soll, gibt es auf diesem Konto nicht. Gebucht ist nichts.', [
        { path: 'correctsId', message: 'Bitte eine Buchung dieses Kontos wählen.' },
      ])
}

async function orderFor(
  ctx: Context,
  account: Account,
  { from, orderReference, reason }: HandBooking,
): Promise<Outcome<Pick<ServiceOrder, 'id'>>> {
  const [there] = await findOrdersByReference(ctx.db, account.programmeId, [orderReference])
  if (there)
    return there.enrollmentId === account.enrollmentId
      ? there
      : refuse(`Die Auftragsnummer ${orderReference} gehört zu ${there.organizationName}. Gebucht ist nichts.`, [
          { path: 'orderReference', message: 'Bitte eine Auftragsnummer dieser Kommune eintragen.' },
        ])
  if (from !== 'limit')
    return refuse(`Den Auftrag ${orderReference} gibt es noch nicht. Gebucht ist nichts.`, [
      { path: 'orderReference', message: 'Ein neuer Auftrag beginnt mit „frei“ nach „geplant“.' },
    ])
  const road = { id: account.enrollmentId, organizationId: account.organizationId, programmeId: account.programmeId }
  const [order] = await insertOrders(ctx, road, [
    { title: reason, amountCents: 0, contractorId: null, reference: orderReference },
  ])
  return order ?? refuse('Gebucht ist nichts.')
}

async function secondPersonFault(
  { db, actor }: Context,
  orderId: string,
  { from, to }: HandBooking,
): Promise<Refusal | undefined> {
  if (to !== 'settled' || goesBack(from, to)) return undefined
  const bookers = await whoBooked(db, orderId, 'invoiced')
  return bookers.includes(actor.personId)
    ? refuse(
        'Abgerechnet wird zu zweit: Sie haben die Rechnung gebucht, freigeben muss sie jemand anderes. Gebucht ist nichts.',
      )
    : undefined
}
