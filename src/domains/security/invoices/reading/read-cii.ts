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

/** By which prefixes the names of CII (UN/CEFACT D16B) are known here. */
export const ciiPrefixes = {
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100': 'rsm',
  'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100': 'ram',
  'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100': 'udt',
  'urn:un:unece:uncefact:data:standard:QualifiedDataType:100': 'qdt',
}

/** A Cross Industry Invoice. */
export function readCii(root: XmlElement): ReadInvoice {
  const reader = new ElementReader()
  const head = reader.one(root, 'rsm:ExchangedDocument', 'BT-1')
  const trade = reader.one(root, 'rsm:SupplyChainTradeTransaction', 'BG-25')
  const agreement = reader.one(trade, 'ram:ApplicableHeaderTradeAgreement', 'BG-4')
  const delivery = reader.one(trade, 'ram:ApplicableHeaderTradeDelivery', 'BG-13')
  const settlement = reader.one(trade, 'ram:ApplicableHeaderTradeSettlement', 'BG-19')
  const means = reader.all(settlement, 'ram:SpecifiedTradeSettlementPaymentMeans')
  const terms = reader.all(settlement, 'ram:SpecifiedTradePaymentTerms')
  const currency = reader.text(settlement, 'ram:InvoiceCurrencyCode', 'BT-5')
  const document: InvoiceDocument = {
    syntax: 'cii',
    specification: reader.text(
      root,
      'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
      'BT-24',
    ),
    number: reader.text(head, 'ram:ID', 'BT-1'),
    typeCode: reader.text(head, 'ram:TypeCode', 'BT-3'),
    issuedOn: reader.day(head, 'ram:IssueDateTime/udt:DateTimeString', 'BT-2'),
    dueOn: reader.day(terms[0], 'ram:DueDateDateTime/udt:DateTimeString', 'BT-9'),
    deliveredOn: reader.day(
      delivery,
      'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString',
      'BT-72',
    ),
    periodFrom: reader.day(settlement, 'ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString', 'BT-73'),
    periodTo: reader.day(settlement, 'ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString', 'BT-74'),
    currency,
    buyerReference: reader.text(agreement, 'ram:BuyerReference', 'BT-10'),
    orderReference: reader.text(agreement, 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID', 'BT-13'),
    contractReference: reader.text(agreement, 'ram:ContractReferencedDocument/ram:IssuerAssignedID', 'BT-12'),
    preceding: reader.all(settlement, 'ram:InvoiceReferencedDocument').map((one) => ({
      number: reader.text(one, 'ram:IssuerAssignedID', 'BT-25'),
      issuedOn: reader.day(one, 'ram:FormattedIssueDateTime/qdt:DateTimeString', 'BT-26'),
    })),
    notes: reader.all(head, 'ram:IncludedNote/ram:Content').map((note) => note.text.slice(0, 4000)),
    terms: reader.text(terms[0], 'ram:Description', 'BT-20', 4000),
    seller: partyOf(reader, reader.one(agreement, 'ram:SellerTradeParty', 'BG-4'), 'seller'),
    buyer: partyOf(reader, reader.one(agreement, 'ram:BuyerTradeParty', 'BG-7'), 'buyer'),
    payee: reader.text(settlement, 'ram:PayeeTradeParty/ram:Name', 'BT-59'),
    paymentMeans: means[0]?.children.find(({ name }) => name === 'ram:TypeCode')?.text ?? '',
    iban:
      reader.all(
        settlement,
        'ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount/ram:IBANID',
      )[0]?.text ?? '',
    taxes: reader.all(settlement, 'ram:ApplicableTradeTax').map((group) => taxOf(reader, group)),
    charges: reader.all(settlement, 'ram:SpecifiedTradeAllowanceCharge').map((one) => chargeOf(reader, one)),
    totals: totalsOf(reader, settlement, currency),
    lines: reader
      .all(trade, 'ram:IncludedSupplyChainTradeLineItem')
      .map((line, place) => lineOf(reader, line, place + 1)),
    attachments: reader
      .all(agreement, 'ram:AdditionalReferencedDocument')
      .filter((one) => reader.all(one, 'ram:TypeCode').some(({ text }) => text === '916'))
      .map((one) => attachmentOf(reader, one)),
  }
  return { document, findings: reader.findings }
}

function totalsOf(
  reader: ElementReader,
  settlement: XmlElement | undefined,
  currency: string,
): InvoiceDocument['totals'] {
  const sums = reader.one(settlement, 'ram:SpecifiedTradeSettlementHeaderMonetarySummation', 'BG-22')
  const cents = (path: string, term: string) => reader.amount(sums, `ram:${path}`, term)
  // A second one may stand there in the currency of the books.
  const [tax, second] = reader
    .all(sums, 'ram:TaxTotalAmount')
    .filter(({ attributes }) => (attributes['currencyID'] ?? currency) === currency)
  if (second) reader.refuse('LW-XML-1', 'BT-110', 'BT-110 steht mehrmals in der Rechnung. Es ist nicht klar, was gilt.')
  return {
    lines: cents('LineTotalAmount', 'BT-106'),
    allowances: cents('AllowanceTotalAmount', 'BT-107'),
    charges: cents('ChargeTotalAmount', 'BT-108'),
    net: cents('TaxBasisTotalAmount', 'BT-109'),
    tax: reader.cents(tax, 'BT-110'),
    gross: cents('GrandTotalAmount', 'BT-112'),
    prepaid: cents('TotalPrepaidAmount', 'BT-113'),
    rounding: cents('RoundingAmount', 'BT-114'),
    thirdParty: null,
    payable: cents('DuePayableAmount', 'BT-115'),
  }
}

function partyOf(reader: ElementReader, party: XmlElement | undefined, side: 'seller' | 'buyer'): Party {
  const terms = partyTerms[side]
  const address = reader.one(party, 'ram:PostalTradeAddress', terms.address)
  const contact = reader.one(party, 'ram:DefinedTradeContact', terms.contact)
  const registrations = reader.all(party, 'ram:SpecifiedTaxRegistration/ram:ID')
  const registered = (scheme: string) =>
    (registrations.find(({ attributes }) => attributes['schemeID'] === scheme)?.text ?? '').slice(0, 200)
  return {
    name: reader.text(party, 'ram:Name', terms.name),
    vatId: registered('VA'),
    taxNumber: registered('FC'),
    registration: reader.text(party, 'ram:SpecifiedLegalOrganization/ram:ID', terms.registration),
    street: reader.text(address, 'ram:LineOne', terms.street),
    postcode: reader.text(address, 'ram:PostcodeCode', terms.postcode),
    city: reader.text(address, 'ram:CityName', terms.city),
    country: reader.text(address, 'ram:CountryID', terms.country),
    email: reader.text(party, 'ram:URIUniversalCommunication/ram:URIID', terms.email),
    contact: contact
      ? {
          name: reader.text(contact, 'ram:PersonName', 'BT-41') || reader.text(contact, 'ram:DepartmentName', 'BT-41'),
          phone: reader.text(contact, 'ram:TelephoneUniversalCommunication/ram:CompleteNumber', 'BT-42'),
          email: reader.text(contact, 'ram:EmailURIUniversalCommunication/ram:URIID', 'BT-43'),
        }
      : null,
  }
}

const taxOf = (reader: ElementReader, group: XmlElement): TaxGroup => ({
  category: reader.text(group, 'ram:CategoryCode', 'BT-118'),
  rate: reader.rate(group, 'ram:RateApplicablePercent', 'BT-119'),
  basis: reader.amount(group, 'ram:BasisAmount', 'BT-116'),
  amount: reader.amount(group, 'ram:CalculatedAmount', 'BT-117'),
  exemption: reader.text(group, 'ram:ExemptionReason', 'BT-120'),
})

function chargeOf(reader: ElementReader, charge: XmlElement): DocumentCharge {
  const isCharge = reader.text(charge, 'ram:ChargeIndicator/udt:Indicator', 'BG-20') === 'true'
  return {
    isCharge,
    amount: reader.amount(charge, 'ram:ActualAmount', isCharge ? 'BT-99' : 'BT-92'),
    category: reader.text(charge, 'ram:CategoryTradeTax/ram:CategoryCode', isCharge ? 'BT-102' : 'BT-95'),
    rate: reader.rate(charge, 'ram:CategoryTradeTax/ram:RateApplicablePercent', isCharge ? 'BT-103' : 'BT-96'),
    reason: reader.text(charge, 'ram:Reason', isCharge ? 'BT-104' : 'BT-97'),
  }
}

function lineOf(reader: ElementReader, line: XmlElement, place: number): InvoiceLine {
  const at = (term: string) => `${term} (Position ${place})`
  const agreement = reader.one(line, 'ram:SpecifiedLineTradeAgreement', at('BG-29'))
  const settlement = reader.one(line, 'ram:SpecifiedLineTradeSettlement', at('BG-30'))
  const quantity = reader.one(line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity', at('BT-129'))
  const price = reader.one(agreement, 'ram:NetPriceProductTradePrice', at('BT-146'))
  return {
    number: reader.text(line, 'ram:AssociatedDocumentLineDocument/ram:LineID', at('BT-126'), 100),
    name: reader.text(line, 'ram:SpecifiedTradeProduct/ram:Name', at('BT-153')),
    description: reader.text(line, 'ram:SpecifiedTradeProduct/ram:Description', at('BT-154'), 4000),
    quantity: quantity?.text ?? '',
    unit: quantity?.attributes['unitCode'] ?? '',
    price: reader.text(price, 'ram:ChargeAmount', at('BT-146'), 40),
    priceFor: reader.text(price, 'ram:BasisQuantity', at('BT-149'), 40) || '1',
    charges: reader.all(settlement, 'ram:SpecifiedTradeAllowanceCharge').reduce((sum, charge) => {
      const amount = reader.amount(charge, 'ram:ActualAmount', at('BT-136')) ?? 0
      return sum + (reader.text(charge, 'ram:ChargeIndicator/udt:Indicator', at('BG-27')) === 'true' ? amount : -amount)
    }, 0),
    net: reader.amount(
      settlement,
      'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
      at('BT-131'),
    ),
    category: reader.text(settlement, 'ram:ApplicableTradeTax/ram:CategoryCode', at('BT-151')),
    rate: reader.rate(settlement, 'ram:ApplicableTradeTax/ram:RateApplicablePercent', at('BT-152')),
    orderReference: reader.text(agreement, 'ram:BuyerOrderReferencedDocument/ram:LineID', at('BT-132'), 200),
  }
}

function attachmentOf(reader: ElementReader, reference: XmlElement): Attachment {
  const binary = reader.one(reference, 'ram:AttachmentBinaryObject', 'BT-125')
  return {
    reference: reader.text(reference, 'ram:IssuerAssignedID', 'BT-122'),
    description: reader.text(reference, 'ram:Name', 'BT-123'),
    name: (binary?.attributes['filename'] ?? '').slice(0, 300),
    mediaType: (binary?.attributes['mimeCode'] ?? '').slice(0, 100),
    address: reader.text(reference, 'ram:URIID', 'BT-124', 2000),
    content: binary?.text ?? '',
  }
}
