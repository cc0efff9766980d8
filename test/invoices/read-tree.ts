// What the thread does, without a thread.
import { isXmlFault, type XmlFault } from '#kernel/xml.ts'
import { documentOf, type ForeignDocument, invoicePrefixes } from '#domains/security/invoices/reading/document-of.ts'
import type { ReadInvoice } from '#domains/security/invoices/reading/invoice-document.ts'
import { readXmlFile } from '#platform/xml/read-xml.ts'

export function readTree(path: string): ReadInvoice | XmlFault | ForeignDocument {
  const root = readXmlFile(path, invoicePrefixes)
  return isXmlFault(root) ? root : documentOf(root)
}
