import type { Temporal } from 'temporal-polyfill'
import { germanTime } from '#kernel/local-day.ts'
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
  /** Only the first ones of each day, where a source may have dozens. */
  perDay?: number | undefined
}

export interface Collected {
  entries: ShownEntry[]
  /** There is more than is here. */
  isCut: boolean
  /** How many more begin on a day (2027-05-03) than are here, where only the first ones were wanted. */
  more: ReadonlyMap<string, number>
}

/** The narrowest first: what concerns the person is not told once more as a matter of the organization. */
export const allScopes: readonly CalendarScope[] = ['person', 'organization', 'public']

/** Dates of all modules, each once, in their order. */
export async function collectEntries(
  ctx: PublicContext,
  sources: readonly CalendarSource[],
  { from, until, scopes, source: only, limit, perDay }: Wanted,
): Promise<Collected> {
  const found = new Map<string, ShownEntry>()
  const more = new Map<string, number>()
  let isCut = false
  const wanted = allScopes
    .filter((each) => scopes.includes(each))
    .flatMap((scope) =>
      sources
        .filter((source) => source.scopes.includes(scope) && (only === undefined || only === source.name))
        .map((source) => ({ name: source.name, source, page: { scope, from, until, limit, perDay } })),
    )
  const said = await askSources(ctx, wanted, [])
  for (const [at, { source, page }] of wanted.entries()) {
    const entries = said[at] ?? []
    isCut ||= entries.length >= limit
    const unseen = entries.filter(({ key }) => !found.has(key)).map((entry) => shown(entry, source, page.scope))
    for (const entry of unseen) found.set(entry.key, entry)
    for (const [day, left] of leftByDay(unseen)) more.set(day, (more.get(day) ?? 0) + left)
  }
  const entries = [...found.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1))
  return { entries, isCut, more }
}

function leftByDay(entries: readonly ShownEntry[]): [string, number][] {
  const days = Map.groupBy(entries, ({ first }) => first.toString())
  return [...days].map(([day, here]) => [day, Math.max(0, (here[0]?.ofDay ?? 0) - here.length)])
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

const timeOfDay = ({ time: { from } }: CalendarEntry): string => ('epochMilliseconds' in from ? germanTime(from) : '')

/** "10:00 Uhr", "10:00 bis 11:30 Uhr"; undefined for whole days. */
export function hours({ time: { from, until }, first, last }: ShownEntry): string | undefined {
  if (!('epochMilliseconds' in from) || !('epochMilliseconds' in until)) return undefined
  const begin = germanTime(from)
  return from.epochMilliseconds === until.epochMilliseconds || !first.equals(last)
    ? begin
    : `${begin.replace(' Uhr', '')} bis ${germanTime(until)}`
}
