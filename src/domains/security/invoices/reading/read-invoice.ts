import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { askThread } from '#platform/thread.ts'
import type { XmlFault } from '#platform/xml/xml.ts'
import type { ReadInvoice } from './invoice-document.ts'
import type { ForeignDocument } from './read-invoice-tree.ts'

/** Largest invoice in bytes, attachments included. */
export const invoiceLimit = 10 * 1024 * 1024

const timeoutMs = 10_000
const entry = import.meta.url.endsWith('.ts') ? './read-invoice-worker.ts' : './read-invoice-worker.js'

/** Reads an XRechnung in a thread of its own: a hostile or huge file ends in a refusal and holds up nobody. Before any transaction. */
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
export const unread = (why: string): Refusal =>
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
