import type { Entry } from '../entries.ts'

const pageSize = 50

/** A page of what is listed. */
export interface EntryPart {
  items: Entry[]
  total: number
  /** Places, from 0. */
  from: number
  previous: number | null
  next: number | null
}

/** From the place in the address on; what is none, or beyond the end, shows the first page. */
export function partOf(entries: readonly Entry[], at: string | undefined): EntryPart {
  const wished = at && /^\d{1,6}$/.test(at) ? Number(at) : 0
  const from = wished < entries.length ? wished - (wished % pageSize) : 0
  const end = from + pageSize
  return {
    items: entries.slice(from, end),
    total: entries.length,
    from,
    previous: from === 0 ? null : from - pageSize,
    next: end < entries.length ? end : null,
  }
}
