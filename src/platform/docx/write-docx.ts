import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { askThread } from '#platform/thread.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const timeoutMs = 60_000
const entry = import.meta.url.endsWith('.ts') ? './docx-worker.ts' : './docx-worker.js'

/** A Word file, written in a worker thread; never called between BEGIN and COMMIT. */
export async function writeDocx(paper: Paper): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const bytes = await askThread<Uint8Array<ArrayBuffer>>(new URL(entry, import.meta.url), {
    workerData: paper,
    timeoutMs,
  })
  return (
    bytes ??
    refuse(
      'Das Dokument war nach einer Minute nicht fertig und wurde abgebrochen. Bitte versuchen Sie es später noch einmal.',
    )
  )
}
