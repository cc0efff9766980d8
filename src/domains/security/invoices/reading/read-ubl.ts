import type { XmlElement } from '#kernel/xml.ts'
import { ElementReader } from './element-reader.ts'
import { partyTerms } from './party-terms.ts'
import type {
  Attachment,
  DocumentCharge,
  InvoiceDocument,
  InvoiceLine,
  Party,
  ReadInvoice,
  TaxGroup,
} from './invoice-document.ts'

const invoiceSpace = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
const creditSpace = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'

/** By which prefixes the names of UBL are known here. */
export const ublPrefixes = {
  [invoiceSpace]: 'inv',
  [creditSpace]: 'cn',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc',
}

/** An invoice or credit note in UBL 2.1. */
export function readUbl(root: XmlElement): ReadInvoice {
  const reader = new ElementReader()
  const isCredit = root.name === 'cn:CreditNote'
  const text = (path: string, term: string) => reader.text(root, path, term)
  const means = reader.all(root, 'cac:PaymentMeans')
  const totals = reader.one(root, 'cac:LegalMonetaryTotal', 'BG-22')
  const cents = (path: string, term: string) => reader.amount(totals, path, term)
  const currency = text('cbc:DocumentCurrencyCode', 'BT-5')
  const document: InvoiceDocument = {
    syntax: isCredit ? 'ublCreditNote' : 'ublInvoice',
    specification: text('cbc:CustomizationID', 'BT-24'),
    number: text('cbc:ID', 'BT-1'),
    typeCode: text(isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', 'BT-3'),
    issuedOn: reader.day(root, 'cbc:IssueDate', 'BT-2'),
    dueOn: reader.day(root, 'cbc:DueDate', 'BT-9') || reader.day(means[0], 'cbc:PaymentDueDate', 'BT-9'),
    deliveredOn: reader.day(root, 'cac:Delivery/cbc:ActualDeliveryDate', 'BT-72'),
    periodFrom: reader.day(root, 'cac:InvoicePeriod/cbc:StartDate', 'BT-73'),
    periodTo: reader.day(root, 'cac:InvoicePeriod/cbc:EndDate', 'BT-74'),
    currency,
    buyerReference: text('cbc:BuyerReference', 'BT-10'),
    orderReference: text('cac:OrderReference/cbc:ID', 'BT-13'),
    contractReference: text('cac:ContractDocumentReference/cbc:ID', 'BT-12'),
    preceding: reader.all(root, 'cac:BillingReference/cac:InvoiceDocumentReference').map((one) => ({
      number: reader.text(one, 'cbc:ID', 'BT-25'),
      issuedOn: reader.day(one, 'cbc:IssueDate', 'BT-26'),
    })),
    notes: reader.all(root, 'cbc:Note').map((note) => note.text.slice(0, 4000)),
    terms: reader.text(root, 'cac:PaymentTerms/cbc:Note', 'BT-20', 4000),
    seller: partyOf(reader, reader.one(root, 'cac:AccountingSupplierParty/cac:Party', 'BG-4'), 'seller'),
    buyer: partyOf(reader, reader.one(root, 'cac:AccountingCustomerParty/cac:Party', 'BG-7'), 'buyer'),
    payee: text('cac:PayeeParty/cac:PartyName/cbc:Name', 'BT-59'),
    paymentMeans: means[0]?.children.find(({ name }) => name === 'cbc:PaymentMeansCode')?.text ?? '',
    iban: reader.all(root, 'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID')[0]?.text ?? '',
    taxes: taxesOf(reader, root, currency),
    charges: reader.all(root, 'cac:AllowanceCharge').map((one) => chargeOf(reader, one)),
    totals: {
      lines: cents('cbc:LineExtensionAmount', 'BT-106'),
      allowances: cents('cbc:AllowanceTotalAmount', 'BT-107'),
      charges: cents('cbc:ChargeTotalAmount', 'BT-108'),
      net: cents('cbc:TaxExclusiveAmount', 'BT-109'),
      tax: taxTotal(reader, root, currency),
      gross: cents('cbc:TaxInclusiveAmount', 'BT-112'),
      prepaid: cents('cbc:PrepaidAmount', 'BT-113'),
      rounding: cents('cbc:PayableRoundingAmount', 'BT-114'),
      thirdParty: sumOf(reader, reader.all(root, 'cac:PrepaidPayment/cbc:PaidAmount'), 'BT-DEX-002'),
      payable: cents('cbc:PayableAmount', 'BT-115'),
    },
    lines: reader
      .all(root, isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine')
      .map((line, place) => lineOf(reader, line, place + 1, isCredit)),
    attachments: reader.all(root, 'cac:AdditionalDocumentReference').map((one) => attachmentOf(reader, one)),
  }
  return { document, findings: reader.findings }
}

/** Null where there is none, so that it does not look like a sum of nothing. */
function sumOf(reader: ElementReader, elements: readonly XmlElement[], term: string): number | null {
  if (elements.length === 0) return null
  return elements.reduce((sum, element) => sum + (reader.cents(element, term) ?? 0), 0)
}

function partyOf(reader: ElementReader, party: XmlElement | undefined, side: 'seller' | 'buyer'): Party {
  const terms = partyTerms[side]
  const text = (path: string, term: string) => reader.text(party, path, term)
  const address = reader.one(party, 'cac:PostalAddress', terms.address)
  const contact = reader.one(party, 'cac:Contact', terms.contact)
  const schemes = reader.all(party, 'cac:PartyTaxScheme').map((scheme) => ({
    id: reader.text(scheme, 'cbc:CompanyID', 'BT-31'),
    kind: reader.text(scheme, 'cac:TaxScheme/cbc:ID', 'BT-31'),
  }))
  return {
    name:
      text('cac:PartyLegalEntity/cbc:RegistrationName', terms.name) || text('cac:PartyName/cbc:Name', terms.tradeName),
    vatId: schemes.find(({ kind }) => kind === 'VAT')?.id ?? '',
    taxNumber: schemes.find(({ kind }) => kind !== 'VAT')?.id ?? '',
    registration: text('cac:PartyLegalEntity/cbc:CompanyID', terms.registration),
    street: reader.text(address, 'cbc:StreetName', terms.street),
    postcode: reader.text(address, 'cbc:PostalZone', terms.postcode),
    city: reader.text(address, 'cbc:CityName', terms.city),
    country: reader.text(address, 'cac:Country/cbc:IdentificationCode', terms.country),
    email: text('cbc:EndpointID', terms.email),
    contact: contact
      ? {
          name: reader.text(contact, 'cbc:Name', 'BT-41'),
          phone: reader.text(contact, 'cbc:Telephone', 'BT-42'),
          email: reader.text(contact, 'cbc:ElectronicMail', 'BT-43'),
        }
      : null,
  }
}

/** A second total may stand there in the currency of the books; only that of the invoice counts. */
const totalsIn = (reader: ElementReader, root: XmlElement, currency: string): XmlElement[] =>
  reader
    .all(root, 'cac:TaxTotal')
    .filter((total) =>
      reader.all(total, 'cbc:TaxAmount').some(({ attributes }) => (attributes['currencyID'] ?? currency) === currency),
    )

function taxTotal(reader: ElementReader, root: XmlElement, currency: string): number | null {
  const [total, second] = totalsIn(reader, root, currency)
  if (second) reader.refuse('LW-XML-1', 'BT-110', 'BT-110 steht mehrmals in der Rechnung. Es ist nicht klar, was gilt.')
  return reader.amount(total, 'cbc:TaxAmount', 'BT-110')
}

const taxesOf = (reader: ElementReader, root: XmlElement, currency: string): TaxGroup[] =>
  totalsIn(reader, root, currency)
    .flatMap((total) => reader.all(total, 'cac:TaxSubtotal'))
    .map((group) => ({
      category: reader.text(group, 'cac:TaxCategory/cbc:ID', 'BT-118'),
      rate: reader.rate(group, 'cac:TaxCategory/cbc:Percent', 'BT-119'),
      basis: reader.amount(group, 'cbc:TaxableAmount', 'BT-116'),
      amount: reader.amount(group, 'cbc:TaxAmount', 'BT-117'),
      exemption: reader.text(group, 'cac:TaxCategory/cbc:TaxExemptionReason', 'BT-120'),
    }))

function chargeOf(reader: ElementReader, charge: XmlElement): DocumentCharge {
  const isCharge = reader.text(charge, 'cbc:ChargeIndicator', 'BG-20') === 'true'
  return {
    isCharge,
    amount: reader.amount(charge, 'cbc:Amount', isCharge ? 'BT-99' : 'BT-92'),
    category: reader.text(charge, 'cac:TaxCategory/cbc:ID', isCharge ? 'BT-102' : 'BT-95'),
    rate: reader.rate(charge, 'cac:TaxCategory/cbc:Percent', isCharge ? 'BT-103' : 'BT-96'),
    reason: reader.text(charge, 'cbc:AllowanceChargeReason', isCharge ? 'BT-104' : 'BT-97'),
  }
}

function lineOf(reader: ElementReader, line: XmlElement, place: number, isCredit: boolean): InvoiceLine {
  const at = (term: string) => `${term} (Position ${place})`
  const quantity = reader.one(line, isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', at('BT-129'))
  const charges = reader.all(line, 'cac:AllowanceCharge')
  return {
    number: reader.text(line, 'cbc:ID', at('BT-126'), 100),
    name: reader.text(line, 'cac:Item/cbc:Name', at('BT-153')),
    description: reader.text(line, 'cac:Item/cbc:Description', at('BT-154'), 4000),
    quantity: quantity?.text ?? '',
    unit: quantity?.attributes['unitCode'] ?? '',
    price: reader.text(line, 'cac:Price/cbc:PriceAmount', at('BT-146'), 40),
    priceFor: reader.text(line, 'cac:Price/cbc:BaseQuantity', at('BT-149'), 40) || '1',
    charges: charges.reduce((sum, charge) => {
      const amount = reader.amount(charge, 'cbc:Amount', at('BT-136')) ?? 0
      return sum + (reader.text(charge, 'cbc:ChargeIndicator', at('BG-27')) === 'true' ? amount : -amount)
    }, 0),
    net: reader.amount(line, 'cbc:LineExtensionAmount', at('BT-131')),
    category: reader.text(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID', at('BT-151')),
    rate: reader.rate(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent', at('BT-152')),
    orderReference: reader.text(line, 'cac:OrderLineReference/cbc:LineID', at('BT-132'), 200),
  }
}

function attachmentOf(reader: ElementReader, reference: XmlElement): Attachment {
  const binary = reader.one(reference, 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject', 'BT-125')
  return {
    reference: reader.text(reference, 'cbc:ID', 'BT-122'),
    description: reader.text(reference, 'cbc:DocumentDescription', 'BT-123'),
    name: (binary?.attributes['filename'] ?? '').slice(0, 300),
    mediaType: (binary?.attributes['mimeCode'] ?? '').slice(0, 100),
    address: reader.text(reference, 'cac:Attachment/cac:ExternalReference/cbc:URI', 'BT-124', 2000),
    content: binary?.text ?? '',
  }
}
