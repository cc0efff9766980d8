import { type Content, type Fault, faultHeader } from './table.ts'

interface FaultSheet {
  name: string
  columns: { header: string; width: number; wrap?: boolean }[]
  rows: string[][]
}

/** The wrong rows as they stood there, and what is wrong with each: to be corrected and brought in again. */
export function faultSheets({ tables }: Content, faults: readonly Fault[]): FaultSheet[] {
  const sheets = tables.flatMap(({ sheet, headers, rows }) => {
    const byRow = Map.groupBy(
      faults.filter((fault) => fault.sheet === sheet),
      ({ row }) => row,
    )
    const wrong = rows.filter(({ number }) => byRow.has(number))
    if (wrong.length === 0) return []
    return [
      {
        name: sheet,
        columns: [
          { header: faultHeader, width: 60, wrap: true },
          ...headers.map((header) => ({ header, width: Math.max(12, Math.min(header.length + 2, 30)) })),
        ],
        rows: wrong.map(({ number, cells }) => [
          (byRow.get(number) ?? []).map(({ column, row, message }) => `${column}${row}: ${message}`).join('\n'),
          ...headers.map((_, at) => cells[at] ?? ''),
        ]),
      },
    ]
  })
  return sheets.length > 0 ? sheets : [{ name: faultHeader, columns: [{ header: faultHeader, width: 40 }], rows: [] }]
}
