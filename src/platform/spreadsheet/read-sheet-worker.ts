import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import readAllSheets, { readSheet } from 'read-excel-file/node'
import { type ArchiveFault, type ArchiveParts, openArchive } from './archive.ts'
import { filledOut, sheetsOf } from './workbook-parts.ts'

export interface SheetTask {
  path: string
  /** The sheet whose name it matches; else, and when none does, the first. */
  sheet?: RegExp | undefined
  /** All of them. */
  isWhole?: boolean | undefined
}

/** One sheet of a workbook, row by row, the empty ones too. */
export interface ReadSheet {
  name: string
  isHidden: boolean
  rows: string[][]
}

type Cell = string | number | boolean | object | null | undefined

const isDate = (cell: object): cell is { toISOString(): string } =>
  Object.prototype.toString.call(cell) === '[object Date]'

/** Dates come as Date although the types of the package say otherwise. */
const text = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return isDate(cell) ? cell.toISOString().slice(0, 10) : JSON.stringify(cell)
}

/** As a German office reads it: 16100,5; a time of day has no day in Excel, which then says 1899. */
function germanText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein'
  if (typeof cell !== 'object' || cell === null || !isDate(cell)) return text(cell)
  const [day = '', time = ''] = cell.toISOString().split('T')
  if (/^(1899|190[0-3])-/.test(day)) return time.slice(0, 5)
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}

/** Its number from 1, in the order of the workbook. */
function numberOf(parts: ArchiveParts, sheet: RegExp | undefined): number {
  if (!sheet) return 1
  return (
    Math.max(
      0,
      sheetsOf(parts).findIndex(({ name }) => sheet.test(name)),
    ) + 1
  )
}

async function read({ path, sheet, isWhole }: SheetTask): Promise<string[][] | ReadSheet[] | ArchiveFault> {
  const bytes = readFileSync(path)
  const parts = openArchive(bytes)
  if (typeof parts === 'string') return parts
  try {
    if (isWhole) return await readWhole(bytes, parts)
    const rows = await readSheet(bytes, numberOf(parts, sheet))
    return rows.map((row) => row.map(text))
  } catch {
    return 'noArchive' // damaged, or no workbook at all
  }
}

async function readWhole(bytes: Buffer, parts: ArchiveParts): Promise<ReadSheet[]> {
  const known = sheetsOf(parts)
  const sheets = await readAllSheets(bytes)
  return sheets.map(({ sheet: name, data }) => {
    const { isHidden = false, path = '' } = known.find((one) => one.name === name) ?? {}
    return {
      name,
      isHidden,
      rows: filledOut(
        data.map((row) => row.map(germanText)),
        parts.get(path),
      ),
    }
  })
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await read(workerData as SheetTask))
