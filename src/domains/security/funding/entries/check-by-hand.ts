import { euro } from '#kernel/money.ts'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { type Account, type MoneyState, moneyInWords } from '../accounts/account.ts'
import type { ServiceOrder } from '../orders/order.ts'
import { findOrdersByReference } from '../orders/queries.ts'
import { type Booking, bookingFault } from './book.ts'
import { type Entry, goesBack } from './entry.ts'
import { findEntry, whoBooked } from './queries.ts'

export interface HandBooking {
  from: MoneyState
  to: MoneyState
  amountCents: number
  /** A reference that nobody has used yet begins an order; of a correction it is that of the corrected entry, and may be left out. */
  orderReference: string
  /** An order that is new, whatever its reference: left empty, it gets the next one of the year. Its title is the reason where nothing is said. */
  begins?: { title: string; contractorId: string | null } | undefined
  reason: string
  /** The entry that it corrects. */
  correctsId?: string | undefined
  /** How many entries the account had when this was decided; with another number nothing is booked: a second click, or somebody was faster. */
  seen?: number | undefined
}

/** What may be booked as things stand. */
export interface CheckedBooking {
  /** Undefined where the booking begins one. */
  order: ServiceOrder | undefined
  /** Undefined where a new order gets the next one. */
  reference: string | undefined
  booking: Booking
}

/** Whether this can be booked by hand, and on what: for whoever holds the account, or for a look ahead. */
export async function checkByHand(ctx: Context, account: Account, wish: HandBooking): Promise<Outcome<CheckedBooking>> {
  const released = releaseFault(wish)
  if (released) return released
  const corrected = wish.correctsId === undefined ? undefined : await correctedBy(ctx, account, wish)
  if (isRefusal(corrected)) return corrected
  const reference = wish.orderReference || (corrected?.orderReference ?? '')
  if (reference === '' && !wish.begins)
    return refuse('Zu dieser Buchung fehlt der Auftrag. Gebucht ist nichts.', [
      { path: 'orderReference', message: 'Bitte die Auftragsnummer eintragen.' },
    ])
  const order = await orderOf(ctx, account, { ...wish, orderReference: reference })
  if (isRefusal(order)) return order
  const booking = bookingOf(account, wish, order)
  const fault = (order && (await secondPersonFault(ctx, order.id, wish))) ?? (await bookingFault(ctx, [booking]))
  return fault ?? { order, reference: reference || undefined, booking }
}

function releaseFault({ from, to }: HandBooking): Refusal | undefined {
  if (from !== 'grant' && to !== 'grant') return undefined
  return refuse('Freigaben folgen aus den Stufen des Programms. Von Hand ist nichts gebucht.', [
    { path: 'from', message: 'Bitte die Stufe im Programm freigeben.' },
  ])
}

const bookingOf = (account: Account, wish: HandBooking, order: ServiceOrder | undefined): Booking => ({
  enrollmentId: account.enrollmentId,
  organizationId: account.organizationId,
  programmeId: account.programmeId,
  from: wish.from,
  to: wish.to,
  amountCents: wish.amountCents,
  orderId: order?.id ?? null,
  reason: wish.reason,
  origin: 'hand',
  ...(wish.correctsId === undefined ? {} : { correctsId: wish.correctsId }),
})

/** A correction goes the way of its entry back, and takes back no more than that entry moved. */
async function correctedBy(
  { db }: Context,
  { enrollmentId }: Account,
  { correctsId, from, to, amountCents, orderReference }: HandBooking,
): Promise<Outcome<Entry>> {
  const entry = await findEntry(db, correctsId ?? '')
  if (entry?.enrollmentId !== enrollmentId)
    return refuse('Die Buchung, die berichtigt werden soll, gibt es auf diesem Konto nicht. Gebucht ist nichts.', [
      { path: 'correctsId', message: 'Bitte eine Buchung dieses Kontos wählen.' },
    ])
  if (entry.correctsId !== null)
    return refuse(
      `Buchung ${entry.number} ist selbst eine Berichtigung. Gebucht ist nichts; bitte buchen Sie den richtigen Weg neu.`,
      [{ path: 'correctsId', message: 'Bitte eine andere Buchung wählen.' }],
    )
  if (entry.from !== to || entry.to !== from)
    return refuse(
      `Eine Berichtigung geht den Weg der Buchung zurück: von „${moneyInWords(entry.to)}“ nach „${moneyInWords(entry.from)}“. Gebucht ist nichts.`,
      [{ path: 'from', message: `Buchung ${entry.number} ging den anderen Weg.` }],
    )
  if (orderReference !== '' && orderReference !== entry.orderReference)
    return refuse(
      `Buchung ${entry.number} gehört zum Auftrag ${entry.orderReference ?? ''}. Gebucht ist nichts; eine Berichtigung bleibt bei ihm.`,
      [{ path: 'orderReference', message: 'Das ist ein anderer Auftrag.' }],
    )
  return correctedTooMuch(entry, amountCents) ?? entry
}

function correctedTooMuch({ number, amountCents, corrected }: Entry, wanted: number): Refusal | undefined {
  const left = amountCents - corrected
  if (wanted <= left) return undefined
  return refuse(
    corrected === 0
      ? `Buchung ${number} ging über ${euro(amountCents)}; mehr lässt sich nicht berichtigen. Gebucht ist nichts.`
      : `Von den ${euro(amountCents)} der Buchung ${number} sind schon ${euro(corrected)} berichtigt. Gebucht ist nichts.`,
    [
      {
        path: 'amountCents',
        message: left === 0 ? 'Hier ist nichts mehr zu berichtigen.' : `Höchstens ${euro(left)}.`,
      },
    ],
  )
}

/** The order of that reference; undefined where the booking begins one. */
async function orderOf(
  { db }: Context,
  account: Account,
  { from, orderReference, begins }: HandBooking,
): Promise<Outcome<ServiceOrder | undefined>> {
  if (orderReference === '') return undefined
  const [there] = await findOrdersByReference(db, account.programmeId, [orderReference])
  if (there && begins)
    return refuse(`Die Auftragsnummer ${orderReference} ist schon vergeben. Gebucht ist nichts.`, [
      { path: 'orderReference', message: 'Bitte eine andere eintragen, oder keine: Dann wird die nächste vergeben.' },
    ])
  if (there)
    return there.enrollmentId === account.enrollmentId
      ? there
      : refuse(`Die Auftragsnummer ${orderReference} gehört zu ${there.organizationName}. Gebucht ist nichts.`, [
          { path: 'orderReference', message: 'Bitte eine Auftragsnummer dieser Kommune eintragen.' },
        ])
  return from === 'limit'
    ? undefined
    : refuse(`Den Auftrag ${orderReference} gibt es noch nicht. Gebucht ist nichts.`, [
        { path: 'orderReference', message: 'Ein neuer Auftrag beginnt mit „frei“ nach „geplant“.' },
      ])
}

/** Four eyes hold here too: whoever booked the invoice does not book its settlement. */
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
