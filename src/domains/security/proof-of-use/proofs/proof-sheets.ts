import { germanDate } from '#kernel/local-day.ts'
import { germanAmount } from '#kernel/money.ts'
import { states, stateInWords } from '../books/books.ts'
import type { Figures, Share, Sums } from '../books/figures.ts'
import type { Voucher } from '../books/vouchers.ts'
import { partsOf } from './narrative-text.ts'
import type { ProofContent } from './proof-paper.ts'

/** A sheet of texts, as the workbook takes it. */
interface Sheet {
  name: string
  columns: { header: string; width: number; wrap?: boolean }[]
  rows: string[][]
}

/** The proof as a workbook: narrative, figures in every cut, vouchers. */
export const proofSheets = ({ narrative, figures, vouchers }: ProofContent): Sheet[] => [
  {
    name: 'Sachbericht',
    columns: [{ header: 'Sachbericht', width: 120, wrap: true }],
    rows: partsOf(narrative).flatMap((part) =>
      part.kind === 'list' ? part.items.map((item) => [`– ${item}`]) : [[part.text]],
    ),
  },
  sharesSheet('Kommunen', 'Kommune', figures.byPlace, figures.total),
  {
    name: 'Stufen',
    columns: [{ header: 'Stufe', width: 28 }, ...sumColumns],
    rows: [
      ...figures.byStage.map(({ title, sums }) => [title, ...sumCells(sums)]),
      ['Summe', ...sumCells(figures.total)],
    ],
  },
  sharesSheet('Arten', 'Art', figures.byKind, figures.total),
  sharesSheet('Landkreise', 'Landkreis', figures.byCounty, figures.total),
  {
    name: 'Monate',
    columns: [
      { header: 'Monat', width: 12 },
      { header: 'Freigegeben', width: 16 },
      { header: 'Abgerechnet', width: 16 },
    ],
    rows: figures.byMonth.map(({ month, released, settled }) => [month, germanAmount(released), germanAmount(settled)]),
  },
  voucherSheet(vouchers),
]

export const sumColumns = ['Freigegeben', ...states.map(stateInWords)].map((header) => ({ header, width: 16 }))

export const sumCells = (sums: Sums): string[] => [
  germanAmount(sums.released),
  ...states.map((state) => germanAmount(sums[state])),
]

const sharesSheet = (name: string, header: string, shares: readonly Share[], total: Figures['total']): Sheet => ({
  name,
  columns: [{ header, width: 36 }, { header: 'Anzahl', width: 8 }, ...sumColumns],
  rows: [
    ...shares.map(({ name: label, municipalities, sums }) => [label, String(municipalities), ...sumCells(sums)]),
    ['Summe', String(shares.reduce((sum, { municipalities }) => sum + municipalities, 0)), ...sumCells(total)],
  ],
})

const day = (text: string | null): string => (text === null ? '' : germanDate(text))

export const voucherSheet = (vouchers: readonly Voucher[]): Sheet => ({
  name: 'Belege',
  columns: [
    { header: 'Kommune', width: 34 },
    { header: 'Auftrag', width: 16 },
    { header: 'Leistung', width: 36, wrap: true },
    { header: 'Dienstleister', width: 24 },
    { header: 'Rechnung', width: 20 },
    { header: 'vom', width: 12 },
    { header: 'bezahlt', width: 12 },
    { header: 'Betrag', width: 16 },
    { header: 'Hinweis', width: 30, wrap: true },
  ],
  rows: [
    ...vouchers.map((one) => [
      one.organizationName,
      one.orderReference,
      one.title,
      one.contractorName ?? '',
      one.number ?? '',
      day(one.issuedOn),
      day(one.settledOn),
      germanAmount(one.amountCents),
      one.note,
    ]),
    ['Summe', '', '', '', '', '', '', germanAmount(vouchers.reduce((sum, one) => sum + one.amountCents, 0)), ''],
  ],
})
