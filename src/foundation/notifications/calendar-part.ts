import { z } from 'zod'
import type { MailData } from './mail-template.ts'

const packageDate = z.object({
  /** Instants, ISO 8601. */
  startsAt: z.string(),
  endsAt: z.string(),
  title: z.string(),
  place: z.string(),
  description: z.string(),
})

const calendarMessage = z.object({
  method: z.enum(['REQUEST', 'CANCEL']),
  uid: z.string(),
  sequence: z.int(),
  /** Instants, ISO 8601. */
  at: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  title: z.string(),
  description: z.string(),
  place: z.string(),
  /** Of the page in the portal. */
  path: z.string(),
  /** All dates of a package that goes under this one UID; without it there is the one. */
  dates: z.array(packageDate).optional(),
})

/** A date that a mail puts into the reader's calendar, or takes out of it. */
export type CalendarMessage = z.infer<typeof calendarMessage>

/** Kept with what the placeholders stand for; no placeholder has this name. */
const key = '_calendar'

/** The data of a mail that carries a date for the calendar of whoever gets it. */
export const withCalendar = (data: MailData, message: CalendarMessage): MailData => ({
  ...data,
  [key]: JSON.stringify(message),
})

export function calendarIn(data: MailData): CalendarMessage | undefined {
  const kept = data[key]
  return typeof kept === 'string' ? calendarMessage.parse(JSON.parse(kept)) : undefined
}
