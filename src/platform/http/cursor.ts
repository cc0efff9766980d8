import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { largestInteger } from './parse.ts'

/** The sort values of the last row, as an opaque text. */
export const encodeCursor = (values: (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** What a list sorts by. Checked, because anybody can send a cursor and the database would fail at a wrong value. */
const fits = {
  text: (value: unknown) => typeof value === 'string' && !value.includes('\0'),
  id: isId,
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) <= largestInteger,
  /** Of PostgreSQL's bigint what a number can hold. */
  large: Number.isSafeInteger,
  /** An instant in ISO 8601, a local day, or the end of time in its direction. */
  moment: isMoment,
}

function isMoment(value: unknown): boolean {
  if (value === 'infinity' || value === '-infinity') return true
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(value)) return false
  try {
    return value.length === 10 ? !!Temporal.PlainDate.from(value) : !!Temporal.Instant.from(value)
  } catch {
    return false
  }
}

/** As many values as the list sorts by, or a refusal. */
export function decodeCursor(
  cursor: string | undefined,
  kinds: (keyof typeof fits)[],
): Outcome<(string | number)[] | null> {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === kinds.length && kinds.every((kind, at) => fits[kind](values[at])))
      return values as (string | number)[]
  } catch {
    // no cursor of ours: the same answer as for one of another list
  }
  return refuse('Diese Fortsetzung passt nicht zu dieser Liste. Bitte ohne cursor von vorn beginnen.', [
    { path: 'cursor', message: 'unbekannt' },
  ])
}

/** Cuts one row too many off and says where to go on. */
export function listPage<Row>(
  rows: Row[],
  limit: number,
  key: (row: Row) => (string | number)[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(key(last)) : null }
}
