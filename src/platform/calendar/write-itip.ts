import type { Temporal } from 'temporal-polyfill'
import { contentLine, textValue } from './content-line.ts'
import { berlin, local, utc } from './write-ical.ts'

interface Attendant {
  email: string
  name: string
}

/** One date for one reader. */
export interface Invitation {
  /** `REQUEST` puts it into the calendar or replaces it there, `CANCEL` takes it out. */
  method: 'REQUEST' | 'CANCEL'
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
  organizer: Attendant
  attendee: Attendant
}

/**
 * A date as RFC 5546 (iTIP) has it, for a mail to one attendee: names and addresses of the others stay where they are. Answers are given in the
 * portal, so none is asked for here.
 */
export function writeItip(invitation: Invitation): string {
  const { method, uid, sequence, at, startsAt, endsAt, title, description, place, url, organizer, attendee } =
    invitation
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotsenwerk//Termine//DE\r\nCALSCALE:GREGORIAN\r\n',
    `METHOD:${method}\r\n`,
    berlin,
    'BEGIN:VEVENT\r\n',
    contentLine('UID', textValue(uid)),
    `DTSTAMP:${utc(at)}\r\nSEQUENCE:${sequence}\r\n`,
    `DTSTART${local(startsAt)}\r\nDTEND${local(endsAt)}\r\n`,
    contentLine('SUMMARY', textValue(title)),
    description ? contentLine('DESCRIPTION', textValue(description)) : '',
    place ? contentLine('LOCATION', textValue(place)) : '',
    contentLine('URL', url),
    contentLine(`ORGANIZER;CN="${parameter(organizer.name)}"`, `mailto:${organizer.email}`),
    contentLine(
      `ATTENDEE;CN="${parameter(attendee.name)}";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE`,
      `mailto:${attendee.email}`,
    ),
    method === 'CANCEL' ? 'STATUS:CANCELLED\r\n' : 'STATUS:CONFIRMED\r\n',
    'END:VEVENT\r\nEND:VCALENDAR\r\n',
  ].join('')
}

/** What may stand between quotes: anything but quotes and what controls. */
const parameter = (text: string): string =>
  text
    .replaceAll(/["\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
