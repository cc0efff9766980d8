import type { Temporal } from 'temporal-polyfill'

const zone = 'Europe/Berlin'

/** The instant at which clocks here show this day and time; in the hour that is left out the later one, in the one that comes twice the earlier. */
export const momentAt = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()

/** Day and time as forms carry them: `2026-11-23`, `10:42`. */
export function localFields(instant: Temporal.Instant): { day: string; time: string } {
  const local = instant.toZonedDateTimeISO(zone)
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
