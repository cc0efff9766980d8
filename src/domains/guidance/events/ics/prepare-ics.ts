import { readFile } from 'node:fs/promises'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { icsLimit, type IcsReading, readIcs } from './read-ics.ts'

/** The file and what the form says beside it. */
export const icsUploadLimit = icsLimit + 64 * 1024

/** The uploaded calendar, read before any transaction. */
export async function prepareIcs({ files }: Pick<Incoming, 'files'>): Promise<{ reading: Outcome<IcsReading> }> {
  const file = files['file']
  if (!file || file.size === 0)
    return { reading: notRead('Bitte wählen Sie eine Kalenderdatei aus (.ics).', 'Es ist keine Datei angekommen.') }
  if (file.size > icsLimit) return { reading: notRead('Die Datei ist größer als 1 MB.') }
  const text = decoded(await readFile(file.path))
  return { reading: isRefusal(text) ? text : readIcs(text) }
}

function decoded(bytes: Uint8Array): Outcome<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return notRead('Die Datei ist kein Text in UTF-8. Bitte speichern Sie sie als Kalenderdatei (.ics).')
  }
}

const notRead = (message: string, refused = 'Die Kalenderdatei ist nicht gelesen.') =>
  refuse(refused, [{ path: 'file', message }])
