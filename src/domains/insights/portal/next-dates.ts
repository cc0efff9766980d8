import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarSource, CalendarTime } from '#platform/portal/calendar-entry.ts'
import type { LoadPart } from './load-parts.ts'

export interface NextDates {
  entries: CalendarEntry[]
  /** Titles of the modules whose dates could not be loaded. */
  missing: string[]
}

const daysAhead = 90

/** The next dates of the person, from every module that has any; one question to each. */
export async function nextDates(
  ctx: Context,
  sources: readonly CalendarSource[],
  part: LoadPart,
  limit: number,
): Promise<NextDates> {
  const found: NextDates = { entries: [], missing: [] }
  const from = localDay(ctx.now)
  const until = from.add({ days: daysAhead })
  for (const source of sources) {
    const { name, title, scopes } = source
    const scope = (['person', 'organization', 'public'] as const).find((each) => scopes.includes(each))
    if (!scope) continue
    const entries = await part(`calendar ${name}`, () => source.list(ctx, { scope, from, until, limit }), null)
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
