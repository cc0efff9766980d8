import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import { type ArchiveFault, type ArchiveParts, openArchive } from './archive.ts'

export interface SheetTask {
  path: string
  /** The sheet whose name it matches; else, and when none does, the first. */
  sheet?: RegExp | undefined
}

/** Dates come as Date although the types of the package say otherwise. */
const text = (cell: string | number | boolean | object | null | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return Object.prototype.toString.call(cell) === '[object Date]'
    ? (cell as { toISOString(): string }).toISOString().slice(0, 10)
    : JSON.stringify(cell)
}

const named = /<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"/g

/** Its number from 1, in the order of the workbook. */
function numberOf(parts: ArchiveParts, sheet: RegExp | undefined): number {
  const workbook = sheet && parts.get('xl/workbook.xml')?.toString('utf8')
  if (!workbook) return 1
  const names = [...workbook.matchAll(named)].map(([, name = '']) => name)
  return (
    Math.max(
      0,
      names.findIndex((name) => sheet.test(name)),
    ) + 1
  )
}

async function read({ path, sheet }: SheetTask): Promise<string[][] | ArchiveFault> {
  const bytes = readFileSync(path)
  const parts = openArchive(bytes)
  if (typeof parts === 'string') return parts
  try {
    const rows = await readSheet(bytes, numberOf(parts, sheet))
    return rows.map((row) => row.map(text))
  } catch {
    return 'noArchive' // damaged, or no workbook at all
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await read(workerData as SheetTask))
