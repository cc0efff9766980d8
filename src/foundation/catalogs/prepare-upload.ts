import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { type PreparedCatalog, prepareCatalog } from './import-catalog.ts'

/** As the reader's own limit: what is larger is refused while it arrives. */
export const uploadLimit = 32 * 1024 * 1024

/** The uploaded catalog, read and checked in a thread of its own before any transaction. */
export async function prepareUpload({ files }: Incoming): Promise<Outcome<PreparedCatalog>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen.', [
      { path: 'file', message: 'Bitte wählen Sie die Katalogdatei aus.' },
    ])
  return prepareCatalog(file.path)
}
