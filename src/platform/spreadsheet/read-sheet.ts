import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { unpackedSize } from './unpacked-size.ts'

/** A cell as text: figures as they stand there, dates in ISO form, nothing as ''. */
export type SheetRow = string[]

const mostUnpacked = 64 * 1024 * 1024
const timeoutMs = 10_000

const unreadable = () =>
  refuse('Diese Datei lässt sich nicht als Excel-Tabelle (XLSX) lesen. Gespeichert wurde nichts.', [
    { path: 'file', message: 'Bitte speichern Sie die Tabelle als XLSX und wählen Sie sie noch einmal aus.' },
  ])

const tooLarge = () =>
  refuse('Diese Tabelle ist ausgepackt zu groß und wurde nicht gelesen. Gespeichert wurde nichts.', [
    { path: 'file', message: 'Bitte löschen Sie leere Zeilen, Bilder und weitere Blätter.' },
  ])

/** The first sheet of an XLSX file, read in a worker thread: a hostile or huge file ends in a refusal and holds up nobody. */
export async function readSheetFile(path: string): Promise<Outcome<SheetRow[]>> {
  const size = unpackedSize(await readFile(path))
  if (size === undefined) return unreadable()
  return size > mostUnpacked ? tooLarge() : readInWorker(path)
}

const entry = import.meta.url.endsWith('.ts') ? './read-sheet-worker.ts' : './read-sheet-worker.js'

function readInWorker(path: string): Promise<Outcome<SheetRow[]>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(entry, import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const finish = (outcome: Outcome<SheetRow[]>): void => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(tooLarge()), timeoutMs)
    worker.once('message', (rows: SheetRow[] | null) => finish(rows ?? unreadable()))
    worker.once('error', () => finish(unreadable()))
    worker.once('exit', () => finish(unreadable()))
  })
}
