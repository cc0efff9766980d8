import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Mark, Tally } from '../attendance/attendance.ts'
import { counts, percentInWords } from '../attendance/attendance.ts'
import { type Event, runInWords } from '../event/event.ts'

/** What a certificate says, as it was when it was issued. */
export interface Facts {
  title: string
  run: string
  organizer: string
  outcomes: readonly string[]
  dates: readonly CertifiedDate[]
  attended: number
  of: number
  permille: number
}

export interface CertifiedDate {
  /** ISO, local. */
  day: string
  minutes: number
  topic: string
  /** There, or excused with the substitute task. */
  attended: boolean
}

export interface Certificate {
  id: string
  number: string
  eventId: string
  registrationId: string
  personId: string | null
  holderName: string
  facts: Facts
  issuedAt: Temporal.Instant
  /** Number of the one that took its place. */
  replacedBy: string | null
  revokedAt: Temporal.Instant | null
  revokeReason: string
}

/** What strangers learn by the number. */
export type Checked = Pick<Certificate, 'number' | 'holderName' | 'facts' | 'issuedAt' | 'replacedBy' | 'revokedAt'>

export type CertificateState = 'valid' | 'replaced' | 'revoked'

export const stateOf = ({ replacedBy, revokedAt }: Pick<Certificate, 'replacedBy' | 'revokedAt'>): CertificateState =>
  replacedBy !== null ? 'replaced' : revokedAt === null ? 'valid' : 'revoked'

export function stateInWords(certificate: Pick<Certificate, 'replacedBy' | 'revokedAt'>): string {
  switch (stateOf(certificate)) {
    case 'valid':
      return 'gültig'
    case 'replaced':
      return `ersetzt durch ${certificate.replacedBy ?? ''}`
    case 'revoked':
      return certificate.revokedAt ? `zurückgezogen am ${germanDay(localDay(certificate.revokedAt))}` : 'zurückgezogen'
  }
}

/** What is certified of one person in one event; called-off dates are left out. */
export function factsOf(
  event: Event,
  { organizer, marks, tally }: { organizer: string; marks: ReadonlyMap<string, Mark>; tally: Tally },
): Facts {
  const dates = event.dates
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ id, startsAt, endsAt, topic }) => {
      const mark = marks.get(id)
      const minutes = Math.round(endsAt.since(startsAt).total('minutes'))
      return { day: localDay(startsAt).toString(), minutes, topic, attended: mark !== undefined && counts(mark) }
    })
  return {
    title: event.title,
    run: runInWords(event),
    organizer,
    outcomes: event.outcomes
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    dates,
    attended: tally.attended,
    of: tally.of,
    permille: tally.permille,
  }
}

/** "7 Stunden", "1,5 Stunden" */
export function hoursInWords(minutes: number): string {
  const hours = (minutes / 60).toLocaleString('de-DE', { maximumFractionDigits: 2 })
  return `${hours} ${minutes === 60 ? 'Stunde' : 'Stunden'}`
}

export const attendedMinutes = ({ dates }: Pick<Facts, 'dates'>): number =>
  dates.reduce((sum, { minutes, attended }) => sum + (attended ? minutes : 0), 0)

/** "5 von 6 Terminen, 83,3 %" */
export const shareInWords = (facts: Pick<Facts, 'attended' | 'of' | 'permille'>): string =>
  `${facts.attended} von ${facts.of} ${facts.of === 1 ? 'Termin' : 'Terminen'}, ${percentInWords(facts)}`

export const dayOf = (day: string): string => germanDay(Temporal.PlainDate.from(day))

/** "03.12.2026" or "03.12.2026 bis 28.01.2027" */
export function periodInWords({ dates }: Pick<Facts, 'dates'>): string {
  const days = dates.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? dayOf(first) : `${dayOf(first)} bis ${dayOf(last)}`
}

/** Whether the same would stand on it: then there is nothing to correct. */
export const saysTheSame = (
  one: Pick<Certificate, 'holderName' | 'facts'>,
  other: Pick<Certificate, 'holderName' | 'facts'>,
): boolean => one.holderName === other.holderName && canonical(one.facts) === canonical(other.facts)

/** The order of keys is the database's, not ours. */
const canonical = ({ title, run, organizer, outcomes, dates, attended, of, permille }: Facts): string =>
  JSON.stringify([
    title,
    run,
    organizer,
    outcomes,
    attended,
    of,
    permille,
    dates.map((date) => [date.day, date.minutes, date.topic, date.attended]),
  ])

/** The last one of each person; the list begins with the newest. */
export const newestOf = (certificates: readonly Certificate[]): ReadonlyMap<string, Certificate> =>
  new Map(certificates.toReversed().map((one) => [one.registrationId, one]))
