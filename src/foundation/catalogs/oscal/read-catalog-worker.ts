import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

import { type Outcome, refuse } from '#kernel/outcome.ts'

import type { ParsedCatalog } from './catalog.ts'
import { limits } from './limits.ts'
import { readCatalog, tooLarge } from './read-catalog.ts'
import { quoted } from './document/wording.ts'

/** At most one byte over the limit is read, even from a file that grows meanwhile. */
function readBytes(path: string, size: number): Uint8Array {
  const bytes = Buffer.alloc(Math.min(size, limits.bytes) + 1)
  const file = openSync(path, 'r')
  try {
    let length = 0
    let read = -1
    while (read !== 0 && length < bytes.length) {
      read = readSync(file, bytes, length, bytes.length - length, null)
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function readPath(path: string): Outcome<ParsedCatalog> {
  const stat = statSync(path, { throwIfNoEntry: false })
  const name = quoted(basename(path))
  if (!stat?.isFile())
    return refuse(
      `Die Datei ${name} wurde nicht gelesen: Unter diesem Pfad liegt keine Datei. Bitte prüfen Sie den Pfad.`,
    )
  return stat.size > limits.bytes ? tooLarge() : readCatalog(readBytes(path, stat.size))
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(readPath(String(workerData)))
