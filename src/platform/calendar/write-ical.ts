import type { Temporal } from 'temporal-polyfill'
import { localZone } from '#kernel/local-day.ts'
import type { CalendarEntry, CalendarTime } from '#platform/portal/calendar-entry.ts'
import { contentLine, textValue } from './content-line.ts'

export interface IcalFeed {
  /** What the reader's calendar program calls it. */
  name: string
  /** Address of the portal, without a slash at its end: entries name paths. */
  portal: string
  entries: readonly CalendarEntry[]
}

/**
 * A calendar as RFC 5545 has it. Nothing in it depends on the moment or on the machine: the same entries are the same bytes,
 * so that a reader who has them already is told so. Local times name Europe/Berlin, whose rules come along.
 */
export function writeIcal({ name, portal, entries }: IcalFeed): string {
  const days = new DayWords()
  const title = textValue(name)
  let text = [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lotsenwerk//Kalender//DE\r\nCALSCALE:GREGORIAN\r\n',
    contentLine('NAME', title),
    contentLine('X-WR-CALNAME', title),
    `X-WR-TIMEZONE:${localZone}\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n`,
    berlin,
  ].join('')
  for (const entry of entries) text += event(entry, portal, days)
  return `${text}END:VCALENDAR\r\n`
}

function event(entry: CalendarEntry, portal: string, days: DayWords): string {
  const { key, title, description, place, url, isCancelled, changedAt } = entry
  const changed = utc(changedAt)
  const parts = [
    'BEGIN:VEVENT\r\n',
    contentLine('UID', `${textValue(key)}@kalender.lotsenwerk`),
    // Without METHOD this is the last revision, not the moment of writing.
    `DTSTAMP:${changed}\r\n`,
    times(entry.time, days),
    `SEQUENCE:${sequence(changedAt)}\r\nLAST-MODIFIED:${changed}\r\n`,
    contentLine('SUMMARY', textValue(title)),
    description ? contentLine('DESCRIPTION', textValue(description)) : '',
    place ? contentLine('LOCATION', textValue(place)) : '',
    contentLine('URL', `${portal}${url}`),
    isCancelled ? 'STATUS:CANCELLED\r\n' : 'STATUS:CONFIRMED\r\n',
    // A deadline does not make anybody busy.
    'day' in entry.time.from ? 'TRANSP:TRANSPARENT\r\n' : '',
    'END:VEVENT\r\n',
  ]
  return parts.join('')
}

const isDays = (time: CalendarTime): time is { from: Temporal.PlainDate; until: Temporal.PlainDate } =>
  'day' in time.from

/** Whole days end before the day after the last one; something without length has no end of its own. */
function times(time: CalendarTime, days: DayWords): string {
  if (isDays(time)) return `DTSTART;VALUE=DATE:${days.of(time.from)}\r\nDTEND;VALUE=DATE:${days.after(time.until)}\r\n`
  const start = `DTSTART${local(time.from)}\r\n`
  return time.until.epochMilliseconds > time.from.epochMilliseconds ? `${start}DTEND${local(time.until)}\r\n` : start
}

/**
 * In the hour that comes twice a local time means the first one; but programs disagree (ical.js takes the second), so there it is
 * written in UTC.
 */
export function local(instant: Temporal.Instant): string {
  const wall = instant.toZonedDateTimeISO(localZone).toPlainDateTime()
  const [first, second] = [at(wall, 'earlier'), at(wall, 'later')]
  return first === second ? `;TZID=${localZone}:${compact(wall.toString(seconds))}` : `:${utc(instant)}`
}

const at = (wall: Temporal.PlainDateTime, disambiguation: 'earlier' | 'later'): number =>
  wall.toZonedDateTime(localZone, { disambiguation }).epochMilliseconds

const seconds = { fractionalSecondDigits: 0 } as const
/** An instant in UTC, as calendars write it. */
export const utc = ({ epochMilliseconds }: Temporal.Instant): string => {
  const second = Math.floor(epochMilliseconds / 1000)
  const day = Math.floor(second / 86_400)
  const [year, month, date] = civilDay(day)
  const rest = second - day * 86_400
  const [hour, minute] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60)]
  return `${String(year).padStart(4, '0')}${two(month)}${two(date)}T${two(hour)}${two(minute)}${two(rest % 60)}Z`
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** Year, month and day of a count of days since 1970: Temporal says the same, but not five thousand times in a few milliseconds. */
function civilDay(sinceEpoch: number): [number, number, number] {
  // Counted from 1 March of the year 0, so that the leap day is the last one of its year; an era has 400 years.
  const days = sinceEpoch + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1]
}

const compact = (iso: string): string => iso.replaceAll(/[-:]/g, '')

/** Seconds since 2020: rises with each change and fits into the integers of the format until 2088. */
const sequence = ({ epochMilliseconds }: Temporal.Instant): number =>
  Math.max(0, Math.floor(epochMilliseconds / 1000) - 1_577_836_800)

/** Thousands of entries lie on a few hundred days: each is put into words once. */
class DayWords {
  readonly #words = new WeakMap<Temporal.PlainDate, string>()
  readonly #after = new WeakMap<Temporal.PlainDate, string>()

  of = (day: Temporal.PlainDate): string => once(this.#words, day, () => compact(day.toString()))
  after = (day: Temporal.PlainDate): string => once(this.#after, day, () => compact(day.add({ days: 1 }).toString()))
}

function once(known: WeakMap<Temporal.PlainDate, string>, day: Temporal.PlainDate, words: () => string): string {
  const there = known.get(day)
  if (there !== undefined) return there
  const made = words()
  known.set(day, made)
  return made
}

/** The rule of the European Union, since 1996; before that summer time ended in September. */
export const berlin = [
  'BEGIN:VTIMEZONE',
  `TZID:${localZone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')
