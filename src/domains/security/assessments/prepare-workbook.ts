import { prepareWorkbookAnswers } from '#foundation/catalogs/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import type { FilledWorkbook } from './import-answers.ts'

export const workbookLimit = 8 * 1024 * 1024

/** The uploaded workbook, read before any transaction. */
export async function prepareWorkbook({ files }: Incoming): Promise<Outcome<FilledWorkbook>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen.', [
      { path: 'file', message: 'Bitte wählen Sie die ausgefüllte Arbeitsmappe aus.' },
    ])
  return prepareWorkbookAnswers(file.path)
}
