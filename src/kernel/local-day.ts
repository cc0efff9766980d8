import type { Temporal } from 'temporal-polyfill'

/** Where the local day is: Saxony-Anhalt. */
export const localZone = 'Europe/Berlin'

/** The calendar day in Saxony-Anhalt at this instant; between 00:00 and 02:00 the UTC day would be yesterday. */
export const localDay = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO(localZone).toPlainDate()

const two = (n: number): string => String(n).padStart(2, '0')

/** 23.11.2026 */
export const germanDay = (day: Temporal.PlainDate): string => `${two(day.day)}.${two(day.month)}.${day.year}`

/** "2026-11-23" → 23.11.2026 */
export const germanDate = (day: string): string => day.split('-').toReversed().join('.')

/** 10:42 Uhr */
export function germanTime(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(localZone)
  return `${two(local.hour)}:${two(local.minute)} Uhr`
}

/** "10:42 Uhr" today, "gestern, 10:42 Uhr" yesterday, "16.11.2026" before: how a saved state is dated on a page. */
export function germanMoment(instant: Temporal.Instant, now: Temporal.Instant): string {
  const day = localDay(instant)
  const age = day.until(localDay(now)).days
  if (age === 0) return germanTime(instant)
  return age === 1 ? `gestern, ${germanTime(instant)}` : germanDay(day)
}

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

/** Montag */
export const germanWeekday = ({ dayOfWeek }: { dayOfWeek: number }): string => weekdays[dayOfWeek - 1] ?? ''

/** November 2026 */
export const germanMonth = ({ year, month }: { year: number; month: number }): string =>
  `${months[month - 1] ?? ''} ${year}`

/** 23. November 2026 */
export const longGermanDate = (day: Temporal.PlainDate): string => `${day.day}. ${germanMonth(day)}`

/** Montag, 23. November 2026 */
export const longGermanDay = (day: Temporal.PlainDate): string => `${germanWeekday(day)}, ${longGermanDate(day)}`

/** The first instant of a local day. */
export const startOfDay = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: localZone }).toInstant()
