import { isId } from '#kernel/id.ts'
import type { Temporal } from 'temporal-polyfill'
import { withQuery } from '#platform/http/route.ts'
import { type MeasureKind, measureKinds, type MeasureState, measureStates, openStates } from '../measure.ts'
import type { MeasureFilter } from '../queries.ts'

/** What stands in the address of the list. */
export interface ListFilter {
  stand?: string | undefined
  art?: string | undefined
  zustaendig?: string | undefined
  quelle?: string | undefined
  faellig?: string | undefined
  suche?: string | undefined
  ab?: string | undefined
}

const words = ['stand', 'art', 'zustaendig', 'quelle', 'faellig', 'suche', 'ab'] as const

/** Of an address anything can come; what means nothing is left out. */
export const filterOf = (query: Record<string, string>): ListFilter =>
  Object.fromEntries(
    words.flatMap((name) => {
      const value = (query[name] ?? '').replaceAll('\0', '').trim().slice(0, 200)
      return value === '' ? [] : [[name, value]]
    }),
  )

export const listHref = (path: string, filter: ListFilter): string => withQuery(path, { ...filter })

/** `open` unless somebody wants others. */
export const statesOf = ({ stand }: ListFilter): readonly MeasureState[] => {
  if (stand === 'alle') return measureStates
  return measureStates.some((one) => one === stand) ? [stand as MeasureState] : openStates
}

/** Days that the filter offers, counted from today. */
export const dueChoices = [
  { value: 'ueberfaellig', label: 'überfällig', days: -1 },
  { value: '14', label: 'in 14 Tagen', days: 14 },
  { value: '30', label: 'in 30 Tagen', days: 30 },
  { value: '90', label: 'in 90 Tagen', days: 90 },
] as const

/** What the list asks the database for. */
export function queryOf(
  filter: ListFilter,
  { today, limit, organizationId }: { today: Temporal.PlainDate; limit: number; organizationId: string | undefined },
): MeasureFilter {
  const { art, zustaendig, quelle, faellig, suche, ab } = filter
  const due = dueChoices.find(({ value }) => value === faellig)
  return {
    organizationId,
    states: statesOf(filter),
    kind: measureKinds.some((kind) => kind === art) ? (art as MeasureKind) : undefined,
    ownerId: zustaendig === 'none' || (zustaendig && isId(zustaendig)) ? zustaendig : undefined,
    sourceType: quelle,
    dueUntil: due && today.add({ days: due.days }).toString(),
    text: suche,
    limit,
    cursor: ab,
  }
}

export const isFiltered = ({ ab: _, ...filter }: ListFilter): boolean => Object.keys(filter).length > 0
