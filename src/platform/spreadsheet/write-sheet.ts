import writeXlsxFile from 'write-excel-file/node'

export interface SheetColumn {
  header: string
  /** In characters. */
  width: number
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook with one sheet of texts. Every cell is written as text, so nothing in it is ever taken for a formula. */
export async function writeSheet(
  columns: readonly SheetColumn[],
  rows: readonly string[][],
): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => row.map((value) => ({ value, type: String })))
  const file = writeXlsxFile([head, ...body], { columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 })
  return new Uint8Array(await file.toBuffer())
}
