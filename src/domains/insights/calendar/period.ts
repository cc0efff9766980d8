import { Temporal } from 'temporal-polyfill'
import { germanDay, germanMonth, localDay } from '#kernel/local-day.ts'

export const views = ['monat', 'woche', 'liste'] as const
export type View = (typeof views)[number]

/** The days a page shows, and where its neighbours begin. */
export interface Period {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  previous: Temporal.PlainDate
  next: Temporal.PlainDate
  title: string
}

/** The first and last years that a page goes to: before and after them there is nothing to look at. */
const earliest = 2000
const latest = 2100

/** A day as it stands in an address; anything else is today. */
export function dayFrom(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return today
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return day.year >= earliest && day.year <= latest ? day : today
  } catch {
    return today
  }
}

export function periodOf(view: View, day: Temporal.PlainDate): Period {
  switch (view) {
    case 'monat': {
      const first = day.with({ day: 1 })
      const next = first.add({ months: 1 })
      return {
        first,
        last: next.subtract({ days: 1 }),
        previous: first.subtract({ months: 1 }),
        next,
        title: germanMonth(first),
      }
    }
    case 'woche': {
      const first = mondayOf(day)
      const last = first.add({ days: 6 })
      return {
        first,
        last,
        previous: first.subtract({ days: 7 }),
        next: first.add({ days: 7 }),
        title: `Woche ${first.weekOfYear ?? ''}: ${germanDay(first)} bis ${germanDay(last)}`,
      }
    }
    case 'liste': {
      const last = day.add({ days: listDays - 1 })
      return {
        first: day,
        last,
        previous: day.subtract({ days: listDays }),
        next: day.add({ days: listDays }),
        title: `${germanDay(day)} bis ${germanDay(last)}`,
      }
    }
  }
}

const listDays = 30

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf({ first, last }: Pick<Period, 'first' | 'last'>): Temporal.PlainDate[][] {
  const weeks: Temporal.PlainDate[][] = []
  for (let monday = mondayOf(first); Temporal.PlainDate.compare(monday, last) <= 0; monday = monday.add({ days: 7 }))
    weeks.push(Array.from({ length: 7 }, (_, days) => monday.add({ days })))
  return weeks
}

type Time =
  | { from: Temporal.PlainDate; until: Temporal.PlainDate }
  | { from: Temporal.Instant; until: Temporal.Instant }

/** The local days an entry touches. What ends at midnight does not touch the day that begins. */
export function daysOf({ from, until }: Time): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const first = dayIn(from)
  if (!('epochMilliseconds' in until)) return { first, last: until }
  const isLonger = until.epochMilliseconds > dayInstant(from)
  return { first, last: localDay(isLonger ? until.subtract({ milliseconds: 1 }) : until) }
}

const dayIn = (at: Temporal.PlainDate | Temporal.Instant): Temporal.PlainDate =>
  'epochMilliseconds' in at ? localDay(at) : at

const dayInstant = (at: Temporal.PlainDate | Temporal.Instant): number =>
  'epochMilliseconds' in at ? at.epochMilliseconds : 0
