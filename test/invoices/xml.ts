// Electronic invoices in three syntaxes, written for tests: right unless a test says otherwise.

export interface LineWish {
  name: string
  /** In cents. */
  net: number
  /** In percent. */
  rate?: number
  order?: string
}

export interface InvoiceWish {
  number: string
  typeCode?: string
  buyerReference?: string
  order?: string
  preceding?: string
  issuedOn?: string
  seller?: string
  vatId?: string
  iban?: string
  lines: readonly LineWish[]
  prepaid?: number
  allowance?: number
  /** Pieces of the finished text that are replaced. */
  replace?: readonly (readonly [from: string | RegExp, to: string])[]
  attachment?: { name: string; mediaType: string; content: string }
}

const money = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const replaced = (text: string, replace: InvoiceWish['replace'] = []): string =>
  replace.reduce((all, [from, to]) => all.replace(from, to), text)

interface Sums {
  groups: { rate: number; basis: number; tax: number }[]
  lines: number
  net: number
  tax: number
  gross: number
  payable: number
}

/** The allowance lessens the first rate. */
function sumsOf({ lines, allowance = 0, prepaid = 0 }: InvoiceWish): Sums {
  const rates = [...new Set(lines.map(({ rate = 19 }) => rate))]
  const groups = rates.map((rate, place) => {
    const basis =
      lines.filter((line) => (line.rate ?? 19) === rate).reduce((sum, { net }) => sum + net, 0) -
      (place === 0 ? allowance : 0)
    return { rate, basis, tax: Math.round((basis * rate) / 100) }
  })
  const sum = lines.reduce((all, { net }) => all + net, 0)
  const [net, tax] = [sum - allowance, groups.reduce((all, group) => all + group.tax, 0)]
  return { groups, lines: sum, net, tax, gross: net + tax, payable: net + tax - prepaid }
}

const category = (rate: number): string => (rate === 0 ? 'E' : 'S')
const amount = (name: string, cents: number): string => `<cbc:${name} currencyID="EUR">${money(cents)}</cbc:${name}>`
const taxOf = (rate: number, name = 'TaxCategory'): string =>
  `<cac:${name}><cbc:ID>${category(rate)}</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`

/** UBL: an Invoice, or a CreditNote where the type is 381. */
export function ubl(wish: InvoiceWish): string {
  const { number, typeCode = '380', buyerReference = '15999-VERBUND-95', issuedOn = '2026-11-16', lines } = wish
  const { seller = 'Prüfhaus GmbH', vatId = 'DE123456788', iban = 'DE02120300000000202051' } = wish
  const sums = sumsOf(wish)
  const kind = typeCode === '381' ? 'CreditNote' : 'Invoice'
  const line = (one: LineWish, place: number): string => {
    const quantity = kind === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'
    return `<cac:${kind}Line><cbc:ID>${place + 1}</cbc:ID><cbc:${quantity} unitCode="C62">1</cbc:${quantity}>${amount('LineExtensionAmount', one.net)}${
      one.order === undefined
        ? ''
        : `<cac:OrderLineReference><cbc:LineID>${one.order}</cbc:LineID></cac:OrderLineReference>`
    }<cac:Item><cbc:Name>${escaped(one.name)}</cbc:Name>${taxOf(one.rate ?? 19, 'ClassifiedTaxCategory')}</cac:Item><cac:Price>${amount('PriceAmount', one.net)}</cac:Price></cac:${kind}Line>`
  }
  const attached = wish.attachment
    ? `<cac:AdditionalDocumentReference><cbc:ID>Nachweis</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="${wish.attachment.mediaType}" filename="${wish.attachment.name}">${Buffer.from(wish.attachment.content).toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`
    : ''
  return replaced(
    `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${kind}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
<cbc:ID>${number}</cbc:ID>
<cbc:IssueDate>${issuedOn}</cbc:IssueDate>
<cbc:${kind}TypeCode>${typeCode}</cbc:${kind}TypeCode>
<cbc:Note>Prüfung &amp; Bericht</cbc:Note>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>${buyerReference}</cbc:BuyerReference>
${wish.order === undefined ? '' : `<cac:OrderReference><cbc:ID>${wish.order}</cbc:ID></cac:OrderReference>`}
${wish.preceding === undefined ? '' : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${wish.preceding}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`}
${attached}<cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cbc:StreetName>Prüfweg 1</cbc:StreetName><cbc:CityName>Prüfstadt</cbc:CityName><cbc:PostalZone>39100</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${escaped(seller)}</cbc:RegistrationName></cac:PartyLegalEntity><cac:Contact><cbc:Name>Büro</cbc:Name><cbc:Telephone>+49 391 990</cbc:Telephone><cbc:ElectronicMail>buero@pruefhaus.example</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PostalAddress><cbc:CityName>Elbe</cbc:CityName><cbc:PostalZone>39101</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>Kommunalverbund Elbe-Saale eG</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>${iban === '' ? '' : `<cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID></cac:PayeeFinancialAccount>`}</cac:PaymentMeans>
${wish.allowance === undefined ? '' : `<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Rabatt</cbc:AllowanceChargeReason>${amount('Amount', wish.allowance)}${taxOf(lines[0]?.rate ?? 19)}</cac:AllowanceCharge>`}
<cac:TaxTotal>${amount('TaxAmount', sums.tax)}${sums.groups
      .map(
        ({ rate, basis, tax }) =>
          `<cac:TaxSubtotal>${amount('TaxableAmount', basis)}${amount('TaxAmount', tax)}${taxOf(rate)}</cac:TaxSubtotal>`,
      )
      .join('')}</cac:TaxTotal>
<cac:LegalMonetaryTotal>${amount('LineExtensionAmount', sums.lines)}${amount('TaxExclusiveAmount', sums.net)}${amount('TaxInclusiveAmount', sums.gross)}${
      wish.allowance === undefined ? '' : amount('AllowanceTotalAmount', wish.allowance)
    }${wish.prepaid === undefined ? '' : amount('PrepaidAmount', wish.prepaid)}${amount('PayableAmount', sums.payable)}</cac:LegalMonetaryTotal>
${lines.map(line).join('\n')}
</${kind}>
`,
    wish.replace,
  )
}

/** CII: the same figures in the other syntax. */
export function cii(wish: InvoiceWish): string {
  const { number, typeCode = '380', buyerReference = '15999-VERBUND-95', issuedOn = '2026-11-16', lines } = wish
  const { seller = 'Prüfhaus GmbH', vatId = 'DE123456788', iban = 'DE02120300000000202051' } = wish
  const sums = sumsOf(wish)
  const tax = (rate: number): string =>
    `<ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>${category(rate)}</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent>`
  const line = (one: LineWish, place: number): string =>
    `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${place + 1}</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>${escaped(one.name)}</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement>${
      one.order === undefined
        ? ''
        : `<ram:BuyerOrderReferencedDocument><ram:LineID>${one.order}</ram:LineID></ram:BuyerOrderReferencedDocument>`
    }<ram:NetPriceProductTradePrice><ram:ChargeAmount>${money(one.net)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">1</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax>${tax(one.rate ?? 19)}</ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${money(one.net)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`
  return replaced(
    `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>${typeCode}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">${issuedOn.replaceAll('-', '')}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${lines.map(line).join('\n')}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>${buyerReference}</ram:BuyerReference><ram:SellerTradeParty><ram:Name>${escaped(seller)}</ram:Name><ram:DefinedTradeContact><ram:PersonName>Büro</ram:PersonName></ram:DefinedTradeContact><ram:PostalTradeAddress><ram:PostcodeCode>39100</ram:PostcodeCode><ram:CityName>Prüfstadt</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Kommunalverbund Elbe-Saale eG</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>39101</ram:PostcodeCode><ram:CityName>Elbe</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress></ram:BuyerTradeParty>${
      wish.order === undefined
        ? ''
        : `<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>${wish.order}</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>`
    }</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>${sums.groups
      .map(
        ({ rate, basis, tax: cents }) =>
          `<ram:ApplicableTradeTax><ram:CalculatedAmount>${money(cents)}</ram:CalculatedAmount>${tax(rate).replace('</ram:TypeCode>', `</ram:TypeCode><ram:BasisAmount>${money(basis)}</ram:BasisAmount>`)}</ram:ApplicableTradeTax>`,
      )
      .join(
        '',
      )}<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${money(sums.lines)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${money(sums.net)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${money(sums.tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${money(sums.gross)}</ram:GrandTotalAmount><ram:DuePayableAmount>${money(sums.payable)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>${
      wish.preceding === undefined
        ? ''
        : `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${wish.preceding}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`
    }</ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`,
    wish.replace,
  )
}
