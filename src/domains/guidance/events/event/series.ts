import { Temporal } from 'temporal-polyfill'
import { holidayOn } from '#kernel/holidays.ts'
import { germanDay } from '#kernel/local-day.ts'
import { exactMomentAt } from '#kernel/local-moment.ts'
import { type FieldError, type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'

export const seriesPatterns = ['weekly', 'twoWeeks', 'monthly'] as const
export type SeriesPattern = (typeof seriesPatterns)[number]

/** What happens with a date on a public holiday of Saxony-Anhalt: a week later, not at all, or nevertheless. */
export const holidayRules = ['move', 'skip', 'keep'] as const
export type HolidayRule = (typeof holidayRules)[number]

export const patternInWords: Record<SeriesPattern, string> = {
  weekly: 'jede Woche',
  twoWeeks: 'alle zwei Wochen',
  monthly: 'jeden Monat',
}

export const holidayRuleInWords: Record<HolidayRule, string> = {
  move: 'eine Woche später',
  skip: 'fällt aus',
  keep: 'findet trotzdem statt',
}

/** Dates that come again, by the clock on the wall in Saxony-Anhalt. */
export interface SeriesRule {
  pattern: SeriesPattern
  /** Monday is 1. */
  weekday: number
  /** Monthly: the first to fourth of its weekday, 5 for the last one; otherwise without meaning. */
  nth: number
  /** No date lies before; the first week of every second one is the week of the first date from here. */
  from: Temporal.PlainDate
  /** Last day on which a date may lie by the rule; a move may go a week beyond. */
  until: Temporal.PlainDate
  time: Temporal.PlainTime
  minutes: number
  holidays: HolidayRule
}

export interface SeriesDate {
  day: Temporal.PlainDate
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** Where the rule would have put it, and the name of the holiday there; null where it stayed. */
  movedFrom: { day: Temporal.PlainDate; holiday: string } | null
}

export interface SeriesGap {
  day: Temporal.PlainDate
  reason: string
}

export interface Series {
  dates: SeriesDate[]
  /** Days on which the rule gives no date, with the reason. */
  gaps: SeriesGap[]
}

/** As many dates as one event can have. */
export const mostSeriesDates = 60

/** All dates of a rule; refused where the clock does not show the time on one of the days, or where there are none or too many. */
export function datesOfSeries(rule: SeriesRule): Outcome<Series> {
  const faults = faultsOf(rule)
  if (faults.length > 0) return refuse('Aus dieser Regel werden keine Termine.', faults)
  const regular = daysOf(rule)
  if (regular.length === 0)
    return refuse('In dieser Zeit liegt kein solcher Tag.', [{ path: 'until', message: 'Bitte einen späteren Tag.' }])
  if (regular.length > mostSeriesDates)
    return refuse(`Das wären mehr als ${mostSeriesDates} Termine.`, [
      { path: 'until', message: 'Bitte einen früheren Tag.' },
    ])
  const series: Series = { dates: [], gaps: [] }
  const taken = new Set(regular.map(String))
  const [faulty, sentences] = [[] as FieldError[], [] as string[]]
  for (const day of regular) {
    const placed = placedOn(day, rule.holidays, taken)
    if ('reason' in placed) {
      series.gaps.push(placed)
      continue
    }
    const startsAt = exactMomentAt(placed.day, rule.time)
    if (isRefusal(startsAt)) {
      sentences.push(`${germanDay(placed.day)}: ${startsAt.refused}`)
      faulty.push({ path: 'time', message: `${germanDay(placed.day)}: ${startsAt.refused}` })
    } else series.dates.push({ ...placed, startsAt, endsAt: startsAt.add({ minutes: rule.minutes }) })
  }
  if (faulty.length > 0) return refuse(sentences[0] ?? '', faulty)
  return series
}

function faultsOf({ weekday, nth, pattern, from, until, minutes }: SeriesRule): FieldError[] {
  return [
    ...(isWhole(weekday, 7) ? [] : [{ path: 'weekday', message: 'Bitte einen Wochentag von Montag bis Sonntag.' }]),
    ...(pattern !== 'monthly' || isWhole(nth, 5)
      ? []
      : [{ path: 'nth', message: 'Bitte der erste bis vierte oder der letzte.' }]),
    ...(Temporal.PlainDate.compare(from, until) <= 0
      ? []
      : [{ path: 'until', message: 'Der letzte Tag liegt nach dem ersten.' }]),
    ...(isWhole(minutes, 16 * 60) ? [] : [{ path: 'minutes', message: 'Ein Termin dauert höchstens 16 Stunden.' }]),
  ]
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most

/** Days by the rule alone; one more than there may be is enough to say so. */
function daysOf({ pattern, weekday, nth, from, until }: SeriesRule): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  const isOver = (day: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, until) > 0
  if (pattern === 'monthly') {
    for (let month = from.with({ day: 1 }); !isOver(month) && days.length <= mostSeriesDates;) {
      const day = nthWeekday(month, weekday, nth)
      if (Temporal.PlainDate.compare(day, from) >= 0 && !isOver(day)) days.push(day)
      month = month.add({ months: 1 })
    }
    return days
  }
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
  const weeks = pattern === 'weekly' ? 1 : 2
  for (let day = first; !isOver(day) && days.length <= mostSeriesDates; day = day.add({ weeks })) days.push(day)
  return days
}

/** `nth` 5 is the last one of its month. */
function nthWeekday(month: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate {
  const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 })
  if (nth < 5) return first.add({ weeks: nth - 1 })
  const fifth = first.add({ weeks: 4 })
  return fifth.month === month.month ? fifth : first.add({ weeks: 3 })
}

/** A week later as often as it takes; not where another date of the series is. */
function placedOn(
  day: Temporal.PlainDate,
  rule: HolidayRule,
  taken: ReadonlySet<string>,
): Pick<SeriesDate, 'day' | 'movedFrom'> | SeriesGap {
  const holiday = holidayOn(day)
  if (holiday === undefined || rule === 'keep') return { day, movedFrom: null }
  if (rule === 'skip') return { day, reason: holiday }
  let later = day.add({ weeks: 1 })
  while (holidayOn(later) !== undefined) later = later.add({ weeks: 1 })
  if (taken.has(later.toString()))
    return { day, reason: `${holiday}; am ${germanDay(later)} ist schon der nächste Termin` }
  return { day: later, movedFrom: { day, holiday } }
}
