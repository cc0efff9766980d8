import type { Temporal } from 'temporal-polyfill'
import { germanDate, germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { germanAmount, germanMoney } from '#kernel/money.ts'
import { type Block, type Cell, type Column, type Paper, run, words } from '#kernel/paper.ts'
import type { Books } from '../books/books.ts'
import { type Figures, openOf, type Sums, unusedOf } from '../books/figures.ts'
import { sumOfVouchers, type Voucher } from '../books/vouchers.ts'
import { partsOf } from './narrative-text.ts'
import { dueOn, keptUntil, type ProofKind, proofKindInWords } from './proof.ts'

/** Everything a proof says, of one moment. */
export interface ProofContent {
  books: Books
  figures: Figures
  vouchers: readonly Voucher[]
  narrative: string
  asOf: Temporal.Instant
}

/** As what it is frozen; undefined: a draft. */
export interface Frozen {
  kind: ProofKind
  number: number
  reason: string
  by: string
}

const moment = (at: Temporal.Instant): string => `${germanDay(localDay(at))}, ${germanTime(at)}`
const amount = (cents: number): Cell => words(germanAmount(cents))

/** The whole proof as it is printed and kept: narrative, figures, vouchers. */
export function proofPaper(content: ProofContent, frozen: Frozen | undefined): Paper {
  const { books, figures, vouchers, narrative, asOf } = content
  const title = frozen ? proofKindInWords(frozen.kind) : 'Verwendungsnachweis'
  const state = frozen ? `Version ${frozen.number}` : 'Entwurf'
  return {
    title: `${title}: ${books.programmeName}, ${state}`,
    author: books.runBy,
    subject: `${title} des Programms ${books.programmeName}`,
    madeAt: asOf.toString(),
    isArchived: true,
    head: { left: `${books.runBy} · ${books.programmeName}`, right: `Stand ${moment(asOf)}` },
    foot: `${title} · ${state}`,
    mark: frozen ? undefined : 'ENTWURF',
    blocks: [
      {
        kind: 'masthead',
        title,
        under: `${books.programmeName} · ${books.runBy}`,
        right: state,
        rightSmall: `Stand ${moment(asOf)}`,
      },
      { kind: 'pairs', items: facts(content, frozen) },
      { kind: 'heading', level: 1, text: '1 Sachbericht' },
      ...narrativeBlocks(narrative),
      { kind: 'heading', level: 1, text: '2 Zahlenmäßiger Nachweis' },
      ...figureBlocks(figures),
      { kind: 'heading', level: 1, text: '3 Belegliste', newPage: true },
      ...voucherBlocks(vouchers, figures.total),
    ],
  }
}

function facts({ books, figures, asOf }: ProofContent, frozen: Frozen | undefined): { label: string; text: string }[] {
  const { startsOn, deadline, dueMonths, keepYears } = books
  const due = dueOn(deadline, dueMonths)
  const kept = keptUntil(deadline, keepYears)
  const pairs: [string, string][] = [
    [
      'Zeitraum',
      [startsOn, deadline].every((day) => day !== null)
        ? `${germanDate(startsOn ?? '')} bis ${germanDate(deadline ?? '')}`
        : '',
    ],
    ['Vorzulegen bis', due === null ? '' : germanDate(due)],
    ['Freigegeben', germanMoney(figures.total.released)],
    ['Abgerechnet', germanMoney(figures.total.settled)],
    ['Nicht abgerechnet', germanMoney(unusedOf(figures.total))],
    ['Stand der Zahlen', `${moment(asOf)}; spätere Buchungen sind nicht enthalten`],
    ['Aufbewahrung', kept === null ? '' : `Belege bis ${germanDate(kept)} (${keepYears} Jahre nach dem Ende)`],
    ['Festgeschrieben', frozen ? `Version ${frozen.number}, ${frozen.by}` : ''],
    ['Grund der Version', frozen?.reason ?? ''],
  ]
  return pairs.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text }))
}

const narrativeBlocks = (text: string): Block[] =>
  partsOf(text).map((part): Block => {
    switch (part.kind) {
      case 'heading':
        return { kind: 'heading', level: 2, text: part.text }
      case 'list':
        return { kind: 'list', ordered: false, items: part.items.map((item) => [run(item)]) }
      case 'paragraph':
        return { kind: 'paragraph', line: [run(part.text)] }
    }
  })

const moneyColumns = (first: Column): Column[] => [
  first,
  { header: 'Freigegeben', width: 17, numeric: true },
  { header: 'Gebunden', width: 17, numeric: true },
  { header: 'Abgerechnet', width: 17, numeric: true },
  { header: 'Nicht abgerechnet', width: 17, numeric: true },
]

const moneyCells = (sums: Sums): Cell[] => [
  amount(sums.released),
  amount(openOf(sums)),
  amount(sums.settled),
  amount(unusedOf(sums)),
]

const sumRow = (total: Sums): Cell[] => [
  words(run('Summe', 'strong')),
  ...[total.released, openOf(total), total.settled, unusedOf(total)].map((cents) =>
    words(run(germanAmount(cents), 'strong')),
  ),
]

const named = (name: string, municipalities: number): string => `${name} (${municipalities})`

function figureBlocks({ total, byStage, byKind, byCounty, byMonth, byPlace }: Figures): Block[] {
  const table = (caption: string, header: string, rows: readonly { name: string; sums: Sums }[]): Block => ({
    kind: 'table',
    caption,
    columns: moneyColumns({ header, width: 32 }),
    rows: [...rows.map(({ name, sums }) => [words(name), ...moneyCells(sums)]), sumRow(total)],
  })
  return [
    {
      kind: 'paragraph',
      look: 'muted',
      line: [
        run(
          'Beträge in Euro, brutto. „Gebunden“ ist geplant, beauftragt, erbracht, abgenommen oder in Rechnung gestellt, aber nicht abgerechnet.',
        ),
      ],
    },
    table(
      'Nach Stufen des Programms',
      'Stufe',
      byStage.map(({ title, sums }) => ({ name: title, sums })),
    ),
    table(
      'Nach Art der Kommune (Anzahl)',
      'Art',
      byKind.map(({ name, municipalities, sums }) => ({ name: named(name, municipalities), sums })),
    ),
    table(
      'Nach Landkreisen (Anzahl der Kommunen)',
      'Landkreis',
      byCounty.map(({ name, municipalities, sums }) => ({ name: named(name, municipalities), sums })),
    ),
    {
      kind: 'table',
      caption: 'Nach Monaten',
      columns: [
        { header: 'Monat', width: 40 },
        { header: 'Freigegeben', width: 30, numeric: true },
        { header: 'Abgerechnet', width: 30, numeric: true },
      ],
      rows: byMonth.map(({ month, released, settled }) => [
        words(month.split('-').toReversed().join('/')),
        amount(released),
        amount(settled),
      ]),
    },
    table('Nach Kommunen', 'Kommune', byPlace),
  ]
}

/** The vouchers by municipality, each with its sum, and the sum of all: equal to what the accounts have as settled. */
export function voucherBlocks(vouchers: readonly Voucher[], total: Pick<Sums, 'settled'>): Block[] {
  const sum = sumOfVouchers(vouchers)
  if (vouchers.length === 0)
    return [{ kind: 'paragraph', line: [run('Abgerechnet ist noch nichts; es gibt keine Belege.')] }]
  const byPlace = [...Map.groupBy(vouchers, ({ organizationId }) => organizationId).values()]
  return [
    ...byPlace.flatMap((own): Block[] => [
      { kind: 'heading', level: 2, text: own[0]?.organizationName ?? '' },
      {
        kind: 'table',
        caption: `Belege: ${own[0]?.organizationName ?? ''}`,
        columns: [
          { header: 'Rechnung', width: 20 },
          { header: 'vom', width: 14 },
          { header: 'Auftrag und Leistung', width: 36 },
          { header: 'bezahlt', width: 14 },
          { header: 'Betrag', width: 16, numeric: true },
        ],
        rows: [
          ...own.map((one) => [
            words(...[one.number ?? '–', one.note].filter(Boolean)),
            words(one.issuedOn === null ? '–' : germanDate(one.issuedOn)),
            words(`${one.orderReference} · ${one.title}`, ...(one.contractorName === null ? [] : [one.contractorName])),
            words(one.settledOn === null ? '–' : germanDate(one.settledOn)),
            amount(one.amountCents),
          ]),
          [
            words(run('Summe', 'strong')),
            words(''),
            words(''),
            words(''),
            words(run(germanAmount(sumOfVouchers(own)), 'strong')),
          ],
        ],
      },
    ]),
    {
      kind: 'paragraph',
      line: [
        run(
          `Summe aller Belege: ${germanMoney(sum)}. In den Büchern abgerechnet: ${germanMoney(total.settled)}.`,
          'strong',
        ),
      ],
    },
  ]
}
