import type { Temporal } from 'temporal-polyfill'
import { closedOn } from '#kernel/holidays.ts'

/** The count-th working day after this day, which itself does not count; with 0 the day itself. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = day
  for (let left = count; left > 0;) {
    found = found.add({ days: 1 })
    if (closedOn(found) === undefined) left -= 1
  }
  return found
}

/** The last working day after which there are still so many working days until the deadline, its own day included. */
export function lastStart(deadline: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = deadline
  for (let left = count; left > 0; day = day.subtract({ days: 1 })) if (closedOn(day) === undefined) left -= 1
  while (closedOn(day) !== undefined) day = day.subtract({ days: 1 })
  return day
}
