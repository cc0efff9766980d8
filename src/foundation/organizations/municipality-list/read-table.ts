import { CsvError, parse } from 'csv-parse/sync'

import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'

import type { Faults } from './faults.ts'

export const maxRows = 20_000
const maxColumns = 200

/** A line of the table with its cells by column name; white space around cells is gone. */
export interface Line {
  line: number
  cells: ReadonlyMap<string, string>
}

interface RawLine {
  line: number
  cells: string[]
}

const required = ['ars', 'name', 'typ']
const delimiters = [';', ',', '\t']

const columnNames = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim().toLowerCase())

/** The delimiter whose header has the columns we need; the semicolon, as in German spreadsheets, when none has. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0].replaceAll('"', '') ?? ''
  const fits = (delimiter: string) => {
    const names = columnNames(header.split(delimiter))
    return required.every((name) => names.includes(name))
  }
  return delimiters.find(fits) ?? ';'
}

/** Lines count where they begin: a quoted cell may hold line breaks, a quote that never closes swallows the rest. */
function split(text: string): Outcome<RawLine[]> {
  const lines: RawLine[] = []
  let begins = 1
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells, { lines: ends }) => {
        // One line more than allowed is kept, so that it can be refused; `to` would count empty lines and cut a list short.
        if (lines.length < maxRows + 2 && cells.some((cell) => cell.trim() !== ''))
          lines.push({ line: begins, cells: cells.map((cell) => cell.trim()) })
        begins = ends + 1
        return null
      },
    })
    return lines
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(
      `Die Liste wurde nicht übernommen: In Zeile ${begins} sind die Anführungszeichen nicht paarig. Bitte berichtigen Sie die Zeile und laden Sie die Datei erneut hoch.`,
      [{ path: `Zeile ${begins}`, message: 'Hier sind die Anführungszeichen nicht paarig.' }],
    )
  }
}

function headerProblem(columns: readonly string[]): string | null {
  if (columns.length > maxColumns) return `Sie hat mehr als ${maxColumns} Spalten. Bitte wählen Sie eine andere Datei.`
  const missing = required.filter((name) => !columns.includes(name))
  if (missing.length > 0)
    return `In der Kopfzeile ${missing.length === 1 ? 'fehlt die Spalte' : 'fehlen die Spalten'} ${missing.join(', ')}. Bitte benennen Sie die Spalten wie in der amtlichen Liste (ars;ags;name;typ).`
  const doubled = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  return doubled === undefined
    ? null
    : `In der Kopfzeile steht die Spalte „${doubled.slice(0, 60)}“ zweimal. Bitte entfernen Sie eine davon.`
}

/** Text of a CSV file to lines by column name. Lines with too few or too many cells go to `faults` and are left out. */
export function readTable(text: string, faults: Faults): Outcome<Line[]> {
  const lines = split(text)
  if (isRefusal(lines)) return lines
  const [header, ...rows] = lines
  if (!header) return refuse('Die Liste wurde nicht übernommen: Sie ist leer. Bitte wählen Sie eine andere Datei.')
  const columns = columnNames(header.cells)
  const problem = headerProblem(columns)
  if (problem) return refuse(`Die Liste wurde nicht übernommen: ${problem}`)
  if (rows.length > maxRows)
    return refuse('Die Liste wurde nicht übernommen: Sie hat mehr als 20.000 Zeilen. Bitte teilen Sie sie auf.')
  return rows.flatMap(({ line, cells }) => {
    const surplus = cells.slice(columns.length).some((cell) => cell !== '')
    if (cells.length < columns.length || surplus) {
      faults.add(line, null, `stehen Werte für ${cells.length} statt ${columns.length} Spalten`)
      return []
    }
    return [{ line, cells: new Map(columns.map((name, index) => [name, cells[index] ?? ''])) }]
  })
}
