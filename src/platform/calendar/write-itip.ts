import type { Temporal } from 'temporal-polyfill'
import { localZone } from '#kernel/local-day.ts'
import { contentLine, textValue } from './content-line.ts'
import { berlin, local, utc } from './write-ical.ts'

interface Attendant {
  email: string
  name: string
}

/** One of several dates that go together. */
export interface PackageDate {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  title: string
  place: string
  description: string
}

/** What a calendar keeps under one UID: one date, or a package of several. */
export interface CalendarItem {
  /** Stable as long as it is the same date. */
  uid: string
  /** Rises with each change; programs keep the highest. */
  sequence: number
  /** Of the change, not of the writing: the same change is the same text. */
  at: Temporal.Instant
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  title: string
  description: string
  place: string
  url: string
  /** All dates of a package, the first one included, as they are held: one that is called off is left out. Without it there is one date. */
  dates?: readonly PackageDate[] | undefined
}

/** One date, or one package of dates, for one reader. */
export interface Invitation extends CalendarItem {
  /** `REQUEST` puts it into the calendar or replaces it there, `CANCEL` takes it out. */
  method: 'REQUEST' | 'CANCEL'
  organizer: Attendant
  attendee: Attendant
}

/**
 * As RFC 5546 (iTIP) has it, for a mail to one attendee: names and addresses of the others stay where they are. Answers are given in the portal,
 * so none is asked for here. Several dates go under one UID: the first one with the days of the others, and those apart that last or are otherwise.
 */
export function writeItip({ method, organizer, attendee, ...item }: Invitation): string {
  const people = [
    contentLine(`ORGANIZER;CN="${parameter(organizer.name)}"`, `mailto:${organizer.email}`),
    contentLine(
      `ATTENDEE;CN="${parameter(attendee.name)}";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE`,
      `mailto:${attendee.email}`,
    ),
  ].join('')
  return calendar(`METHOD:${method}\r\n`, item, { people, isCancelled: method === 'CANCEL' })
}

/** The same as a file that everybody may open: nobody is invited by it. */
export const writeCalendarFile = (item: CalendarItem, isCancelled: boolean): string =>
  calendar('METHOD:PUBLISH\r\n', item, { people: '', isCancelled })

interface Rest {
  people: string
  isCancelled: boolean
}

function calendar(method: string, item: CalendarItem, rest: Rest): string {
  const { startsAt, endsAt, title, place, description } = item
  const own = { startsAt, endsAt, title, place, description }
  const [first = own, ...others] = item.dates ?? []
  // The first one is among them: some programs take its begin for no date of its own where there are others. Twice the same is one.
  const days = others.length === 0 ? '' : [first, ...others].map((date) => `RDATE${local(date.startsAt)}\r\n`).join('')
  // Whoever takes all of it out need not say how single dates were.
  const unlike = rest.isCancelled ? [] : others.filter((date) => differs(date, first))
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotsenwerk//Termine//DE\r\nCALSCALE:GREGORIAN\r\n',
    method,
    berlin,
    component(item, first, { ...rest, recurrence: days }),
    ...unlike.map((date) => component(item, date, { ...rest, recurrence: `RECURRENCE-ID${local(date.startsAt)}\r\n` })),
    'END:VCALENDAR\r\n',
  ].join('')
}

/** What a further date of a package takes over from the first one is its length and its words. */
const differs = (date: PackageDate, first: PackageDate): boolean =>
  lengthOf(date) !== lengthOf(first) ||
  // Where clocks are changed in between, programs disagree about how long something is.
  clockLengthOf(date) !== clockLengthOf(first) ||
  date.title !== first.title ||
  date.place !== first.place ||
  date.description !== first.description

const lengthOf = ({ startsAt, endsAt }: PackageDate): number => endsAt.epochMilliseconds - startsAt.epochMilliseconds

const clockLengthOf = ({ startsAt, endsAt }: PackageDate): string =>
  clock(startsAt).until(clock(endsAt), { largestUnit: 'hour' }).toString()

const clock = (instant: Temporal.Instant): Temporal.PlainDateTime =>
  instant.toZonedDateTimeISO(localZone).toPlainDateTime()

const component = (
  { uid, sequence, at, url }: CalendarItem,
  { startsAt, endsAt, title, place, description }: PackageDate,
  { people, isCancelled, recurrence }: Rest & { recurrence: string },
): string =>
  [
    'BEGIN:VEVENT\r\n',
    contentLine('UID', textValue(uid)),
    `DTSTAMP:${utc(at)}\r\nSEQUENCE:${sequence}\r\n`,
    `DTSTART${local(startsAt)}\r\nDTEND${local(endsAt)}\r\n`,
    recurrence,
    contentLine('SUMMARY', textValue(title)),
    description ? contentLine('DESCRIPTION', textValue(description)) : '',
    place ? contentLine('LOCATION', textValue(place)) : '',
    contentLine('URL', url),
    people,
    isCancelled ? 'STATUS:CANCELLED\r\n' : 'STATUS:CONFIRMED\r\n',
    'END:VEVENT\r\n',
  ].join('')

/** What may stand between quotes: anything but quotes and what controls. */
const parameter = (text: string): string =>
  text
    .replaceAll(/["\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
