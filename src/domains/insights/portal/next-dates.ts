import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarSource, CalendarTime } from '#platform/portal/calendar-entry.ts'
import { askSources } from '#platform/portal/source.ts'
import type { LoadPart } from './load-parts.ts'

export interface NextDates {
  entries: CalendarEntry[]
  /** Titles of the modules whose dates could not be loaded. */
  missing: string[]
}

const daysAhead = 90

/** The next dates of the person, from every module that has any. */
export async function nextDates(
  ctx: Context,
  sources: readonly CalendarSource[],
  part: LoadPart,
  limit: number,
): Promise<NextDates> {
  const found: NextDates = { entries: [], missing: [] }
  const from = localDay(ctx.now)
  const until = from.add({ days: daysAhead })
  const wanted = sources.flatMap((source) => {
    const scope = (['person', 'organization', 'public'] as const).find((each) => source.scopes.includes(each))
    return scope ? [{ name: `calendar ${source.name}`, source, page: { scope, from, until, limit } }] : []
  })
  const said = await askSources(ctx, wanted, [], part)
  for (const [at, { title }] of wanted.map(({ source }) => source).entries()) {
    const entries = said[at]
    if (entries) found.entries.push(...entries.filter(({ isCancelled }) => !isCancelled))
    else found.missing.push(title)
  }
  found.entries = found.entries
    .toSorted((a, b) => Temporal.PlainDateTime.compare(beginOf(a.time), beginOf(b.time)))
    .slice(0, limit)
  return found
}

const isInstant = (time: CalendarTime['from']): time is Temporal.Instant => time instanceof Temporal.Instant

/** Local begin; whole days begin with the day. */
export const beginOf = ({ from }: CalendarTime): Temporal.PlainDateTime =>
  isInstant(from) ? from.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime() : from.toPlainDateTime()
