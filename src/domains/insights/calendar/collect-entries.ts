import type { Temporal } from 'temporal-polyfill'
import { germanTime, localZone } from '#kernel/local-day.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarScope, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { askSources } from '#platform/portal/source.ts'
import { daysOf } from './period.ts'

/** An entry with where it comes from, and the local days it touches. */
export interface ShownEntry extends CalendarEntry {
  source: string
  sourceTitle: string
  scope: CalendarScope
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  /** What entries are sorted by: day, time of day (whole days first), title, key. */
  order: string
}

export interface Wanted {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  scopes: readonly CalendarScope[]
  /** Name of one source; all of them otherwise. */
  source?: string | undefined
  /** At most so many of each source and scope. */
  limit: number
}

export interface Collected {
  entries: ShownEntry[]
  /** There is more than is here. */
  isCut: boolean
}

/** The narrowest first: what concerns the person is not told once more as a matter of the organization. */
export const allScopes: readonly CalendarScope[] = ['person', 'organization', 'public']

/** Dates of all modules, each once, in their order. */
export async function collectEntries(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  { from, until, scopes, source: only, limit }: Wanted,
): Promise<Collected> {
  const found = new Map<string, ShownEntry>()
  let isCut = false
  const wanted = allScopes
    .filter((each) => scopes.includes(each))
    .flatMap((scope) =>
      sources
        .filter((source) => source.scopes.includes(scope) && (only === undefined || only === source.name))
        .map((source) => ({ name: source.name, source, page: { scope, from, until, limit } })),
    )
  const said = await askSources(ctx, wanted, [])
  for (const [at, { source, page }] of wanted.entries()) {
    const entries = said[at] ?? []
    isCut ||= entries.length >= limit
    for (const entry of entries) if (!found.has(entry.key)) found.set(entry.key, shown(entry, source, page.scope))
  }
  const entries = [...found.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1))
  return { entries, isCut }
}

function shown(entry: CalendarEntry, { name, title }: CalendarSource, scope: CalendarScope): ShownEntry {
  const { first, last } = daysOf(entry.time)
  const time = timeOfDay(entry)
  return {
    ...entry,
    source: name,
    sourceTitle: title,
    scope,
    first,
    last,
    order: `${first.toString()} ${time} ${entry.title} ${entry.key}`,
  }
}

const timeOfDay = ({ time: { from } }: CalendarEntry): string =>
  'epochMilliseconds' in from
    ? from.toZonedDateTimeISO(localZone).toPlainTime().toString({ smallestUnit: 'minute' })
    : ''

/** "10:00 Uhr", "10:00 bis 11:30 Uhr"; undefined for whole days. */
export function hours({ time: { from, until }, first, last }: ShownEntry): string | undefined {
  if (!('epochMilliseconds' in from) || !('epochMilliseconds' in until)) return undefined
  const begin = germanTime(from)
  return from.epochMilliseconds === until.epochMilliseconds || !first.equals(last)
    ? begin
    : `${begin.replace(' Uhr', '')} bis ${germanTime(until)}`
}
