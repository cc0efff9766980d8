import type { BookEntry, BookOrder, Books } from './books.ts'

/** A settled invoice, or its share of one order, as the module of invoices lists it. In cents. */
export interface SettledInvoice {
  number: string
  /** 380 invoice, 381 credit note. */
  typeCode: string
  issuedOn: string
  settledOn: string | null
  orderId: string | null
  amountCents: number
  contractorName: string | null
}

/** One line of the list of vouchers. */
export interface Voucher {
  organizationId: string
  organizationName: string
  orderReference: string
  title: string
  contractorName: string | null
  /** Of the invoice; null where money was settled without one in the portal. */
  number: string | null
  issuedOn: string | null
  settledOn: string | null
  amountCents: number
  note: string
}

const credit = '381'

/**
 * Every voucher of what was settled, by municipality and order. What stands in the books without an invoice in the portal gets its own line, so
 * that the list is always equal to the entries, to the cent.
 */
export function vouchersOf(books: Books, invoices: readonly SettledInvoice[]): Voucher[] {
  const settled = invoices.filter(({ settledOn, orderId }) => settledOn !== null && orderId !== null)
  const byOrder = Map.groupBy(settled, ({ orderId }) => orderId)
  const moves = Map.groupBy(
    books.entries.filter(({ from, to }) => from === 'settled' || to === 'settled'),
    ({ orderId }) => orderId,
  )
  const names = new Map(books.places.map(({ organizationId, name }) => [organizationId, name]))
  const place = new Map(books.places.map(({ organizationId }, at) => [organizationId, at]))
  return books.orders
    .toSorted(
      (one, other) =>
        (place.get(one.organizationId) ?? 0) - (place.get(other.organizationId) ?? 0) ||
        (one.reference < other.reference ? -1 : 1),
    )
    .flatMap((order) => ofOrder(order, names, byOrder.get(order.id) ?? [], moves.get(order.id) ?? []))
}

function ofOrder(
  order: BookOrder,
  names: ReadonlyMap<string, string>,
  invoices: readonly SettledInvoice[],
  moves: readonly BookEntry[],
): Voucher[] {
  const common = {
    organizationId: order.organizationId,
    organizationName: names.get(order.organizationId) ?? '',
    orderReference: order.reference,
    title: order.title,
    contractorName: order.contractorName,
  }
  const listed = invoices.map(({ number, typeCode, issuedOn, settledOn, amountCents, contractorName }) => ({
    ...common,
    contractorName: contractorName ?? order.contractorName,
    number,
    issuedOn,
    settledOn,
    amountCents,
    note: typeCode === credit ? 'Gutschrift' : '',
  }))
  if (listed.length === 0) return moves.map((move) => ({ ...common, ...withoutInvoice(move) }))
  const rest = moves.reduce((sum, move) => sum + signed(move), 0) - sumOfVouchers(listed)
  const last = moves.at(-1)
  if (rest === 0 || !last) return listed
  return [
    ...listed,
    { ...common, number: null, issuedOn: null, settledOn: last.on, amountCents: rest, note: 'ohne Rechnung im Portal' },
  ]
}

const signed = ({ to, amountCents }: BookEntry): number => (to === 'settled' ? amountCents : -amountCents)

const withoutInvoice = (move: BookEntry) => ({
  number: null,
  issuedOn: null,
  settledOn: move.on,
  amountCents: signed(move),
  note: `ohne Rechnung im Portal: ${move.reason}`,
})

export const sumOfVouchers = (vouchers: readonly { amountCents: number }[]): number =>
  vouchers.reduce((sum, { amountCents }) => sum + amountCents, 0)
