import { readFile } from 'node:fs/promises'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import type { MunicipalityRow } from './municipality-list/read-municipality-list.ts'
import { readMunicipalityList } from './municipality-list/read-municipality-list.ts'

/** Larger than any list of a state; the reader refuses what is over its own limit with a sentence. */
export const listLimit = 16 * 1024 * 1024

/** The uploaded list, read and checked before any transaction. */
export async function prepareList({ files }: Incoming): Promise<Outcome<MunicipalityRow[]>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen.', [{ path: 'file', message: 'Bitte wählen Sie die CSV-Datei aus.' }])
  return readMunicipalityList(await readFile(file.path))
}
