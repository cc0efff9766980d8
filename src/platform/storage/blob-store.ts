import type { Temporal } from 'temporal-polyfill'

/** What the store says about one content. */
export interface KeptBlob {
  sha256: string
  size: number
}

/**
 * Contents by their SHA-256, whoever they belong to: the same bytes are there once. Today a folder (`folder-store.ts`);
 * another store, such as S3, is a further implementation of this door.
 */
export interface BlobStore {
  /** Copies what lies in the file and answers when it is on the disk. The time it was last kept counts as its age. */
  keep(file: string): Promise<KeptBlob>
  /** Undefined when it is not there. */
  find(sha256: string): Promise<KeptBlob | undefined>
  /** The bytes; the file is opened when the first are asked for, and closed in any case. */
  read(sha256: string): ReadableStream<Uint8Array<ArrayBuffer>>
  /** Those last kept before this instant, in portions, and those whose removal was interrupted. */
  olderThan(before: Temporal.Instant): AsyncIterable<string[]>
  /** Removes it unless it was kept again since `before`: whoever keeps it meanwhile does not lose it. */
  removeUnlessKept(sha256: string, before: Temporal.Instant): Promise<void>
  /** Brings back what an interrupted removal has put aside. */
  bringBack(sha256: string): Promise<void>
}

const name = /^[0-9a-f]{64}$/

export const isSha256 = (text: string): boolean => name.test(text)
