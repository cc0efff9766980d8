// The table of answers as somebody fills it in, without the program they would use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from '#platform/spreadsheet/read-sheet.ts'
import { writeSheet } from '#platform/spreadsheet/write-sheet.ts'
import type { ApiClient } from '../harness/clients.ts'

export type SheetRecord = Record<string, string>

export async function readBytes(bytes: Uint8Array): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-table-'))
  writeFileSync(join(folder, 'a.xlsx'), bytes)
  const rows = await readSheetFile(join(folder, 'a.xlsx'))
  rmSync(folder, { recursive: true })
  if (isRefusal(rows)) throw new Error(rows.refused)
  return rows
}

/** The rows of a check's table by the names of their columns. */
export async function tableOf(client: ApiClient, checkId: string): Promise<SheetRecord[]> {
  const [head = [], ...rows] = await readBytes(await client.download(`/assessments/${checkId}/answers.xlsx`))
  return rows.map((row) => Object.fromEntries(head.map((header, at) => [header, row[at] ?? ''])))
}

/** A workbook of these rows; the columns in the order of the first one, or in the one given. */
export const workbook = (rows: SheetRecord[], headers = Object.keys(rows[0] ?? {})): Promise<Uint8Array<ArrayBuffer>> =>
  writeSheet(
    headers.map((header) => ({ header, width: 20 })),
    rows.map((row) => headers.map((header) => row[header] ?? '')),
  )

/** The table with some rows filled in otherwise, by the id of their question. */
export const filledIn = (rows: SheetRecord[], changes: Record<string, SheetRecord>): SheetRecord[] =>
  rows.map((row) => ({ ...row, ...changes[row['Kennung'] ?? ''] }))
