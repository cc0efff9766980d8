import { percentOf, readScaled, rounded } from '../reading/decimals.ts'
import type { Cents, Finding, InvoiceDocument, TaxGroup } from '../reading/invoice-document.ts'
import { money, noted, refused } from './findings.ts'

const sum = (amounts: readonly Cents[]): number => amounts.reduce((all: number, one) => all + (one ?? 0), 0)

/** Below one euro the rules of VAT let differences of rounding pass. */
const tolerance = 100

/** Whether the figures of the invoice agree with each other, to the cent; VAT with the tolerance of its rules. */
export const checkSums = (document: InvoiceDocument): Finding[] => [
  ...checkTotals(document),
  ...document.taxes.flatMap((group) => [...checkTax(group), ...checkBasis(document, group)]),
  ...checkGroups(document),
  ...document.lines.flatMap((line, place) => checkLine(line, place + 1)),
]

function checkTotals({ totals, lines, taxes, charges }: InvoiceDocument): Finding[] {
  const findings: Finding[] = []
  const agree = (rule: string, path: string, said: Cents, right: number, how: string) => {
    if (said !== null && said !== right)
      findings.push(
        refused(rule, path, `${path} nennt ${money(said)}. Richtig wären ${money(right)}: ${how} (${rule}).`),
      )
  }
  const { allowances, charges: surcharges, net, tax, prepaid, rounding, thirdParty } = totals
  agree('BR-CO-10', 'BT-106', totals.lines, sum(lines.map((line) => line.net)), 'die Summe der Positionen (BT-131)')
  agree(
    'BR-CO-11',
    'BT-107',
    allowances ?? 0,
    sum(charges.filter(({ isCharge }) => !isCharge).map(({ amount }) => amount)),
    'die Summe der Abzüge (BT-92)',
  )
  agree(
    'BR-CO-12',
    'BT-108',
    surcharges ?? 0,
    sum(charges.filter(({ isCharge }) => isCharge).map(({ amount }) => amount)),
    'die Summe der Zuschläge (BT-99)',
  )
  agree(
    'BR-CO-13',
    'BT-109',
    net,
    sum([totals.lines, surcharges]) - (allowances ?? 0),
    'die Summe der Positionen weniger Abzüge und mit Zuschlägen',
  )
  agree('BR-CO-14', 'BT-110', tax ?? 0, sum(taxes.map(({ amount }) => amount)), 'die Summe der Steuerbeträge (BT-117)')
  agree(
    'BR-CO-15',
    'BT-112',
    totals.gross,
    sum([net, tax]),
    `Netto ${money(net)} (BT-109) und Umsatzsteuer ${money(tax)} (BT-110)`,
  )
  agree(
    'BR-CO-16',
    'BT-115',
    totals.payable,
    sum([totals.gross, rounding, thirdParty]) - (prepaid ?? 0),
    'Brutto (BT-112) weniger Vorauszahlung (BT-113) mit Rundung (BT-114)',
  )
  return findings
}

const percent = (rate: number): string => `${(rate / 100).toLocaleString('de-DE', { maximumFractionDigits: 2 })} %`

/** Rules of VAT bear the letter of its category: BR-S-09, BR-E-09, BR-AE-09. */
const ofCategory = (category: string, number: string): string =>
  `BR-${({ K: 'IC', L: 'AF', M: 'AG' } as Record<string, string>)[category] ?? (category || 'S')}-${number}`

function checkTax({ category, rate, basis, amount }: TaxGroup): Finding[] {
  if (basis === null || amount === null)
    return [
      refused(
        'BR-45',
        basis === null ? 'BT-116' : 'BT-117',
        'In der Aufteilung der Umsatzsteuer fehlt ein Betrag (BT-116 oder BT-117).',
      ),
    ]
  const right = percentOf(basis, rate)
  const difference = Math.abs(amount - right)
  if (difference === 0) return []
  const text = `BT-117 nennt ${money(amount)}, ${percent(rate)} von ${money(basis)} (BT-116) sind ${money(right)} (BR-CO-17, ${ofCategory(category, '09')}).`
  return [difference >= tolerance ? refused('BR-CO-17', 'BT-117', text) : noted('BR-CO-17', 'BT-117', text)]
}

const isOf = ({ category, rate }: TaxGroup, one: { category: string; rate: number }): boolean =>
  one.category === category && one.rate === rate

function checkBasis({ lines, charges }: InvoiceDocument, group: TaxGroup): Finding[] {
  const right =
    sum(lines.filter((line) => isOf(group, line)).map(({ net }) => net)) +
    sum(
      charges
        .filter((charge) => isOf(group, charge))
        .map(({ isCharge, amount }) => (isCharge ? amount : -(amount ?? 0))),
    )
  const difference = Math.abs((group.basis ?? right) - right)
  if (difference === 0) return []
  const rule = ofCategory(group.category, '08')
  const text = `BT-116 nennt für ${percent(group.rate)} ${money(group.basis)}, die Positionen mit diesem Satz ergeben ${money(right)} (${rule}).`
  return [difference >= tolerance ? refused(rule, 'BT-116', text) : noted(rule, 'BT-116', text)]
}

/** Each rate of a line stands in the breakdown once: else its share of the VAT would be nowhere. */
function checkGroups({ lines, taxes }: InvoiceDocument): Finding[] {
  const missing = lines.flatMap((line, place) => {
    const groups = taxes.filter((group) => isOf(group, line)).length
    return groups === 1
      ? []
      : [
          refused(
            ofCategory(line.category, '01'),
            `BT-151 (Position ${place + 1})`,
            `Der Steuersatz ${percent(line.rate)} von Position ${place + 1} steht in der Aufteilung der Umsatzsteuer ${groups === 0 ? 'nicht' : 'mehrmals'}.`,
          ),
        ]
  })
  return missing.slice(0, 20)
}

/** Quantity times price; many programs round on the way, so a difference is said, not refused. */
function checkLine(
  { net, quantity, price, priceFor, charges }: InvoiceDocument['lines'][number],
  place: number,
): Finding[] {
  const [many, each, per] = [readScaled(quantity, 6), readScaled(price, 6), readScaled(priceFor, 6)]
  if (net === null || many === undefined || each === undefined || per === undefined || per === 0n) return []
  const right = Number(rounded(many * each * 100n, per * 1_000_000n)) + (charges ?? 0)
  return Math.abs(right - net) <= 1
    ? []
    : [
        noted(
          'LW-BT-131',
          `BT-131 (Position ${place})`,
          `Position ${place}: Menge mal Preis ergibt ${money(right)}, in Rechnung gestellt sind ${money(net)} (BT-131).`,
        ),
      ]
}
