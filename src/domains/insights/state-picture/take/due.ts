import { Temporal } from 'temporal-polyfill'
import { nextReleaseDay } from '../plan.ts'

/** So many days later a picture is still taken that was missed, because nothing ran on its day. */
const grace = 7

/** The fixed day whose picture is due now: today, or one of the last few; undefined when none is. ISO day. */
export function dueDay(days: readonly string[], today: Temporal.PlainDate): string | undefined {
  const since = nextReleaseDay(days, today.subtract({ days: grace }))
  let due: string | undefined
  for (let day = since; Temporal.PlainDate.compare(day, today) <= 0; day = nextReleaseDay(days, day.add({ days: 1 })))
    due = day.toString()
  return due
}
