import type { XmlElement } from '#kernel/xml.ts'
import type { ReadInvoice } from './invoice-document.ts'
import { ciiPrefixes, readCii } from './read-cii.ts'
import { readUbl, ublPrefixes } from './read-ubl.ts'

/** What is no invoice of one of the two syntaxes, with the name of its first element. */
export interface ForeignDocument {
  foreign: string
}

/** Largest invoice in bytes, attachments included. */
export const invoiceLimit = 10 * 1024 * 1024

export const invoicePrefixes = { ...ublPrefixes, ...ciiPrefixes }

/** The invoice in a tree, whichever of the two syntaxes it has. */
export function documentOf(root: XmlElement): ReadInvoice | ForeignDocument {
  switch (root.name) {
    case 'inv:Invoice':
    case 'cn:CreditNote':
      return readUbl(root)
    case 'rsm:CrossIndustryInvoice':
      return readCii(root)
    default:
      return { foreign: root.name.slice(0, 80) }
  }
}
