import { Temporal } from 'temporal-polyfill'
import type { Schedule } from './job.ts'

const zone = 'Europe/Berlin'

/** Seconds until the next try: half a minute, doubling up to the longest, with a tenth of it left to chance so that many do not come at once. */
export function pauseSeconds(attempts: number, chance: number, longest: number): number {
  const pause = Math.min(30 * 2 ** Math.max(0, attempts - 1), longest)
  return Math.round(pause * (0.95 + 0.1 * chance))
}

/** The next time a schedule is due after `now`; a day's time is local. */
export function nextRun(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  if ('everyMinutes' in schedule) return now.add({ minutes: schedule.everyMinutes })
  const local = now.toZonedDateTimeISO(zone)
  const today = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: schedule.dailyAt })
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })
  return next.toInstant()
}
