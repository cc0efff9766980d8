import { Temporal } from 'temporal-polyfill'

/** Quarterly: on which days pictures appear where nobody has decided otherwise. */
export const quarterly: readonly string[] = ['02-01', '05-01', '08-01', '11-01']

export const mostDays = 24

/** A year without a 29 February: what is a day in it is one in every year. */
const anyYear = 2023

/** Whether `02-01` is a day of every year; 29 February is none. */
export function isPlanDay(day: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(day)) return false
  try {
    return Temporal.PlainDate.from(`${anyYear}-${day}`, { overflow: 'reject' }).toString() === `${anyYear}-${day}`
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The first of these days of the year on or after `from`. `days`: `MM-DD`, at least one. */
export function nextReleaseDay(days: readonly string[], from: Temporal.PlainDate): Temporal.PlainDate {
  const sorted = days.toSorted()
  const today = from.toString().slice(5)
  const later = sorted.find((day) => day >= today)
  const first = sorted[0]
  if (first === undefined) throw new Error('a plan has at least one day')
  return Temporal.PlainDate.from(`${later ? from.year : from.year + 1}-${later ?? first}`)
}

/** "01.02." → "02-01", as it is typed in a form; what is no day stays as it is. */
export function planDayFrom(typed: string): string {
  const [, day, month] = /^(\d{1,2})\.\s*(\d{1,2})\.?$/.exec(typed.trim()) ?? []
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim()
}

/** "02-01" → "01.02." */
export const planDayInWords = (day: string): string => `${day.slice(3)}.${day.slice(0, 2)}.`
