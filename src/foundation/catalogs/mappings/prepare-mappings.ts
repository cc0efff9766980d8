import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import { readOscalFile } from '../oscal/read-catalog-in-worker.ts'
import type { PreparedMappings } from './mapping.ts'

const gzip = promisify(gzipCallback)

/** The uploaded mapping collection, read and checked in a thread of its own before any transaction. */
export async function prepareMappingUpload({ files }: Incoming): Promise<Outcome<PreparedMappings>> {
  const file = files['file']
  if (!file || file.size === 0)
    return refuse('Es ist keine Datei angekommen.', [
      { path: 'file', message: 'Bitte wählen Sie die Datei mit der Zuordnung aus.' },
    ])
  return prepareMappings(file.path)
}

/** Reads and checks a mapping collection with the limits of catalogs. */
export async function prepareMappings(path: string): Promise<Outcome<PreparedMappings>> {
  const read = await readOscalFile({ path, wanted: 'mapping' })
  if (isRefusal(read)) return inItsWords(read)
  if (read.kind !== 'mapping') throw new Error('a mapping collection was asked for')
  return { collection: read.collection, gzip: await gzip(await readFile(path), { level: 1 }) }
}

/** What the thread says of every file speaks of catalogs. */
const inItsWords = (refusal: Refusal): Refusal => ({
  ...refusal,
  refused: refusal.refused
    .replace(/^Der Katalog wurde/, 'Die Zuordnung wurde')
    .replace(/wählen Sie einen (einzelnen )?OSCAL-Katalog; dessen/, 'wählen Sie eine OSCAL-Zuordnung; deren')
    .replace(/wählen Sie einen (einzelnen )?OSCAL-Katalog/, 'wählen Sie eine OSCAL-Zuordnung')
    .replace(/teilen Sie den Katalog auf/, 'teilen Sie die Zuordnung auf'),
})
