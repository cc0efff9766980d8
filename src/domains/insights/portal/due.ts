import { Temporal } from 'temporal-polyfill'
import { germanWeekday, longGermanDate } from '#kernel/local-day.ts'

/** Days in their order; what has none comes last. */
export function compareDays(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return Temporal.PlainDate.compare(a, b)
}

/** "27.11.", with the year where it is another one. */
export const shortDay = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  `${day.day}.${day.month}.${day.year === today.year ? '' : day.year}`

export interface Due {
  text: string
  date: string
  urgency?: 'late' | 'soon'
}

/** The distance to a day in words: "seit Freitag überfällig", "heute", "in 4 Tagen". */
export function dueInWords(day: Temporal.PlainDate, today: Temporal.PlainDate): Due {
  const left = today.until(day).days
  const date = shortDay(day, today)
  if (left < 0) return { text: `${since(day, -left)} überfällig`, date: `war bis ${date}`, urgency: 'late' }
  if (left <= 1) return { text: left === 0 ? 'heute' : 'morgen', date, urgency: 'soon' }
  return { text: `in ${left} Tagen`, date }
}

function since(day: Temporal.PlainDate, days: number): string {
  if (days === 1) return 'seit gestern'
  return days < 7 ? `seit ${germanWeekday(day)}` : `seit ${days} Tagen`
}

interface Situation {
  late: number
  today: number
  total: number
  /** The next day on which something is due. */
  next: Temporal.PlainDate | null
  /** Not every module could be asked. */
  isIncomplete: boolean
}

const duties = (count: number): string => (count === 1 ? 'Eine Aufgabe' : `${count} Aufgaben`)

/** The sentence under the greeting: what is urgent today. */
export function situationInWords(situation: Situation): string {
  const { late, today: now, total, next, isIncomplete } = situation
  if (late > 0 && now > 0)
    return `${duties(late)} ${late === 1 ? 'ist' : 'sind'} überfällig, ${now === 1 ? 'eine endet' : `${now} enden`} heute.`
  if (late > 0) return `${duties(late)} ${late === 1 ? 'ist' : 'sind'} überfällig.`
  if (now > 0) return `${duties(now)} ${now === 1 ? 'endet' : 'enden'} heute.`
  if (isIncomplete) return 'Welche Aufgaben heute drängen, lässt sich gerade nicht vollständig sagen.'
  if (total === 0) return 'Für Sie liegt nichts an.'
  return next === null
    ? 'Heute drängt nichts.'
    : `Heute drängt nichts. Die nächste Frist endet am ${longGermanDate(next)}.`
}
