import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { readSheetFile } from '#platform/spreadsheet/read-sheet.ts'
import type { PreparedCatalog } from '../prepared-catalog.ts'
import { readWorkbook, type Workbook } from './read-workbook.ts'
import { workbookCatalog, workbookHash } from './workbook-catalog.ts'

const gzip = promisify(gzipCallback)

/** The sheet of the official tool; a copy may have more sheets, or call it otherwise. */
const sheetName = /dokumentation/i

async function readFileOfWorkbook(path: string): Promise<Outcome<Workbook>> {
  const rows = await readSheetFile(path, sheetName)
  return isRefusal(rows) ? rows : readWorkbook(rows)
}

/** The workbook of WiBA as a catalog. What a municipality filled in is left out, and the file itself is not kept. */
export async function prepareWorkbook(path: string): Promise<Outcome<PreparedCatalog>> {
  const workbook = await readFileOfWorkbook(path)
  if (isRefusal(workbook)) return workbook
  const made = workbookCatalog(workbook)
  if (isRefusal(made)) return made
  const { catalog, document } = made
  return {
    catalog,
    origin: 'workbook',
    digests: {},
    gzip: await gzip(document, { level: 1 }),
    resolved: null,
    sources: [],
  }
}

/** What a municipality filled in, and the hash of the catalog it belongs to. Read before any transaction. */
export async function prepareWorkbookAnswers(
  path: string,
): Promise<Outcome<{ sha256: string; questions: Workbook['questions'] }>> {
  const workbook = await readFileOfWorkbook(path)
  return isRefusal(workbook) ? workbook : { sha256: workbookHash(workbook), questions: workbook.questions }
}
