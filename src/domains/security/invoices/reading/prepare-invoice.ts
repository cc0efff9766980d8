import { unlink, writeFile } from 'node:fs/promises'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, prepareRead } from '#foundation/files/index.ts'
import type { Incoming, UploadedFile } from '#platform/http/request.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { XmlFault } from '#kernel/xml.ts'
import { askThread } from '#platform/thread.ts'
import { type ForeignDocument, invoiceLimit } from './document-of.ts'
import type { Attachment, Finding, ReadInvoice } from './invoice-document.ts'
import type { PreparedInvoice } from '../receive-invoice.ts'

const timeoutMs = 10_000
const entry = import.meta.url.endsWith('.ts') ? './read-invoice-worker.ts' : './read-invoice-worker.js'

/** Before the transaction: reads the document in a thread, and puts it and what is embedded in it into the store. */
export const prepareInvoice = ({ files, storage }: Pick<Incoming, 'files' | 'storage'>) =>
  prepareDocument(files['file'], storage)

export async function prepareDocument(
  upload: Pick<UploadedFile, 'name' | 'path' | 'size'> | undefined,
  storage: Storage,
): Promise<Outcome<PreparedInvoice>> {
  if (!upload) return unread('Bitte wählen Sie eine Datei aus.')
  if (upload.size === 0) return unread('Sie ist leer.')
  if (upload.size > invoiceLimit) return unread('Sie ist größer als 10 MB.')
  const read = await readInvoice(upload.path)
  if (isRefusal(read)) return read
  const file = await prepareRead(
    upload.path,
    { name: upload.name || 'rechnung.xml', mediaType: 'application/xml' },
    storage,
  )
  if (isRefusal(file)) return file
  const kept = await prepareAttachments(read.document.attachments, upload.path, storage)
  const document = {
    ...read.document,
    attachments: read.document.attachments.map((one) => ({ ...one, content: '' })),
  }
  return { document, findings: [...read.findings, ...kept.findings], file, attachments: kept.files }
}

const mostAttachments = 20

/** What is embedded, through the same door as every other upload. One that is not taken is said, and the invoice stands without it. */
async function prepareAttachments(
  attachments: readonly Attachment[],
  beside: string,
  storage: Storage,
): Promise<{ files: PreparedFile[]; findings: Finding[] }> {
  const files: PreparedFile[] = []
  const findings: Finding[] = []
  const embedded = attachments.filter(({ content }) => content !== '')
  for (const [at, { name, reference, content }] of embedded.entries()) {
    const known = name || reference || `Anlage ${at + 1}`
    const left = (why: string): void => {
      findings.push({
        rule: 'LW-BT-125',
        path: 'BT-125',
        severity: 'warn',
        text: `Die Anlage „${known.slice(0, 80)}“ ist nicht übernommen: ${why}`,
      })
    }
    const bytes = at < mostAttachments ? bytesOf(content) : undefined
    if (bytes === undefined) {
      left(at < mostAttachments ? 'Sie ist nicht als Base64 geschrieben.' : `Möglich sind ${mostAttachments}.`)
      continue
    }
    const path = `${beside}-anlage-${at}`
    await writeFile(path, bytes, { flag: 'wx' })
    try {
      const file = await prepareFile({ name: known, type: '', path, size: bytes.length }, storage)
      if (isRefusal(file)) left(file.errors?.[0]?.message ?? file.refused)
      else files.push(file)
    } finally {
      await unlink(path)
    }
  }
  return { files, findings }
}

function bytesOf(content: string): Buffer | undefined {
  const plain = content.replaceAll(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, 'base64') : undefined
}

/** Reads an XRechnung in a thread of its own: a hostile or huge file ends in a refusal and holds up nobody. */
export async function readInvoice(path: string): Promise<Outcome<ReadInvoice>> {
  const read = await askThread<ReadInvoice | XmlFault | ForeignDocument>(new URL(entry, import.meta.url), {
    workerData: { path },
    timeoutMs,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  }).catch(() => undefined) // out of memory: the same as out of time
  if (read === undefined) return unread('Sie ist zu groß oder zu verschachtelt.')
  if ('document' in read) return read
  return 'foreign' in read
    ? unread(
        `Sie beginnt mit „${read.foreign}“. Gelesen werden XRechnungen als UBL (Invoice, CreditNote) und als CII (CrossIndustryInvoice).`,
      )
    : unread(`${sentences[read.fault]}${read.path === '' ? '' : ` Stelle: ${read.path}.`}`)
}

/** What stands above each refusal of a file. */
const unread = (why: string): Refusal =>
  refuse('Diese Datei ist nicht als XRechnung gelesen. Gespeichert ist nichts.', [{ path: 'file', message: why }])

const sentences: Record<XmlFault['fault'], string> = {
  encoding: 'Die Zeichen sind nicht als UTF-8 geschrieben.',
  declarations:
    'Sie enthält eine Dokumenttyp-Deklaration (DOCTYPE). Solche Dateien können fremde Inhalte nachladen und werden nicht gelesen.',
  unknownEntity: 'Sie verwendet eine Entität, die XML nicht kennt.',
  malformed: 'Das XML ist unvollständig oder beschädigt.',
  forbiddenCharacter: 'Sie enthält ein Zeichen, das in XML nicht vorkommen darf.',
  tooLarge: 'Sie ist größer als 10 MB.',
  tooDeep: 'Ihre Elemente sind zu tief ineinander verschachtelt.',
  tooManyElements: 'Sie hat zu viele Elemente.',
  textTooLong: 'Ein Text darin ist zu lang.',
}
