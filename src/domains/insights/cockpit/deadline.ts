import { Temporal } from 'temporal-polyfill'
import { closedOn } from '#kernel/holidays.ts'

/** Days until the last day, today not included; negative when it has passed; null without a deadline. */
export const daysUntil = (today: Temporal.PlainDate, deadline: string | null): number | null =>
  deadline === null ? null : today.until(Temporal.PlainDate.from(deadline)).days

/** Further away nobody counts working days. */
const farthest = 730

/** Mondays to Fridays without the holidays of Saxony-Anhalt, after today up to the last day; null when that is far away or over. */
export function workingDaysUntil(today: Temporal.PlainDate, deadline: string | null): number | null {
  const days = daysUntil(today, deadline)
  if (days === null || days < 0 || days > farthest) return null
  return Array.from({ length: days }, (_, at) => closedOn(today.add({ days: at + 1 }))).filter(
    (closed) => closed === undefined,
  ).length
}

/** Local days that have passed since; 0 for today. */
export const daysSince = (day: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  Math.max(0, day.until(today).days)

export const inDays = (days: number): string => (days === 1 ? '1 Tag' : `${days} Tage`)
