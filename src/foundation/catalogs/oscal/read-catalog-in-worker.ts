import { Worker } from 'node:worker_threads'

import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'

import type { ReadFile, ReadTask } from './read-task.ts'

export interface ReadCatalogOptions {
  /** Milliseconds, 20,000 unless told. */
  timeoutMs?: number
}

/**
 * A second line of defence, in MiB, and no option: Node ends a worker that reaches its limit, but V8 ends the whole process when
 * that happens inside `JSON.parse` (measured). So the scan before must keep every file far below it, and does: under 200.
 */
const memoryMb = 512

const tooSlow = (timeoutMs: number): Refusal =>
  refuse(
    `Der Katalog wurde nicht übernommen: Das Lesen dauerte länger als ${String(timeoutMs / 1000).replace('.', ',')} Sekunden und wurde abgebrochen. Bitte versuchen Sie es später erneut oder teilen Sie den Katalog auf.`,
  )

const tooHungry = (): Refusal =>
  refuse(
    'Der Katalog wurde nicht übernommen: Das Lesen brauchte mehr Arbeitsspeicher als erlaubt und wurde abgebrochen. Bitte teilen Sie den Katalog auf.',
  )

const interrupted = (): Refusal =>
  refuse('Der Katalog wurde nicht übernommen: Das Lesen wurde unterbrochen. Bitte versuchen Sie es erneut.')

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function start(task: ReadTask): Worker {
  // The build puts each worker as its own entry beside the file that starts it; in development Node strips the types itself.
  const entry = import.meta.url.endsWith('.ts') ? './read-catalog-worker.ts' : './read-catalog-worker.js'
  return new Worker(new URL(entry, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
}

/**
 * Reads an OSCAL catalog or profile from a file in a worker thread, so that a hostile or huge one holds up nobody: limits of size, time
 * and memory end in a refusal. Rejects only for a bug in the reader itself.
 */
export function readOscalFile(task: ReadTask, options: ReadCatalogOptions = {}): Promise<Outcome<ReadFile>> {
  const { timeoutMs = 20_000 } = options
  return new Promise((resolve, reject) => {
    const worker = start(task)
    const timer = setTimeout(() => finish(tooSlow(timeoutMs)), timeoutMs)
    const finish = (outcome: Outcome<ReadFile>): void => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    worker.once('message', finish)
    worker.once('error', (error) => {
      if (isOutOfMemory(error)) return finish(tooHungry())
      clearTimeout(timer)
      reject(error)
    })
    // Without a message before: somebody ended the worker. After one this changes nothing.
    worker.once('exit', () => finish(interrupted()))
  })
}
