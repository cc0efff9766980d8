import { Worker } from 'node:worker_threads'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { type ArchiveFault, archiveLimits } from './archive.ts'
import type { ReadSheet, SheetTask } from './read-sheet-worker.ts'

export type { ReadSheet }

/** A cell as text: figures as they stand there, formulas by their value, dates in ISO form, nothing as ''. */
export type SheetRow = string[]

const timeoutMs = 10_000

const tooLarge = () =>
  refuse('Diese Tabelle ist ausgepackt zu groß und wurde nicht gelesen. Gespeichert wurde nichts.', [
    { path: 'file', message: 'Bitte löschen Sie leere Zeilen, Bilder und weitere Blätter.' },
  ])

const refusals: Record<ArchiveFault, () => Refusal> = {
  noArchive: () =>
    refuse('Diese Datei lässt sich nicht als Excel-Tabelle (XLSX) lesen. Gespeichert wurde nichts.', [
      { path: 'file', message: 'Bitte speichern Sie die Tabelle als XLSX und wählen Sie sie noch einmal aus.' },
    ]),
  tooLarge,
  tooManyRows: () =>
    refuse(
      `Diese Tabelle hat mehr als ${archiveLimits.rows / 1000}.000 Zeilen oder ${archiveLimits.cells / 1_000_000} Million Zellen und wurde nicht gelesen. Gespeichert wurde nichts.`,
      [{ path: 'file', message: 'Bitte löschen Sie leere Zeilen unter der Tabelle, oder teilen Sie die Liste auf.' }],
    ),
  foreignXml: () =>
    refuse(
      'Diese Tabelle enthält Anweisungen, die Excel nicht schreibt, und wurde nicht gelesen. Gespeichert wurde nichts.',
      [{ path: 'file', message: 'Bitte öffnen Sie die Tabelle in Excel und speichern Sie sie dort neu als XLSX.' }],
    ),
}

/**
 * A sheet of an XLSX file (the first, or the one whose name matches), read in a worker thread: a hostile or huge file ends in a refusal
 * and holds up nobody. Limits of entries, unpacked size, ratio, rows and cells are in `archive.ts`.
 */
export const readSheetFile = (path: string, sheet?: RegExp): Promise<Outcome<SheetRow[]>> =>
  inWorker<SheetRow[]>({ path, sheet })

/** All sheets, hidden ones marked, merged cells filled downwards; figures with a decimal comma, yes and no in German. */
export const readWorkbookFile = (path: string): Promise<Outcome<ReadSheet[]>> =>
  inWorker<ReadSheet[]>({ path, isWhole: true })

function inWorker<Result extends unknown[]>(task: SheetTask): Promise<Outcome<Result>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(entry, import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const finish = (outcome: Outcome<Result>): void => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(tooLarge()), timeoutMs)
    worker.once('message', (read: Result | ArchiveFault) => finish(Array.isArray(read) ? read : refusals[read]()))
    worker.once('error', () => finish(refusals.noArchive()))
    worker.once('exit', () => finish(refusals.noArchive()))
  })
}

const entry = import.meta.url.endsWith('.ts') ? './read-sheet-worker.ts' : './read-sheet-worker.js'
