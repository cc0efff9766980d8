import { readXmlFile } from '#platform/xml/read-xml.ts'
import { isXmlFault, type XmlFault } from '#platform/xml/xml.ts'
import type { ReadInvoice } from './invoice-document.ts'
import { ciiPrefixes, readCii } from './read-cii.ts'
import { readUbl, ublPrefixes } from './read-ubl.ts'

/** What is no invoice of one of the two syntaxes, with the name of its first element. */
export interface ForeignDocument {
  foreign: string
}

/** Reads an invoice from a file, whichever of the two syntaxes it has. For worker threads. */
export function readInvoiceTree(path: string): ReadInvoice | XmlFault | ForeignDocument {
  const root = readXmlFile(path, { ...ublPrefixes, ...ciiPrefixes })
  if (isXmlFault(root)) return root
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
