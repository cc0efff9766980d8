import { parentPort, workerData } from 'node:worker_threads'
import { isXmlFault } from '#kernel/xml.ts'
import { readXmlFile } from '#platform/xml/read-xml.ts'
import { documentOf, invoicePrefixes } from './document-of.ts'

const { path } = workerData as { path: string }
const root = readXmlFile(path, invoicePrefixes)

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(isXmlFault(root) ? root : documentOf(root))
