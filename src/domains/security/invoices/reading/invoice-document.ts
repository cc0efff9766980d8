/** An amount in cents; null where the document names none. */
export type Cents = number | null

/** What is wrong with an invoice or worth knowing. `refuse`: it is not taken. */
export interface Finding {
  /** Rule of EN 16931 (BR-…), of XRechnung (BR-DE-…), or one of ours (LW-…). */
  rule: string
  /** Where: a business term such as BT-112, with the line where there is one. */
  path: string
  severity: 'refuse' | 'warn'
  text: string
}

export interface Party {
  name: string
  /** BT-31, BT-48: with its country. */
  vatId: string
  /** BT-32, BT-30: tax number and number of the register. */
  taxNumber: string
  registration: string
  street: string
  postcode: string
  city: string
  country: string
  email: string
  contact: { name: string; phone: string; email: string } | null
}

/** VAT of one category and rate: BG-23. */
export interface TaxGroup {
  category: string
  /** In hundredths of a percent: 1900 is 19 %. */
  rate: number
  basis: Cents
  amount: Cents
  exemption: string
}

/** An allowance or charge on the whole document: BG-20, BG-21. */
export interface DocumentCharge {
  isCharge: boolean
  amount: Cents
  category: string
  rate: number
  reason: string
}

export interface InvoiceLine {
  /** BT-126 */
  number: string
  name: string
  description: string
  quantity: string
  unit: string
  price: string
  /** How many units the price is for. */
  priceFor: string
  /** Allowances (negative) and charges of the line. */
  charges: Cents
  /** BT-131 */
  net: Cents
  category: string
  rate: number
  /** BT-132 */
  orderReference: string
}

export interface Attachment {
  /** BT-122 */
  reference: string
  description: string
  name: string
  mediaType: string
  /** Elsewhere; shown, never fetched. */
  address: string
  /** Base64; taken out before the document is kept. */
  content: string
}

export const syntaxes = ['ublInvoice', 'ublCreditNote', 'cii'] as const

/** What an invoice says, in whatever syntax it came. Dates as YYYY-MM-DD, empty where there is none. */
export interface InvoiceDocument {
  syntax: (typeof syntaxes)[number]
  /** BT-24 */
  specification: string
  number: string
  typeCode: string
  issuedOn: string
  dueOn: string
  deliveredOn: string
  periodFrom: string
  periodTo: string
  currency: string
  /** BT-10, as it stands there. */
  buyerReference: string
  /** BT-13 */
  orderReference: string
  contractReference: string
  /** BT-25 */
  preceding: readonly { number: string; issuedOn: string }[]
  notes: readonly string[]
  terms: string
  seller: Party
  buyer: Party
  /** BT-59: who is paid, where it is somebody else. */
  payee: string
  paymentMeans: string
  iban: string
  taxes: readonly TaxGroup[]
  charges: readonly DocumentCharge[]
  totals: {
    /** BT-106 to BT-115. */
    lines: Cents
    allowances: Cents
    charges: Cents
    net: Cents
    tax: Cents
    gross: Cents
    prepaid: Cents
    rounding: Cents
    /** Paid for by others: an extension of XRechnung. */
    thirdParty: Cents
    payable: Cents
  }
  lines: readonly InvoiceLine[]
  attachments: readonly Attachment[]
}

/** What reading brings: the document, and what could not be read in it. */
export interface ReadInvoice {
  document: InvoiceDocument
  findings: Finding[]
}
