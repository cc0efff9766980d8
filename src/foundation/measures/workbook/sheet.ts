import { Temporal } from 'temporal-polyfill'
import { germanDate } from '#kernel/local-day.ts'
import { germanAmount } from '#kernel/money.ts'
import { plainText } from '#kernel/plain-text.ts'
import type { SheetColumn } from '#platform/spreadsheet/write-sheet.ts'
import {
  effortInWords,
  kindInWords,
  type Measure,
  type MeasureKind,
  measureKinds,
  type MeasureState,
  measureStateInWords,
  measureStates,
} from '../measure.ts'

/** What a row may change; everything else in the table is there to be read. */
export const fields = ['title', 'kind', 'state', 'dueOn', 'owner', 'effort', 'cost', 'description'] as const
export type Field = (typeof fields)[number]

export const headers: Record<Field | 'id' | 'version', string> = {
  id: 'Kennung',
  version: 'Fassung',
  title: 'Maßnahme',
  kind: 'Art',
  state: 'Stand',
  dueOn: 'Fällig am',
  owner: 'Zuständig',
  effort: 'Aufwand (Personentage)',
  cost: 'Kosten (Euro)',
  description: 'Was zu tun ist',
}

/** The table as it goes out and comes back. */
export const columns: readonly SheetColumn[] = [
  { header: headers.id, width: 10, hidden: true },
  { header: headers.version, width: 10, hidden: true },
  { header: headers.title, width: 40, wrap: true },
  { header: headers.kind, width: 18, choices: measureKinds.map(kindInWords) },
  { header: headers.state, width: 16, choices: measureStates.map(measureStateInWords) },
  { header: headers.dueOn, width: 12 },
  { header: headers.owner, width: 24 },
  { header: headers.effort, width: 14 },
  { header: headers.cost, width: 14 },
  { header: headers.description, width: 60, wrap: true },
  { header: 'Wieder prüfen am', width: 16 },
  { header: 'Bezahlt von', width: 24 },
  { header: 'Woher', width: 40, wrap: true },
]

/** The cells of one measure that can come back changed. */
export const cellsOf = ({ title, kind, state, dueOn, costCents, detail }: Measure): Record<Field, string> => ({
  title: plainText(title),
  kind: kindInWords(kind),
  state: measureStateInWords(state),
  dueOn: dueOn === null ? '' : germanDate(dueOn),
  owner: plainText(detail?.ownerName ?? ''),
  effort: detail?.effortTenths === null || !detail ? '' : effortInWords(detail.effortTenths),
  cost: costCents === null ? '' : germanAmount(costCents),
  description: plainText(detail?.description ?? ''),
})

export function rowOf(measure: Measure): string[] {
  const cells = cellsOf(measure)
  return [
    measure.id,
    String(measure.version),
    ...fields.map((field) => cells[field]),
    measure.checkOn === null ? '' : germanDate(measure.checkOn),
    measure.programmeName ?? measure.organizationName,
    measure.detail?.sources.map(({ label }) => label).join('\n') ?? '',
  ]
}

/** One row as it came, still words. */
export interface GivenRow {
  /** As the spreadsheet counts: the first below the head is 2. */
  line: number
  id: string
  version: string
  cells: Record<Field, string>
}

/** Rows by the names in the head, whatever their order; undefined where a needed column is missing, which is named. */
export function rowsOf(table: readonly string[][]): { rows: GivenRow[] } | { missing: string } {
  const [head = [], ...body] = table
  const at = (name: string): number => head.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase())
  const missing = fields.find((field) => at(headers[field]) < 0)
  if (missing) return { missing: headers[missing] }
  const cell = (row: readonly string[], name: string): string => {
    const place = at(name)
    return place < 0 ? '' : plainText(row[place] ?? '')
  }
  const rows = body.flatMap((row, index) => {
    const cells = Object.fromEntries(fields.map((field) => [field, cell(row, headers[field])])) as Record<Field, string>
    if (Object.values(cells).every((value) => value === '')) return []
    return [{ line: index + 2, id: cell(row, headers.id), version: cell(row, headers.version), cells }]
  })
  return { rows }
}

const kindOf = (text: string): MeasureKind | undefined =>
  measureKinds.find((kind) => kindInWords(kind).toLowerCase() === text.toLowerCase())
const stateOf = (text: string): MeasureState | undefined =>
  measureStates.find((state) => measureStateInWords(state).toLowerCase() === text.toLowerCase())

/** "04.12.2026", "4.12.2026", or as spreadsheets give dates: "2026-12-04". Undefined when it is no day. */
export function readDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = german ?? []
  const iso = german
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : /^(\d{4}-\d\d-\d\d)(T|$)/.exec(text)?.[1]
  if (iso === undefined) return undefined
  try {
    return Temporal.PlainDate.from(iso).toString()
  } catch {
    return undefined // the 31st of a month that has 30 days
  }
}

/** "2,5" or "2.5", in tenths. */
export function readEffort(text: string): number | undefined {
  const found = /^(\d{1,4})(?:[,.](\d))?$/.exec(text)
  return found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : undefined
}

/** "1.200", "1.200,50", and as spreadsheets give figures: "1200", "1200.5". In cents. */
export function readCost(text: string): number | undefined {
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/\s*(€|EUR)$/g, ''))
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text.replaceAll(/\s*(€|EUR)$/g, ''))
  const [, euros = '', cents = ''] = grouped ?? plain ?? []
  if (euros === '' || euros.length > 12) return undefined
  return Number(euros.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0'))
}

export const readWords = { kind: kindOf, state: stateOf }
