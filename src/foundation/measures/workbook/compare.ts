import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Colleague } from '#foundation/identity/index.ts'
import type { MeasureChange } from '../change-measure.ts'
import { type Measure, measureStateInWords, type MeasureState, mostAtOnce, needOf } from '../measure.ts'
import {
  cellsOf,
  type Field,
  fields,
  type GivenRow,
  headers,
  readCost,
  readDay,
  readEffort,
  readWords,
} from './sheet.ts'

/** One measure that a row adds or changes. */
export interface Difference {
  line: number
  /** Undefined: it is new. */
  measure: Measure | undefined
  title: string
  /** What differs, in words: before and after. */
  told: { field: string; from: string; to: string }[]
  change: MeasureChange
  state: MeasureState | undefined
}

export interface Comparison {
  differences: Difference[]
  unchanged: number
}

export const mostRows = 1000

/** What the rows would change; a refusal names each cell that cannot be read or done. */
export function compareRows(
  rows: readonly GivenRow[],
  { measures, staff }: { measures: readonly Measure[]; staff: readonly Colleague[] },
): Outcome<Comparison> {
  if (rows.length > mostRows)
    return refuse(`Die Tabelle hat mehr als ${mostRows} Zeilen. Übernommen ist nichts.`, [
      { path: 'file', message: 'Bitte löschen Sie Zeilen, die Sie nicht ändern wollen.' },
    ])
  const errors: FieldError[] = []
  const seen = new Map<string, number>()
  const differences = rows.flatMap((row) => {
    const found = compareRow(row, { measures, staff, errors })
    const key = found?.measure?.id ?? (found ? `neu ${sortKey(found.title)}` : '')
    const before = seen.get(key)
    if (found && before !== undefined) errors.push(at(row, 'title', `Diese Maßnahme steht schon in Zeile ${before}.`))
    if (found) seen.set(key, row.line)
    return found ? [found] : []
  })
  if (errors.length > 0)
    return refuse(
      errors.length === 1
        ? 'Übernommen ist nichts: Eine Zelle passt nicht. Bitte ändern Sie die Tabelle.'
        : `Übernommen ist nichts: ${errors.length} Zellen passen nicht. Bitte ändern Sie die Tabelle.`,
      errors,
    )
  const real = differences.filter(({ measure, told }) => measure === undefined || told.length > 0)
  if (real.length > mostAtOnce)
    return refuse(
      `Auf einmal lassen sich ${mostAtOnce} Maßnahmen ändern, es wären ${real.length}. Übernommen ist nichts.`,
      [{ path: 'file', message: 'Bitte teilen Sie die Tabelle auf.' }],
    )
  return { differences: real, unchanged: differences.length - real.length }
}

const at = ({ line }: GivenRow, field: Field, message: string): FieldError => ({
  path: `zeile-${line}-${field}`,
  message: `Zeile ${line}, „${headers[field]}“: ${message}`,
})

interface Known {
  measures: readonly Measure[]
  staff: readonly Colleague[]
  errors: FieldError[]
}

function compareRow(row: GivenRow, known: Known): Difference | undefined {
  const measure = measureOf(row, known)
  if (measure === 'unknown') return undefined
  const before = measure ? cellsOf(measure) : undefined
  const changed = fields.filter((field) => row.cells[field] !== (before?.[field] ?? ''))
  const faults = known.errors.length
  const { change, state } = read(row, changed, measure, known)
  if (known.errors.length > faults) return undefined
  const told = changed
    .filter((field) => isReal(field, change, measure, state))
    .map((field) => ({ field: headers[field], from: before?.[field] ?? '', to: row.cells[field] }))
  if (measure && told.length > 0 && row.version !== '' && row.version !== String(measure.version)) {
    known.errors.push(
      at(
        row,
        'title',
        'Diese Maßnahme wurde nach der Ausgabe der Tabelle geändert. Bitte geben Sie die Tabelle neu aus.',
      ),
    )
    return undefined
  }
  return { line: row.line, measure, title: row.cells.title, told, change, state }
}

/** By its id, else by its name: so a new row that was taken already is found the second time. */
function measureOf(row: GivenRow, { measures, errors }: Known): Measure | undefined | 'unknown' {
  if (row.id !== '') {
    const found = measures.find(({ id }) => id === row.id)
    if (!found)
      errors.push(
        at(
          row,
          'title',
          'Diese Kennung gibt es bei Ihnen nicht. Für eine neue Maßnahme leeren Sie die Spalte „Kennung“.',
        ),
      )
    return found ?? 'unknown'
  }
  const named = measures.filter(({ title }) => sortKey(title) === sortKey(row.cells.title))
  if (named.length > 1) {
    errors.push(at(row, 'title', `Diesen Namen tragen ${named.length} Maßnahmen; ohne Kennung ist nicht klar, welche.`))
    return 'unknown'
  }
  return named[0]
}

/** Figures and days may be written differently and mean the same. */
function isReal(
  field: Field,
  change: MeasureChange,
  measure: Measure | undefined,
  state: MeasureState | undefined,
): boolean {
  if (!measure) return true
  switch (field) {
    case 'dueOn':
      return change.dueOn !== measure.dueOn
    case 'cost':
      return change.costCents !== measure.costCents
    case 'effort':
      return change.effortTenths !== (measure.detail?.effortTenths ?? null)
    case 'owner':
      return change.ownerId !== (measure.detail?.ownerId ?? null)
    case 'state':
      return state !== undefined && state !== measure.state
    default:
      return true
  }
}

interface Read {
  change: MeasureChange
  state: MeasureState | undefined
}

/** What a cell says, put into `read`; or why it cannot be: then a sentence. */
type Reader = (
  text: string,
  read: Read,
  row: { measure: Measure | undefined; staff: readonly Colleague[] },
) => string | undefined

const readers: Record<Field, Reader> = {
  title(text, { change }) {
    if (text.length < 3 || text.length > 200 || text.includes('\n')) return 'Drei bis 200 Zeichen in einer Zeile.'
    change.title = text
    return undefined
  },
  kind(text, { change }, { measure }) {
    change.kind = readWords.kind(text) ?? (text === '' && !measure ? 'ownWork' : undefined)
    return change.kind ? undefined : `„${text}“ ist keine Art.`
  },
  state(text, found, { measure }) {
    found.state = readWords.state(text) ?? (text === '' && !measure ? 'proposed' : undefined)
    return found.state ? wayFault(measure, found.state) : `„${text}“ ist kein Stand.`
  },
  dueOn(text, { change }) {
    change.dueOn = text === '' ? null : readDay(text)
    return change.dueOn === undefined ? `„${text}“ ist kein Tag. Zum Beispiel 04.12.2026.` : undefined
  },
  owner(text, { change }, { staff }) {
    const found = staff.filter(({ name, email }) => sortKey(name) === sortKey(text) || email === text.toLowerCase())
    change.ownerId = text === '' ? null : found[0]?.id
    if (text === '' || found.length === 1) return undefined
    return found.length === 0
      ? `„${text}“ gehört nicht zu Ihrer Organisation.`
      : `„${text}“ heißen mehrere. Bitte schreiben Sie die E-Mail-Adresse.`
  },
  effort(text, { change }) {
    change.effortTenths = text === '' ? null : readEffort(text)
    return change.effortTenths === undefined ? `„${text}“ ist keine Zahl von Tagen.` : undefined
  },
  cost(text, { change }) {
    change.costCents = text === '' ? null : readCost(text)
    return change.costCents === undefined ? `„${text}“ ist kein Betrag in Euro.` : undefined
  },
  description(text, { change }) {
    if (text.length > 8000) return 'Höchstens 8.000 Zeichen.'
    change.description = text
    return undefined
  },
}

function read(row: GivenRow, changed: readonly Field[], measure: Measure | undefined, known: Known): Read {
  const found: Read = { change: {}, state: undefined }
  for (const field of measure ? changed : fields) {
    const fault = readers[field](row.cells[field], found, { measure, staff: known.staff })
    if (fault !== undefined) known.errors.push(at(row, field, fault))
  }
  return found
}

function wayFault(measure: Measure | undefined, to: MeasureState): string | undefined {
  if (measure?.state === to) return undefined
  if (!measure)
    return to === 'proposed' || to === 'decided'
      ? undefined
      : 'Neu ist eine Maßnahme „vorgeschlagen“ oder „beschlossen“. Alles Weitere geschieht danach.'
  const need = needOf(measure.state, to)
  if (need === 'nothing') return undefined
  return need === undefined
    ? `Von „${measureStateInWords(measure.state)}“ führt kein Weg nach „${measureStateInWords(to)}“.`
    : `Für „${measureStateInWords(to)}“ brauchen wir ${need === 'proof' ? 'einen Nachweis' : 'den Grund'}. Bitte auf der Seite der Maßnahme.`
}
