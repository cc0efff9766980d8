import { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { instantOf, type IcsTime, timeOf } from './ics-time.ts'

const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'WKST'])
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** So many days are looked at: ten years of every day. */
const furthest = 3700

interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  interval: number
  count: number
  until: Temporal.Instant | undefined
  byDay: { weekday: number; nth: number }[]
  byMonthDay: number[]
  weekStart: number
}

/** All times of a rule, the first one included, at most one more than `most`; refused where it has no end or says something that is not read here. */
export function expandRule(text: string, start: IcsTime, most: number): Outcome<IcsTime[]> {
  const rule = ruleOf(text, start)
  if (isRefusal(rule)) return rule
  const times: IcsTime[] = []
  for (const wall of candidates(rule, start.wall)) {
    const time = { ...start, wall }
    if (rule.until && Temporal.Instant.compare(instantOf(time), rule.until) > 0) break
    times.push(time)
    if (times.length >= rule.count || times.length > most) break
  }
  return times
}

type Parts = ReadonlyMap<string, string>

function ruleOf(text: string, start: IcsTime): Outcome<Rule> {
  const words = text.trim().toUpperCase().split(';')
  const parts: Parts = new Map(words.map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']))
  const freq = parts.get('FREQ')
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY')
    return refuse('Gelesen werden tägliche, wöchentliche und monatliche Wiederholungen, keine anderen.')
  const strange = [...parts.keys()].find((name) => name !== '' && !known.has(name))
  if (strange !== undefined) return refuse(`Die Wiederholung sagt etwas, das hier nicht gelesen wird (${strange}).`)
  const end = endOf(parts, start)
  if (isRefusal(end)) return end
  const byDay = daysOf(parts.get('BYDAY'), freq)
  if (isRefusal(byDay)) return byDay
  const byMonthDay = monthDaysOf(parts.get('BYMONTHDAY'), freq)
  if (isRefusal(byMonthDay)) return byMonthDay
  const weekStart = Math.max(1, weekdays.indexOf(parts.get('WKST') ?? 'MO') + 1)
  return { freq, ...end, byDay, byMonthDay, weekStart }
}

function endOf(parts: Parts, start: IcsTime): Outcome<Pick<Rule, 'count' | 'interval' | 'until'>> {
  const until = untilOf(parts.get('UNTIL'), start)
  if (isRefusal(until)) return until
  const count = parts.has('COUNT') ? whole(parts.get('COUNT')) : Infinity
  const interval = parts.has('INTERVAL') ? whole(parts.get('INTERVAL')) : 1
  if (!count || !interval) return refuse('Anzahl oder Abstand der Wiederholung ist keine Zahl ab 1.')
  if (count === Infinity && !until)
    return refuse(
      'Die Wiederholung hat kein Ende. Bitte geben Sie ihr im Kalenderprogramm eines und speichern Sie neu.',
    )
  return { count, interval, until }
}

function monthDaysOf(text: string | undefined, freq: Rule['freq']): Outcome<number[]> {
  if (text === undefined) return []
  const days = text.split(',').map(whole)
  return freq === 'MONTHLY' && days.every((day) => day >= 1 && day <= 31)
    ? days
    : refuse('Die Tage des Monats in der Wiederholung werden so nicht gelesen.')
}

const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

/** A day alone includes all of it. */
function untilOf(text: string | undefined, start: IcsTime): Outcome<Temporal.Instant | undefined> {
  if (text === undefined) return undefined
  const time = timeOf(text, { name: 'UNTIL', parameters: {} })
  if (isRefusal(time)) return time
  if (time.isDay)
    return instantOf({ ...time, zone: start.zone, wall: time.wall.with({ hour: 23, minute: 59, second: 59 }) })
  return instantOf(text.endsWith('Z') ? time : { ...time, zone: start.zone })
}

function daysOf(text: string | undefined, freq: Rule['freq']): Outcome<Rule['byDay']> {
  if (text === undefined) return []
  const days = text.split(',').map((word) => {
    const [, nth = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(word.trim()) ?? []
    return { weekday: weekdays.indexOf(name) + 1, nth: Number(nth || 0) }
  })
  if (days.some(({ weekday, nth }) => weekday === 0 || (nth !== 0 && freq !== 'MONTHLY') || Math.abs(nth) > 5))
    return refuse('Die Wochentage der Wiederholung werden so nicht gelesen.')
  return days
}

/** In their order, from the first one on. */
function* candidates(rule: Rule, start: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  const first = start.toPlainDate()
  const time = start.toPlainTime()
  for (let days = 0; days <= furthest; days += 1) {
    const day = first.add({ days })
    if (fits(rule, day, first)) yield day.toPlainDateTime(time)
  }
}

function fits(
  { freq, interval, byDay, byMonthDay, weekStart }: Rule,
  day: Temporal.PlainDate,
  first: Temporal.PlainDate,
): boolean {
  const isWeekday = byDay.some(({ weekday, nth }) => weekday === day.dayOfWeek && (nth === 0 || isNth(day, nth)))
  switch (freq) {
    case 'DAILY':
      return first.until(day).days % interval === 0 && (byDay.length === 0 || isWeekday)
    case 'WEEKLY': {
      const weeks = weekOf(first, weekStart).until(weekOf(day, weekStart)).days / 7
      return weeks % interval === 0 && (byDay.length === 0 ? day.dayOfWeek === first.dayOfWeek : isWeekday)
    }
    case 'MONTHLY': {
      const months = (day.year - first.year) * 12 + day.month - first.month
      if (months % interval !== 0) return false
      if (byDay.length === 0 && byMonthDay.length === 0) return day.day === first.day
      return (byDay.length === 0 || isWeekday) && (byMonthDay.length === 0 || byMonthDay.includes(day.day))
    }
  }
}

const weekOf = (day: Temporal.PlainDate, weekStart: number): Temporal.PlainDate =>
  day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 })

const isNth = ({ day, daysInMonth }: Temporal.PlainDate, nth: number): boolean =>
  nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((daysInMonth - day + 1) / 7) === -nth
