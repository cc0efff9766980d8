import { type FileHandle, open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { UploadedFile } from '#platform/http/request.ts'
import type { Storage } from '#platform/storage/storage.ts'
import {
  allowedInWords,
  endingOf,
  kindOfEnding,
  kinds,
  type Kind,
  type PreparedFile,
  safeName,
  sizeInWords,
} from './file.ts'
import { isText, kindOfBytes, looksLikeJson, looksLikeMarkup } from './media-type.ts'
import {
  activeTypes,
  longestTail,
  readZipDirectory,
  readZipEnd,
  type ZipEntry,
  zipLimits,
  zipObjection,
} from './zip-directory.ts'

export const usualLimit = 25 * 1024 * 1024

const no = (message: string): Outcome<never> =>
  refuse('Die Datei ist nicht gespeichert. Bitte wählen Sie eine andere.', [{ path: 'file', message }])

/** Before the transaction: looks at size, kind and harm, and puts the content into the store. What never becomes a file is cleared away later. */
export async function prepareFile(
  upload: UploadedFile | undefined,
  { blobs, scanner }: Storage,
  limit: number = usualLimit,
): Promise<Outcome<PreparedFile>> {
  if (!upload) return no('Bitte wählen Sie eine Datei aus.')
  if (upload.size === 0) return no('Diese Datei ist leer.')
  if (upload.size > limit)
    return no(`Diese Datei ist ${sizeInWords(upload.size)} groß. Möglich sind höchstens ${sizeInWords(limit)}.`)
  const name = safeName(upload.name)
  const kind = await kindOf(upload, name)
  if (isRefusal(kind)) return kind
  return prepareRead(upload.path, { name, mediaType: kinds[kind].mediaType }, { blobs, scanner })
}

/** A content that a module has read and knows itself, whatever its kind: only harm is looked for, then it is put into the store. */
export async function prepareRead(
  path: string,
  { name, mediaType }: { name: string; mediaType: string },
  { blobs, scanner }: Storage,
): Promise<Outcome<PreparedFile>> {
  const { sha256, size } = await blobs.keep(path)
  const verdict = await scanner?.scan(blobs.read(sha256))
  if (verdict?.state === 'infected')
    return no(`In dieser Datei wurde Schadsoftware gefunden (${verdict.name}). Bitte geben Sie der IT Bescheid.`)
  const scan = verdict === undefined ? 'notScanned' : verdict.state === 'clean' ? 'clean' : 'waiting'
  return { name: safeName(name), mediaType, sha256, size, scan }
}

const largestText = 64 * 1024

async function kindOf(upload: UploadedFile, name: string): Promise<Outcome<Kind>> {
  const ending = endingOf(name)
  if (/^(svgz?|html?|xhtml|mht(ml)?|xml|js)$/.test(ending))
    return no(
      'Webseiten und SVG-Zeichnungen können Programme enthalten und werden nicht angenommen. Bitte speichern Sie den Inhalt als PDF oder PNG.',
    )
  if (/^(docm|xlsm|dotm|xltm|xlam|xlsb)$/.test(ending))
    return no('Dokumente mit Makros werden nicht angenommen. Bitte speichern Sie ohne Makros als DOCX oder XLSX.')
  const wanted = kindOfEnding(ending)
  if (!wanted)
    return no(`Dateien mit der Endung „${ending || 'ohne'}“ werden nicht angenommen. Möglich sind ${allowedInWords}.`)
  const handle = await open(upload.path, 'r')
  try {
    const found = await contentOf(handle, upload.size)
    if (isRefusal(found)) return found
    if (found === 'text')
      return ['text', 'csv', 'json'].includes(wanted) ? textKind(handle, wanted, upload.size) : mismatch(wanted, 'Text')
    return found === wanted ? found : mismatch(wanted, kinds[found].name)
  } finally {
    await handle.close()
  }
}

const mismatch = (wanted: Kind, found: string): Outcome<never> =>
  no(`Der Name sagt ${kinds[wanted].name}, der Inhalt ist ${found}. Bitte speichern Sie die Datei im richtigen Format.`)

async function contentOf(handle: FileHandle, size: number): Promise<Outcome<Kind | 'text'>> {
  const kind = kindOfBytes(await part(handle, 0, Math.min(size, 64)))
  if (kind === 'zip') return officeKind(handle, size)
  if (kind) return kind
  for (let at = 0; at < size; at += largestText)
    if (!isText(await part(handle, at, Math.min(largestText, size - at))))
      return no(`Dieser Inhalt ist keiner, den wir kennen. Möglich sind ${allowedInWords}.`)
  return 'text'
}

async function textKind(handle: FileHandle, wanted: Kind, size: number): Promise<Outcome<Kind>> {
  const head = await part(handle, 0, Math.min(largestText, size))
  if (wanted === 'json') return looksLikeJson(head) ? wanted : mismatch(wanted, 'kein JSON')
  return looksLikeMarkup(head)
    ? no('Der Inhalt ist eine Webseite oder Zeichnung mit einem anderen Namen. Sie wird nicht angenommen.')
    : wanted
}

async function part(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const noOffice = (): Outcome<never> =>
  no('Zip-Archive werden nicht angenommen, nur DOCX, XLSX, ODT und ODS. Bitte laden Sie die Dateien einzeln hoch.')

async function officeKind(handle: FileHandle, size: number): Promise<Outcome<Kind>> {
  const tail = await part(handle, Math.max(0, size - longestTail), Math.min(size, longestTail))
  const end = readZipEnd(tail, size)
  if (!end) return no('Dieses Dokument ist unvollständig oder beschädigt.')
  if (end.entries > zipLimits.entries || end.size > zipLimits.directoryBytes)
    return no('Dieses Dokument hat zu viele Teile.')
  const entries = readZipDirectory(await part(handle, end.offset, end.size), end.entries)
  if (!entries) return no('Dieses Dokument ist unvollständig oder beschädigt.')
  const objection = zipObjection(entries, size)
  if (objection) return no(`Dieses Dokument ${objection}. Es wird nicht angenommen.`)
  const named: Named = (name) => entries.find((entry) => entry.name === name)
  const mimetype = named('mimetype')
  return mimetype ? openDocumentKind(handle, mimetype) : openXmlKind(handle, named)
}

type Named = (name: string) => ZipEntry | undefined

async function openDocumentKind(handle: FileHandle, mimetype: ZipEntry): Promise<Outcome<Kind>> {
  const text = (await unpacked(handle, mimetype))?.toString('latin1').trim()
  return text === kinds.odt.mediaType ? 'odt' : text === kinds.ods.mediaType ? 'ods' : noOffice()
}

async function openXmlKind(handle: FileHandle, named: Named): Promise<Outcome<Kind>> {
  const types = named('[Content_Types].xml')
  const main = named('word/document.xml') ? 'docx' : named('xl/workbook.xml') ? 'xlsx' : undefined
  if (!types || !main) return noOffice()
  const text = (await unpacked(handle, types))?.toString('utf8')
  if (text === undefined) return no('Dieses Dokument ist unvollständig oder beschädigt.')
  return activeTypes.test(text)
    ? no('Dieses Dokument enthält Makros oder eingebettete Programme. Es wird nicht angenommen.')
    : main
}

/** One small part; undefined when it is not what the directory says, or unpacks to more than a list of types has. */
async function unpacked(handle: FileHandle, entry: ZipEntry): Promise<Buffer | undefined> {
  if (entry.packed > zipLimits.partBytes || entry.unpacked > zipLimits.partBytes) return undefined
  const header = await part(handle, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const bytes = await part(handle, start, entry.packed)
  if (bytes.length !== entry.packed) return undefined
  if (entry.method === 0) return bytes
  try {
    return entry.method === 8 ? inflateRawSync(bytes, { maxOutputLength: zipLimits.partBytes }) : undefined
  } catch {
    return undefined // cut off, or more than it said
  }
}
