import { parentPort, workerData } from 'node:worker_threads'
import { readInvoiceTree } from './read-invoice-tree.ts'

const { path } = workerData as { path: string }

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(readInvoiceTree(path))
