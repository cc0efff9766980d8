import { columnLetter } from '#kernel/column-letter.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Brought } from '../load.ts'
import type { Stand } from '../stand.ts'
import { fieldsOf } from '../workbook/schemas.ts'
import { columnsOf } from '../workbook/find-tables.ts'
import { RowReader } from '../workbook/row-reader.ts'
import { type Content, type Fault, leftOut, type Mapping, type SheetKind, type Table } from '../workbook/table.ts'
import { sumOf } from '../workbook/amount.ts'
import { compareAmounts } from './compare-amounts.ts'
import { compareAppointments } from './compare-appointments.ts'
import { compareContacts } from './compare-contacts.ts'
import { compareDocuments } from './compare-documents.ts'
import { readDetails } from './read-details.ts'
import { compareState } from './compare-state.ts'
import type { Differences, UnknownColumn } from './differences.ts'
import { Comparison, type Plan } from './plan.ts'

/** What a workbook would change, held against what stands there; the same input gives the same plan. */
export function compareContent(
  ctx: Pick<Context, 'now'>,
  programme: Programme,
  stand: Stand,
  { content, mapping }: { content: Content; mapping: Mapping },
): { differences: Differences; plan: Plan } {
  const comparison = new Comparison(ctx, programme, stand, content.adds)
  const unknownColumns: UnknownColumn[] = []
  const rowsOf = new Map<SheetKind, RowReader[]>()
  for (const table of content.tables) {
    const columns = columnsOf(table.headers, fieldsOf(programme, table.kind), mapping[table.kind] ?? {})
    unknownColumns.push(...unknownIn(table, columns))
    const places = new Map(
      columns.flatMap((field, at) => (field === undefined || field === leftOut ? [] : [[field, at] as const])),
    )
    if (['ars', 'ags', 'name', 'id'].some((field) => places.has(field)))
      rowsOf.set(
        table.kind,
        table.rows.map((row) => new RowReader(table, places, row)),
      )
    else comparison.faults.push(nobodyNamed(table))
  }
  const rows = (kind: SheetKind): RowReader[] => rowsOf.get(kind) ?? []
  compareState(comparison, rows('state'), readDetails(comparison, rows('details')))
  compareContacts(comparison, rows('contacts'))
  compareAppointments(comparison, rows('appointments'))
  compareAmounts(comparison, rows('amounts'))
  compareDocuments(comparison, rows('documents'))
  return { differences: differencesOf(comparison, { unknownColumns, ignored: content.ignored }), plan: comparison.plan }
}

const nobodyNamed = ({ sheet, rows }: Table): Fault => ({
  sheet,
  row: Math.max(1, (rows[0]?.number ?? 2) - 1),
  column: 'A',
  message:
    'In diesem Blatt ist keine Spalte mit Schlüssel oder Name erkannt, es wird nicht gelesen. Bitte ordnen Sie die Spalten zu.',
  value: '',
})

const unknownIn = ({ kind, sheet, headers, rows }: Table, columns: readonly (string | undefined)[]): UnknownColumn[] =>
  columns.flatMap((field, at) => {
    if (field !== undefined) return []
    const samples = new Set(rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''))
    return samples.size === 0
      ? []
      : [
          {
            kind,
            sheet,
            column: columnLetter(at),
            header: headers[at] ?? '',
            samples: [...samples].slice(0, 3).map((sample) => sample.slice(0, 60)),
          },
        ]
  })

function differencesOf(
  { found, faults, plan }: Comparison,
  rest: Pick<Differences, 'unknownColumns' | 'ignored'>,
): Differences {
  const all = [...found.values()]
  const added = all.filter(({ isNew }) => isNew).length
  const changed = all.filter(({ isNew, changes }) => !isNew && changes.length > 0).length
  return {
    total: all.length,
    added,
    changed,
    unchanged: all.length - added - changed,
    refused: faults,
    rows: all.filter(({ changes, notes }) => changes.length > 0 || notes.length > 0),
    ...rest,
    brings: broughtBy(plan, added),
  }
}

const broughtBy = ({ wanted, roads, contacts, appointments, amounts, documents }: Plan, added: number): Brought => ({
  municipalities: wanted.size,
  roads: added,
  steps: roads.reduce((sum, { steps }) => sum + steps.length, 0),
  contacts: contacts.length,
  appointments: appointments.length,
  amounts: amounts.length,
  documents: documents.length,
  amountCents: amounts.reduce((sum, one) => sum + sumOf(one), 0),
})
