import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { askThread } from '#platform/thread.ts'
import { takeTurn } from './take-turn.ts'

export const pdfType = 'application/pdf'

export type PdfOutcome =
  | { kind: 'pdf'; bytes: Uint8Array<ArrayBuffer>; pages: number }
  | { kind: 'noCompiler' }
  | { kind: 'fault'; message: string }

export interface Pdf {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
}

const timeoutMs = 60_000

const noCompiler = () =>
  refuse(
    'PDF lässt sich auf dieser Maschine nicht herstellen: Das Satzprogramm gibt es nur für Linux auf x64. Dasselbe Dokument gibt es als Word-Datei (DOCX).',
  )
const tooSlow = () =>
  refuse(
    'Das Dokument war nach einer Minute nicht fertig und wurde abgebrochen. Dasselbe gibt es als Word-Datei (DOCX).',
  )
const tooMany = () =>
  refuse('Gerade werden viele Dokumente hergestellt. Bitte versuchen Sie es in einer Minute noch einmal.')

const entry = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js'

/**
 * A tagged PDF (PDF/UA-1, or PDF/A-2a where it is archived), set by Typst in a worker thread, so that the server goes on answering. Refused where there is no
 * compiler for the machine, and after a time limit; never called between BEGIN and COMMIT.
 */
export async function compilePaper(paper: Paper): Promise<Outcome<Pdf>> {
  const done = await takeTurn()
  if (!done) return tooMany()
  try {
    const outcome = await askThread<PdfOutcome>(new URL(entry, import.meta.url), { workerData: paper, timeoutMs })
    if (!outcome) return tooSlow()
    if (outcome.kind === 'fault') throw new Error(`Typst: ${outcome.message}`)
    return outcome.kind === 'pdf' ? { bytes: outcome.bytes, pages: outcome.pages } : noCompiler()
  } finally {
    done()
  }
}
