import { type LeitwegId, readLeitwegId } from '#kernel/leitweg-id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Finding, InvoiceDocument } from '../reading/invoice-document.ts'
import { noted, refused } from './findings.ts'
import { ibanFault } from './iban.ts'

const plain = (text: string): string => text.trim().toUpperCase()

/**
 * Whether the invoice is for us: BT-10 names the cooperative's Leitweg-ID. Without one (`undefined`) only the check digits are looked at, and
 * wrong ones are a message: also official test documents bear such.
 */
export function checkAddress({ buyerReference }: InvoiceDocument, ours: string | null | undefined): Finding[] {
  if (buyerReference === '') return []
  const read = readLeitwegId(buyerReference)
  if (ours === undefined) return isRefusal(read) ? [noted('LW-BT-10', 'BT-10', `BT-10: ${read.refused}`)] : []
  if (ours === null)
    return [
      refused(
        'LW-BT-10',
        'BT-10',
        'Für den Verbund ist keine Leitweg-ID hinterlegt. Bitte tragen Sie sie bei seinen Angaben ein; vorher lässt sich keine Rechnung prüfen.',
      ),
    ]
  return plain(buyerReference) === plain(ours) ? [] : [foreign(buyerReference, ours, read)]
}

function foreign(theirs: string, ours: string, read: Outcome<LeitwegId>): Finding {
  const shown = theirs.length > 60 ? `${theirs.slice(0, 60)} …` : theirs
  const why = isRefusal(read)
    ? read.refused
    : 'Sie ist richtig gebildet, gehört aber einer anderen Stelle. Bitte stellen Sie die Rechnung auf den Verbund aus.'
  return refused(
    'LW-BT-10',
    'BT-10',
    `BT-10 nennt ${shown}, das ist nicht die Leitweg-ID des Verbunds (${ours}). ${why}`,
  )
}

/** Where the money goes. Without a right account the invoice is taken, but not paid. */
export function checkAccount({ iban, typeCode }: InvoiceDocument): Finding[] {
  if (typeCode === '381') return []
  const fault = ibanFault(iban)
  return fault ? [noted('BR-DE-19', 'BT-84', `${fault} Zahlen lässt sich diese Rechnung so nicht.`)] : []
}
