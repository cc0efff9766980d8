import { readFile, stat } from 'node:fs/promises'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import type { Outlines } from './area.ts'
import { drawOutlines } from './geometry/draw-outlines.ts'
import type { Properties } from './geometry/feature.ts'
import { readOutlines } from './geometry/read-outlines.ts'

/** Of the file; a map of the counties of a state has some hundred kilobytes. */
export const mapLimit = 5 * 1024 * 1024

/** What the form may say beside the file, and its own mark. */
export const mapUploadLimit = mapLimit + 64 * 1024

/** The uploaded outlines, read, projected and simplified before any transaction. */
export async function prepareMap({ files, form }: Incoming): Promise<{ outlines: Outcome<Outlines> }> {
  const file = files['file']
  if (!file || file.size === 0)
    return {
      outlines: refuse('Es ist keine Datei angekommen.', [
        { path: 'file', message: 'Bitte wählen Sie die Datei mit den Umrissen aus (GeoJSON oder TopoJSON).' },
      ]),
    }
  const said = (name: string): string | undefined => form[name]?.trim().slice(0, 100) || undefined
  return {
    outlines: await prepareMapFile(file.path, {
      key: said('keyProperty'),
      name: said('nameProperty'),
      object: said('object'),
    }),
  }
}

/** The same of a file on this machine, for the command line. */
export async function prepareMapFile(path: string, properties: Properties): Promise<Outcome<Outlines>> {
  const { size } = await stat(path)
  if (size > mapLimit)
    return refuse('Die Umrisse sind nicht eingelesen.', [
      {
        path: 'file',
        message:
          'Die Datei ist größer als 5 MB. Bitte vereinfachen Sie die Umrisse oder nehmen Sie einen gröberen Maßstab.',
      },
    ])
  const text = decoded(await readFile(path))
  const features = isRefusal(text) ? text : readOutlines(text, properties)
  return isRefusal(features) ? features : drawOutlines(features)
}

function decoded(bytes: Uint8Array): Outcome<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('Die Umrisse sind nicht eingelesen.', [
      {
        path: 'file',
        message:
          'Die Datei ist kein Text in UTF-8. Bitte speichern Sie sie als GeoJSON oder TopoJSON, nicht als Archiv.',
      },
    ])
  }
}
