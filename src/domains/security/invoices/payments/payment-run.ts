import type { Temporal } from 'temporal-polyfill'
import { germanAmount } from '#kernel/money.ts'
import { plainIban } from '../checking/iban.ts'
import { openCents, type Share } from '../invoice.ts'

/** One transfer: everything of one invoice that a run releases. */
export interface Payment {
  invoiceId: string
  recipient: string
  iban: string
  amountCents: number
  /** Number of the invoice. */
  number: string
  /** What stands on the statement of the account. */
  reference: string
}

/** What was released for payment in one go. */
export interface PaymentRun {
  id: string
  programmeId: string
  number: number
  totalCents: number
  payments: readonly Payment[]
  madeBy: string | null
  madeAt: Temporal.Instant
}

export interface Payee {
  id: string
  recipient: string
  iban: string
}

/** SEPA carries so many characters of a purpose. */
const longestPurpose = 140

/** One transfer per invoice, in the order of the shares. */
export function paymentsOf(shares: readonly Share[], payees: ReadonlyMap<string, Payee>): Payment[] {
  const byInvoice = Map.groupBy(shares, ({ invoiceId }) => invoiceId)
  return [...byInvoice].flatMap(([invoiceId, own]) => {
    const payee = payees.get(invoiceId)
    const number = own[0]?.number ?? ''
    if (!payee) return []
    const references = [...new Set(own.map(({ orderReference }) => orderReference))]
    return [
      {
        invoiceId,
        recipient: payee.recipient,
        iban: plainIban(payee.iban),
        amountCents: own.reduce((sum, share) => sum + openCents(share), 0),
        number,
        reference: shortened(`${number} ${references.join(' ')}`),
      },
    ]
  })
}

const shortened = (text: string): string =>
  text.length > longestPurpose ? `${text.slice(0, longestPurpose - 2)} …` : text

// A cell that begins with one of these is a formula to a spreadsheet.
const formula = /^[=+\-@\t\r]/

function cell(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const safe = formula.test(plain) ? `'${plain}` : plain
  return /[;"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The list for the cashier: semicolons, decimal comma, a mark for Excel that it is UTF-8. The same run gives the same bytes. */
export function paymentCsv({ number, payments }: Pick<PaymentRun, 'number' | 'payments'>): string {
  const head = ['Lauf', 'Empfänger', 'IBAN', 'Betrag', 'Währung', 'Rechnung', 'Verwendungszweck']
  const rows = payments.map((payment) => [
    String(number),
    cell(payment.recipient),
    cell(payment.iban),
    // Without dots between the thousands: those are for people.
    germanAmount(payment.amountCents).replaceAll('.', ''),
    'EUR',
    cell(payment.number),
    cell(payment.reference),
  ])
  return `\u{FEFF}${[head, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`
}
