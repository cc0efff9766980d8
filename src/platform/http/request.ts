import type { Temporal } from 'temporal-polyfill'
import type { Outcome } from '#kernel/outcome.ts'
import type { Safe } from '#platform/crypto/safe.ts'
import type { Db } from '#platform/db/database.ts'
import type { Storage } from '#platform/storage/storage.ts'

/** A file that came with the request, already complete in a temporary file that is removed after the answer. */
export interface UploadedFile {
  name: string
  type: string
  path: string
  size: number
}

/**
 * Reads in a short transaction of its own, read only and as the same person. With `snapshot` everything in it is of one moment, however many
 * queries it takes and whatever others write meanwhile.
 */
export type Look = <T>(
  read: (db: Db, now: Temporal.Instant) => Promise<T>,
  options?: { snapshot?: boolean },
) => Promise<T>

/** A request as controllers see it: read completely before any transaction. */
export interface Incoming {
  method: string
  /** Path and query, as it was asked for. */
  url: string
  /** Decoded parts of the path. */
  params: Record<string, string>
  query: Record<string, string>
  /** Fields of a form, or the parts of a multipart body that are no files. Repeated ones: the last. */
  form: Record<string, string>
  /** A JSON body, parsed; undefined when there was none. */
  json: unknown
  /** A JSON body over the limit of 1 MB, or one the operation wants raw, lies here as a file. */
  files: Record<string, UploadedFile>
  /** Where this installation is reached, without a slash at its end: for addresses that leave the browser. */
  portal: string
  /** The address of the client, behind trusted proxies the one they name. */
  address: string
  header(name: string): string | undefined
  safe: Safe
  /** Where uploaded contents go. */
  storage: Storage
  /** For `prepare`: what has to be known before the work, whose transaction must not wait for files and threads. */
  look: Look
  /** Whether the person gave the own password (field `password`) once more; only routes that declare `confirms` ask for it. */
  confirmation: Outcome<true>
}
