import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readWorkbookFile } from '#platform/spreadsheet/read-sheet.ts'
import { type RawSheet, sheetNames, type Workbook } from './workbook/table.ts'

export const workbookLimit = 16 * 1024 * 1024
const mostRows = 20_000
const mostColumns = 500

/** The uploaded workbook, read in a worker thread before any transaction; a CSV is the list of municipalities alone. */
export async function prepareWorkbook({ files }: Incoming): Promise<{ workbook: Outcome<Workbook> }> {
  const file = files['file']
  if (!file || file.size === 0)
    return {
      workbook: refuse('Es ist keine Datei angekommen. Gespeichert wurde nichts.', [
        { path: 'file', message: 'Bitte wählen Sie die Tabelle aus (XLSX oder CSV).' },
      ]),
    }
  const fileName =
    file.name
      .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
      .trim()
      .slice(-120) || 'Tabelle'
  const bytes = await readFile(file.path)
  const sheets = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readWorkbookFile(file.path) : readCsv(bytes)
  return { workbook: isRefusal(sheets) ? sheets : within({ fileName, sheets }) }
}

function within(workbook: Workbook): Outcome<Workbook> {
  const long = workbook.sheets.find(({ rows }) => rows.length > mostRows)
  const wide = workbook.sheets.find(({ rows }) => rows.some((row) => row.length > mostColumns))
  if (!long && !wide) return workbook
  const what = long
    ? `„${long.name}“ hat mehr als ${mostRows / 1000}.000 Zeilen`
    : `„${wide?.name ?? ''}“ hat mehr als ${mostColumns} Spalten`
  return refuse(`Das Blatt ${what} und wurde nicht gelesen. Gespeichert wurde nichts.`, [
    { path: 'file', message: 'Bitte löschen Sie, was nicht zur Liste gehört, oder teilen Sie sie auf.' },
  ])
}

const foreign = (): Outcome<never> =>
  refuse('Diese Datei ist weder eine Excel-Tabelle (XLSX) noch eine CSV-Datei. Gespeichert wurde nichts.', [
    { path: 'file', message: 'Bitte speichern Sie die Tabelle als XLSX und wählen Sie sie noch einmal aus.' },
  ])

/** As Excel saves it: UTF-8 with or without its mark, or Windows-1252; semicolons, else commas or tabs. */
function readCsv(bytes: Buffer): Outcome<RawSheet[]> {
  if (bytes.includes(0)) return foreign()
  const text = decoded(bytes).replace(/^\ufeff/, '')
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      to: mostRows + 1,
    })
    return rows.some((row) => row.length > 1) ? [{ name: sheetNames.state, isHidden: false, rows }] : foreign()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse('In dieser CSV-Datei sind die Anführungszeichen nicht paarig. Gespeichert wurde nichts.', [
      { path: 'file', message: 'Bitte speichern Sie die Tabelle noch einmal, am besten als XLSX.' },
    ])
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Which occurs most in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000)
  const [best = ';'] = [';', '\t', ','].toSorted((a, b) => head.split(b).length - head.split(a).length)
  return best
}
