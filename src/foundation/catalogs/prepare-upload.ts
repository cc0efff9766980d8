import { promisify } from 'node:util'
import { gunzip as gunzipCallback } from 'node:zlib'
import { z } from 'zod'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'
import type { FileToRead } from './oscal/read-task.ts'
import { prepareAnyCatalog, type ProfileQuestion } from './open-catalog-file.ts'
import type { PreparedCatalog } from './prepared-catalog.ts'

const gunzip = promisify(gunzipCallback)

/** As the reader's own limit: what is larger is refused while it arrives. */
export const uploadLimit = 32 * 1024 * 1024

/** The field in which a profile waits while its sources are asked for, and the beginning of the fields that name them. */
export const keptProfile = 'profil'
export const resourceField = (uuid: string): string => `resource.${uuid}`

const mapping = z.record(z.string(), z.string())

/** The uploaded catalog, read and checked in a thread of its own before any transaction. */
export async function prepareUpload(request: Incoming): Promise<Outcome<PreparedCatalog> | ProfileQuestion> {
  const file = await fileOf(request)
  if (!file)
    return refuse('Es ist keine Datei angekommen.', [
      { path: 'file', message: 'Bitte wählen Sie die Katalogdatei aus.' },
    ])
  const chosen = resourcesOf(request.form)
  return isRefusal(chosen) ? chosen : prepareAnyCatalog(file, { ...chosen, look: request.look })
}

async function fileOf({ files, form }: Incoming): Promise<FileToRead | undefined> {
  const file = files['file']
  if (file && file.size > 0) return { path: file.path }
  const kept = form[keptProfile]
  if (!kept) return undefined
  try {
    return { bytes: await gunzip(Buffer.from(kept, 'base64'), { maxOutputLength: uploadLimit }) }
  } catch {
    return undefined // changed on its way
  }
}

function resourcesOf(form: Record<string, string>): Outcome<{ resources: Record<string, string> }> {
  const chosen = Object.entries(form).flatMap(([name, id]) => {
    const uuid = /^resource\.(.+)$/.exec(name)?.[1]
    return uuid && id !== '' ? [[uuid, id]] : []
  })
  const text = form['resources']
  if (!text) return { resources: Object.fromEntries(chosen) }
  const read = mapping.safeParse(parsed(text))
  return read.success
    ? { resources: { ...Object.fromEntries(chosen), ...read.data } }
    : refuse('Das Profil ist noch nicht eingelesen.', [
        { path: 'resources', message: 'Hier wird ein JSON-Objekt erwartet: zu jeder UUID die Kennung eines Katalogs.' },
      ])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
