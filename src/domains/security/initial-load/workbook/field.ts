import { sortKey } from '#kernel/sort-key.ts'

/** What a column may hold. */
export interface Field {
  /** Stable: `since`, `step:report`, `document:policy`. */
  key: string
  title: string
  /** Other headers that mean it, as `headerKey`. */
  words: readonly string[]
  hint: string
  /** The words that are understood, where only some are. */
  allowed?: readonly string[] | undefined
  width: number
}

/** A header without capitals, marks and signs: "Regionalschlüssel (ARS)" is "regionalschlussel ars". */
export const headerKey = (header: string): string => sortKey(header)
