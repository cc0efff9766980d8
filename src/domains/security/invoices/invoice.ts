import type { Temporal } from 'temporal-polyfill'
import type { Finding, InvoiceDocument } from './reading/invoice-document.ts'

export const invoiceStates = ['received', 'disputed', 'rejected', 'approved', 'settled'] as const
export type InvoiceState = (typeof invoiceStates)[number]

export const invoiceEvents = ['received', 'matched', 'disputed', 'resolved', 'rejected', 'approved', 'settled'] as const
export type InvoiceEvent = (typeof invoiceEvents)[number]

/** One invoice or credit note of a contractor to the cooperative. All amounts in cents. */
export interface Invoice {
  id: string
  /** The cooperative. */
  organizationId: string
  programmeId: string
  programmeName: string
  contractorId: string
  contractorName: string
  number: string
  typeCode: string
  issuedOn: string
  dueOn: string | null
  buyerReference: string
  net: number
  tax: number
  gross: number
  prepaid: number
  payable: number
  iban: string
  /** Who is paid. */
  recipient: string
  state: InvoiceState
  uploadedBy: string | null
  uploadedAt: Temporal.Instant
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  version: number
  /** Lines, and those of them without an order. */
  lineCount: number
  unmatched: number
  /** Whether whoever asks leads the programme. */
  isLed: boolean
}

/** A line with what it comes to, and the order it belongs to. */
export interface Line {
  id: string
  position: number
  /** What the invoice says: BT-132, else BT-13; empty where it says nothing. */
  orderReference: string
  text: string
  netCents: number
  amountCents: number
  order: LineOrder | null
  /** By hand, by whom. */
  matchedBy: string | null
}

export interface LineOrder {
  id: string
  reference: string
  title: string
  organizationId: string
  organizationName: string
  enrollmentId: string
  accepted: number
  invoiced: number
}

export interface HistoryEntry {
  what: InvoiceEvent
  at: Temporal.Instant
  by: string | null
  text: string
}

export interface KeptFile {
  id: string
  name: string
  mediaType: string
  size: number
}

/** Everything about one invoice. */
export interface InvoiceDetail extends Invoice {
  document: InvoiceDocument
  findings: readonly Finding[]
  lines: readonly Line[]
  history: readonly HistoryEntry[]
  files: readonly KeptFile[]
}

/** What one order bears of an approved invoice. */
export interface Share {
  id: string
  organizationId: string
  organizationName: string
  programmeId: string
  enrollmentId: string
  contractorId: string
  contractorName: string
  invoiceId: string
  orderId: string
  orderReference: string
  orderTitle: string
  number: string
  typeCode: string
  issuedOn: string
  text: string
  amountCents: number
  /** What credit notes took back of it. */
  creditedCents: number
  /** Of a credit note: the share that it takes back from. */
  creditsShareId: string | null
  differenceCents: number
  bookedBy: string
  bookedByName: string | null
  bookedAt: Temporal.Instant
  paymentRunId: string | null
  settledAt: Temporal.Instant | null
}

const stateNames: Record<InvoiceState, string> = {
  received: 'zu prüfen',
  disputed: 'beanstandet',
  rejected: 'zurückgewiesen',
  approved: 'sachlich richtig',
  settled: 'abgerechnet',
}

/** A credit note is over once it is booked: nothing is paid for it. */
export const stateInWords = ({ state, typeCode }: Pick<Invoice, 'state' | 'typeCode'>): string =>
  state === 'approved' && typeCode === '381' ? 'verrechnet' : stateNames[state]

export const stateNameOf = (state: InvoiceState): string => stateNames[state]

const eventNames: Record<InvoiceEvent, string> = {
  received: 'eingegangen',
  matched: 'zugeordnet',
  disputed: 'beanstandet',
  resolved: 'geklärt',
  rejected: 'zurückgewiesen',
  approved: 'sachlich und rechnerisch richtig',
  settled: 'abgerechnet',
}

export const eventInWords = (event: InvoiceEvent): string => eventNames[event]

/** What is still to be paid of a share. */
export const openCents = ({ amountCents, creditedCents }: Pick<Share, 'amountCents' | 'creditedCents'>): number =>
  amountCents - creditedCents

/** One tax number writes one invoice under one number; who has none is known by the name. */
export const sellerKey = ({ seller }: Pick<InvoiceDocument, 'seller'>): string =>
  (seller.vatId || seller.taxNumber || seller.name).replaceAll(/\s/g, '').toUpperCase()
