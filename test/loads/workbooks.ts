// Workbooks of a running programme, as somebody fills them in, without the program they would use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal } from '#kernel/outcome.ts'
import { type ReadSheet, readWorkbookFile } from '#platform/spreadsheet/read-sheet.ts'
import { type Sheet, writeWorkbook } from '#platform/spreadsheet/write-sheet.ts'
import type { ApiClient, Reply } from '../harness/clients.ts'

export type Row = Record<string, string>
export type Book = Record<string, Row[]>

export interface Report {
  total: number
  added: number
  changed: number
  unchanged: number
  refused: { sheet: string; row: number; column: string; message: string; value: string }[]
  rows: {
    organizationId: string | null
    name: string
    isNew: boolean
    changes: { field: string; before: string; after: string }[]
    notes: string[]
  }[]
  unknownColumns: { sheet: string; column: string; header: string }[]
  ignored: string[]
  brings: Record<string, number>
}

export async function readBook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-book-'))
  writeFileSync(join(folder, 'a.xlsx'), bytes)
  const sheets = await readWorkbookFile(join(folder, 'a.xlsx'))
  rmSync(folder, { recursive: true })
  if (isRefusal(sheets)) throw new Error(sheets.refused)
  return sheets
}

/** The rows of each sheet by the names of their columns. */
export const bookOf = (sheets: readonly ReadSheet[]): Book =>
  Object.fromEntries(
    sheets.map(({ name, rows: [head = [], ...rows] }) => [
      name,
      rows.map((row) => Object.fromEntries(head.map((header, at) => [header, row[at] ?? '']))),
    ]),
  )

/** A workbook of these rows; the columns of a sheet are those that its rows name. */
export const write = (book: Book): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook(
    Object.entries(book).map(([name, rows]): Sheet => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      return {
        name,
        columns: headers.map((header) => ({ header, width: 20 })),
        rows: rows.map((row) => headers.map((header) => row[header] ?? '')),
      }
    }),
  )

export interface Sending {
  programmeId: string
  dryRun?: boolean
  mapping?: string
  addUnknown?: boolean
  name?: string
}

export async function send(
  client: ApiClient,
  content: Book | Uint8Array<ArrayBuffer> | string,
  { programmeId, dryRun = false, mapping, addUnknown = false, name = 'programm.xlsx' }: Sending,
): Promise<Reply<Report>> {
  const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : await write(content)
  const form = new FormData()
  form.set('file', new Blob([bytes]), name)
  form.set('programmeId', programmeId)
  if (mapping !== undefined) form.set('mapping', mapping)
  if (addUnknown) form.set('addUnknown', '1')
  return client.call<Report>('POST', `/enrollments/import${dryRun ? '?dryRun=1' : ''}`, form)
}

interface Listed {
  items: { id: string; key: string }[]
}

export const programmeNamed = async (client: ApiClient, key: string): Promise<string> =>
  (await client.get<Listed>('/programmes?limit=200')).body.items.find((one) => one.key === key)?.id ?? ''

export const exported = async (client: ApiClient, programmeId: string): Promise<ReadSheet[]> =>
  readBook(await client.download(`/programmes/${programmeId}/export.xlsx`))
