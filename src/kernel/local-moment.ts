import type { Temporal } from 'temporal-polyfill'
import { type Outcome, refuse } from './outcome.ts'

const zone = 'Europe/Berlin'

/** The instant at which clocks here show this day and time; in the hour that is left out the later one, in the one that comes twice the earlier. */
export const momentAt = (day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()

/** The same, but refused with a sentence where clocks here never show that time or show it twice: nobody meets in a time that is none. */
export function exactMomentAt(day: Temporal.PlainDate, time: Temporal.PlainTime): Outcome<Temporal.Instant> {
  const wall = day.toPlainDateTime(time)
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const late = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (early.equals(late)) return early.toInstant()
  const clock = time.toString({ smallestUnit: 'minute' })
  return early.toPlainDateTime().equals(wall)
    ? refuse(
        `${clock} Uhr gibt es in dieser Nacht zweimal, weil die Uhren zurückgestellt werden. Bitte wählen Sie eine andere Zeit.`,
      )
    : refuse(
        `${clock} Uhr gibt es in dieser Nacht nicht, weil die Uhren vorgestellt werden. Bitte wählen Sie eine andere Zeit.`,
      )
}

/** Day and time as forms carry them: `2026-11-23`, `10:42`. */
export function localFields(instant: Temporal.Instant): { day: string; time: string } {
  const local = instant.toZonedDateTimeISO(zone)
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
