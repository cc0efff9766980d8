import { Temporal } from 'temporal-polyfill'
import { closedOn } from '#kernel/holidays.ts'
import { germanDay, localDay, startOfDay } from '#kernel/local-day.ts'

/** How long there is until the last day of a programme ends, at 24:00 in Saxony-Anhalt. */
export interface TimeLeft {
  /** Local days after today up to the last one; negative when it has passed. */
  days: number
  /** Mondays to Fridays without holidays among them; today is not counted. */
  workingDays: number
  /** Hours and minutes that begin until the end; 0 when it has passed. */
  hours: number
  minutes: number
}

/** Further away nobody counts working days one by one. */
const farthest = 3660

const hour = 3_600_000
const minute = 60_000

/** Null where the programme has no last day. */
export function timeLeft(now: Temporal.Instant, deadline: string | null): TimeLeft | null {
  if (deadline === null) return null
  const today = localDay(now)
  const last = Temporal.PlainDate.from(deadline)
  const days = today.until(last).days
  const left = Math.max(0, startOfDay(last.add({ days: 1 })).epochMilliseconds - now.epochMilliseconds)
  return {
    days,
    workingDays: Array.from({ length: Math.min(Math.max(0, days), farthest) }, (_, at) =>
      closedOn(today.add({ days: at + 1 })),
    ).filter((closed) => closed === undefined).length,
    hours: Math.ceil(left / hour),
    minutes: Math.ceil(left / minute),
  }
}

/** The large number and its unit: days, on the last day hours, in the last hour minutes. */
export function countedDown(left: TimeLeft, deadline: string): { value: number; unit: string } {
  const last = germanDay(Temporal.PlainDate.from(deadline))
  if (left.days < 0) return { value: -left.days, unit: `${left.days === -1 ? 'Tag' : 'Tage'} seit dem ${last}` }
  if (left.days > 0) return { value: left.days, unit: `${left.days === 1 ? 'Tag' : 'Tage'} bis ${last}` }
  return left.hours > 1
    ? { value: left.hours, unit: `Stunden bis heute, ${last}, 24 Uhr` }
    : { value: left.minutes, unit: `${left.minutes === 1 ? 'Minute' : 'Minuten'} bis heute, ${last}, 24 Uhr` }
}

export const inWorkingDays = (days: number): string => (days === 1 ? '1 Arbeitstag' : `${days} Arbeitstage`)

/** Days in a row as working days: of seven five, rounded up. */
export const asWorkingDays = (days: number): number => Math.ceil((days * 5) / 7)
