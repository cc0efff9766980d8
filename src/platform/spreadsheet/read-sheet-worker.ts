import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

/** Dates come as Date although the types of the package say otherwise. */
const text = (cell: string | number | boolean | object | null | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return Object.prototype.toString.call(cell) === '[object Date]'
    ? (cell as { toISOString(): string }).toISOString().slice(0, 10)
    : JSON.stringify(cell)
}

async function read(path: string): Promise<string[][] | null> {
  try {
    const rows = await readSheet(readFileSync(path))
    return rows.map((row) => row.map(text))
  } catch {
    return null // damaged, or no workbook at all
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await read(String(workerData)))
