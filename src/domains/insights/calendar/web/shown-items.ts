import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import type { CalendarItem } from '#ui/calendar/calendar-item.tsx'
import { hours, type ShownEntry } from '../collect-entries.ts'

/** What runs longer than a week fills every day of the month with one and the same line: it is told once, and where it begins and ends. */
const longest = 7

const length = ({ first, last }: ShownEntry): number => (first.equals(last) ? 1 : first.until(last).days + 1)

export const isLong = (entry: ShownEntry): boolean => length(entry) > longest

/** The line of an entry on one of its days; undefined where a long one just goes on. */
export function itemOn(entry: ShownEntry, day: Temporal.PlainDate): CalendarItem | undefined {
  const { url: href, title, isCancelled, first, last } = entry
  const item = { href, title, isCancelled }
  const days = length(entry)
  if (days === 1) return { ...item, note: hours(entry) }
  if (!isLong(entry)) return { ...item, note: `Tag ${first.until(day).days + 1} von ${days}` }
  if (day.equals(first)) return { ...item, title: `Beginn: ${title}` }
  return day.equals(last) ? { ...item, title: `Ende: ${title}` } : undefined
}

export interface DayItems {
  day: Temporal.PlainDate
  items: CalendarItem[]
}

/** Each of the days with its lines: one pass over the entries, however many days there are. */
export function itemsByDay(entries: readonly ShownEntry[], days: readonly Temporal.PlainDate[]): DayItems[] {
  const found = new Map(days.map((day): [string, DayItems] => [day.toString(), { day, items: [] }]))
  for (const entry of entries)
    for (const day of daysNamed(entry)) {
      const item = itemOn(entry, day)
      if (item) found.get(day.toString())?.items.push(item)
    }
  return [...found.values()]
}

/** The days that name it: all of them, of a long one where it begins and ends. */
function daysNamed(entry: ShownEntry): Temporal.PlainDate[] {
  const { first, last } = entry
  if (first.equals(last)) return [first]
  return isLong(entry) ? [first, last] : Array.from({ length: length(entry) }, (_, days) => first.add({ days }))
}

/** An entry once, with everything that is known about it. */
export function wholeItem(entry: ShownEntry): CalendarItem {
  const { url: href, title, isCancelled, first, last, description, place, sourceTitle } = entry
  const when = first.equals(last) ? hours(entry) : `${germanDay(first)} bis ${germanDay(last)}`
  return { href, title, isCancelled, note: [when, place, description, sourceTitle].filter(Boolean).join(' · ') }
}

/** Days from `first` on with what begins on them; what has begun before stands on the first one. */
export function daysWithItems(
  entries: readonly ShownEntry[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): DayItems[] {
  const days = new Map<string, DayItems>()
  for (const entry of entries) {
    if (Temporal.PlainDate.compare(entry.last, first) < 0 || Temporal.PlainDate.compare(entry.first, last) > 0) continue
    const day = Temporal.PlainDate.compare(entry.first, first) < 0 ? first : entry.first
    const there = days.get(day.toString()) ?? { day, items: [] }
    there.items.push(wholeItem(entry))
    days.set(day.toString(), there)
  }
  return [...days.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
}
