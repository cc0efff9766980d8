import type { Finding, InvoiceDocument, InvoiceLine } from '../reading/invoice-document.ts'
import { noted, refused } from './findings.ts'

/** Kinds of documents that XRechnung knows (BR-DE-17), in words. */
export const typeCodes: Readonly<Record<string, string>> = {
  '326': 'Teilrechnung',
  '380': 'Rechnung',
  '381': 'Gutschrift',
  '384': 'Rechnungskorrektur',
  '389': 'Gutschrift im Sinne des UStG (Rechnung durch den Empfänger)',
  '875': 'Abschlagsrechnung Bau',
  '876': 'Teilschlussrechnung Bau',
  '877': 'Schlussrechnung Bau',
}

/** Invoices and credit notes are booked; everything else a person decides. */
export const isBookable = (typeCode: string): boolean => typeCode === '380' || typeCode === '381'

const given = (text: string): boolean => text !== ''

/** Terms that an invoice cannot be without: the rule that says so, where, and what is missing. */
const mandatory: readonly [
  rule: string,
  path: string,
  what: string,
  isThere: (document: InvoiceDocument) => boolean,
][] = [
  ['BR-01', 'BT-24', 'die Kennung der Spezifikation', ({ specification }) => given(specification)],
  ['BR-02', 'BT-1', 'die Rechnungsnummer', ({ number }) => given(number)],
  ['BR-03', 'BT-2', 'das Rechnungsdatum', ({ issuedOn }) => given(issuedOn)],
  ['BR-04', 'BT-3', 'die Art der Rechnung', ({ typeCode }) => given(typeCode)],
  ['BR-05', 'BT-5', 'die Währung', ({ currency }) => given(currency)],
  ['BR-06', 'BT-27', 'der Name des Rechnungsstellers', ({ seller }) => given(seller.name)],
  ['BR-07', 'BT-44', 'der Name des Empfängers', ({ buyer }) => given(buyer.name)],
  ['BR-09', 'BT-40', 'das Land des Rechnungsstellers', ({ seller }) => given(seller.country)],
  ['BR-11', 'BT-55', 'das Land des Empfängers', ({ buyer }) => given(buyer.country)],
  ['BR-12', 'BT-106', 'die Summe der Positionen', ({ totals }) => totals.lines !== null],
  ['BR-13', 'BT-109', 'der Nettobetrag', ({ totals }) => totals.net !== null],
  ['BR-14', 'BT-112', 'der Bruttobetrag', ({ totals }) => totals.gross !== null],
  ['BR-15', 'BT-115', 'der fällige Betrag', ({ totals }) => totals.payable !== null],
  ['BR-16', 'BG-25', 'jede Position', ({ lines }) => lines.length > 0],
  ['BR-CO-18', 'BG-23', 'die Aufteilung der Umsatzsteuer', ({ taxes }) => taxes.length > 0],
  ['BR-DE-15', 'BT-10', 'die Leitweg-ID des Empfängers', ({ buyerReference }) => given(buyerReference)],
]

/** What XRechnung wants besides; without it an invoice can still be read and booked. */
const wanted: typeof mandatory = [
  ['BR-DE-1', 'BG-16', 'die Angabe, wie gezahlt wird', ({ paymentMeans }) => given(paymentMeans)],
  ['BR-DE-2', 'BG-6', 'die Kontaktperson des Rechnungsstellers', ({ seller }) => seller.contact !== null],
  ['BR-DE-3', 'BT-37', 'der Ort des Rechnungsstellers', ({ seller }) => given(seller.city)],
  ['BR-DE-4', 'BT-38', 'die Postleitzahl des Rechnungsstellers', ({ seller }) => given(seller.postcode)],
  [
    'BR-DE-16',
    'BT-31',
    'die Umsatzsteuer- oder Steuernummer des Rechnungsstellers',
    ({ seller }) => given(seller.vatId) || given(seller.taxNumber),
  ],
  ['BR-DE-8', 'BT-52', 'der Ort des Empfängers', ({ buyer }) => given(buyer.city)],
  ['BR-DE-9', 'BT-53', 'die Postleitzahl des Empfängers', ({ buyer }) => given(buyer.postcode)],
]

const ofLine: readonly [rule: string, term: string, what: string, isThere: (line: InvoiceLine) => boolean][] = [
  ['BR-21', 'BT-126', 'die Nummer', ({ number }) => given(number)],
  ['BR-22', 'BT-129', 'die Menge', ({ quantity }) => given(quantity)],
  ['BR-24', 'BT-131', 'der Nettobetrag', ({ net }) => net !== null],
  ['BR-25', 'BT-153', 'die Bezeichnung', ({ name }) => given(name)],
  ['BR-26', 'BT-146', 'der Preis', ({ price }) => given(price)],
  ['BR-CO-04', 'BT-151', 'die Kategorie der Umsatzsteuer', ({ category }) => given(category)],
]

/** Whether everything is there that has to be, and of a kind that we know. */
export function checkTerms(document: InvoiceDocument): Finding[] {
  return [
    ...mandatory
      .filter(([, , , isThere]) => !isThere(document))
      .map(([rule, path, what]) => refused(rule, path, `In der Rechnung fehlt ${what} (${path}).`)),
    ...wanted
      .filter(([, , , isThere]) => !isThere(document))
      .map(([rule, path, what]) => noted(rule, path, `In der Rechnung fehlt ${what} (${path}).`)),
    ...document.lines.flatMap((line, place) =>
      ofLine
        .filter(([, , , isThere]) => !isThere(line))
        .map(([rule, term, what]) =>
          refused(rule, `${term} (Position ${place + 1})`, `In Position ${place + 1} fehlt ${what} (${term}).`),
        ),
    ),
    ...checkKind(document),
  ]
}

function checkKind({ specification, typeCode, currency, syntax }: InvoiceDocument): Finding[] {
  const findings: Finding[] = []
  if (given(specification) && !specification.startsWith('urn:cen.eu:en16931:2017'))
    findings.push(
      refused('BR-DE-21', 'BT-24', 'Die Rechnung richtet sich nicht nach EN 16931 (BT-24). Nur solche werden gelesen.'),
    )
  else if (/xrechnung_[012]\./.test(specification))
    findings.push(
      noted('BR-DE-21', 'BT-24', 'Die Rechnung richtet sich nach einer älteren Fassung von XRechnung als 3.0.'),
    )
  const kind = typeCodes[typeCode]
  if (given(typeCode) && kind === undefined)
    findings.push(
      refused('BR-DE-17', 'BT-3', `Die Art „${typeCode}“ (BT-3) kennt XRechnung nicht. Üblich sind 380 und 381.`),
    )
  if (kind !== undefined && !isBookable(typeCode))
    findings.push(
      noted(
        'LW-BT-3',
        'BT-3',
        `Diese Rechnung ist eine ${kind} (${typeCode}). Sie wird gezeigt, aber nicht gebucht; das geschieht von Hand.`,
      ),
    )
  if ((syntax === 'ublCreditNote') !== (typeCode === '381') && syntax !== 'cii' && kind !== undefined)
    findings.push(noted('BR-DE-17', 'BT-3', `Die Art ${typeCode} (BT-3) passt nicht zum Aufbau der Datei.`))
  if (given(currency) && currency !== 'EUR')
    findings.push(refused('LW-BT-5', 'BT-5', `Die Rechnung lautet auf ${currency}. Angenommen wird nur EUR (BT-5).`))
  return findings
}
