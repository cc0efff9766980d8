import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Field, headerKey } from './field.ts'
import {
  type Content,
  faultHeader,
  leftOut,
  type Mapping,
  noteSheet,
  type RawSheet,
  type SheetKind,
  type Table,
} from './table.ts'

/** How sheets are called, as `headerKey`. */
const sheetWords: readonly [SheetKind, RegExp][] = [
  ['details', /^(schritte|details)/],
  ['contacts', /kontakt|ansprech|personen/],
  ['appointments', /termin|kalender/],
  ['amounts', /betra|budget|geld|mittel|finanz|kosten/],
  ['documents', /unterlage|dokument/],
  ['state', /stand|kommune|ubersicht|uebersicht|teilnehm|gesamt|liste|status/],
]

/** How far down a head may stand, below titles and logos. */
const headWithin = 20

/** The sheets of a workbook by what they are about; the first that is about nothing we know is the list of municipalities, unless there is one. */
export function findTables(
  fieldsOf: (kind: SheetKind) => readonly Field[],
  sheets: readonly RawSheet[],
  { mapping, adds }: { mapping: Mapping; adds: boolean },
): Outcome<Content> {
  const ignored: string[] = []
  const readable = sheets.filter(({ name, isHidden, rows }) => {
    if (headerKey(name) === headerKey(noteSheet)) return false
    if (isHidden) ignored.push(`„${name}“ ist ausgeblendet`)
    else if (rows.every((row) => row.every((cell) => cell.trim() === ''))) ignored.push(`„${name}“ ist leer`)
    else return true
    return false
  })
  const kinds = kindsOf(readable, ignored)
  const tables = readable.flatMap((sheet) => {
    const kind = kinds.get(sheet)
    return kind ? [tableOf(sheet, kind, fieldsOf(kind), mapping[kind] ?? {})] : []
  })
  if (tables.length === 0)
    return refuse('In dieser Datei steht keine Tabelle. Gespeichert wurde nichts.', [
      { path: 'file', message: 'Bitte wählen Sie die ausgefüllte Vorlage oder Ihre eigene Tabelle.' },
    ])
  return { tables, ignored, adds }
}

function kindsOf(sheets: readonly RawSheet[], ignored: string[]): Map<RawSheet, SheetKind> {
  const kinds = new Map<RawSheet, SheetKind>()
  const taken = new Set<SheetKind>()
  for (const sheet of sheets) {
    const kind = sheetWords.find(([, words]) => words.test(headerKey(sheet.name)))?.[0]
    if (kind && !taken.has(kind)) {
      kinds.set(sheet, kind)
      taken.add(kind)
    }
  }
  for (const sheet of sheets) {
    if (kinds.has(sheet)) continue
    if (taken.has('state')) ignored.push(`„${sheet.name}“ wird nicht gelesen, ihr Name sagt nicht, worum es geht`)
    else {
      kinds.set(sheet, 'state')
      taken.add('state')
    }
  }
  return kinds
}

/** The head is the row that knows most columns; where none does, the first with several texts. */
function tableOf(
  { name, rows }: RawSheet,
  kind: SheetKind,
  fields: readonly Field[],
  known: Record<string, string>,
): Table {
  let [best, most] = [0, -1]
  for (const [at, row] of rows.slice(0, headWithin).entries()) {
    const recognized = columnsOf(row, fields, known).filter((column) => column !== undefined).length
    const filled = row.filter((cell) => cell.trim() !== '').length
    const score = recognized * 1000 + (filled > 1 ? filled : 0)
    if (score > most) [best, most] = [at, score]
  }
  return {
    kind,
    sheet: name,
    headers: (rows[best] ?? []).map((cell) => cell.trim()),
    rows: rows.slice(best + 1).flatMap((cells, at) => {
      const trimmed = cells.map((cell) => cell.replaceAll(/\r\n?/g, '\n').trim())
      return trimmed.some((cell) => cell !== '') ? [{ number: best + at + 2, cells: trimmed }] : []
    }),
  }
}

/** Which field each column fills; undefined where nobody knows, `leftOut` where somebody said so or another column fills it. */
export function columnsOf(
  headers: readonly string[],
  fields: readonly Field[],
  known: Record<string, string>,
): (string | undefined)[] {
  const taken = new Set<string>()
  return headers.map((header) => {
    const key = headerKey(header)
    // The column of a list of wrong rows that comes back corrected.
    if (key === '' || key === headerKey(faultHeader)) return leftOut
    const found = known[key] ?? recognized(key, fields)
    if (found === undefined || found === leftOut) return found
    if (taken.has(found) || !fields.some((field) => field.key === found)) return undefined
    taken.add(found)
    return found
  })
}

const recognized = (key: string, fields: readonly Field[]): string | undefined =>
  (
    fields.find(({ title }) => headerKey(title) === key) ??
    fields.find((field) => headerKey(field.key) === key) ??
    fields.find(({ words }) => words.includes(key))
  )?.key
