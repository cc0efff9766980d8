import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'

export const eventKinds = ['course', 'dayTraining', 'breakfast', 'network', 'kickoff', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

export const kindInWords: Record<EventKind, string> = {
  course: 'Kurs',
  dayTraining: 'Tagesschulung',
  breakfast: 'Digitales Frühstück',
  network: 'Netzwerktreffen',
  kickoff: 'Auftakt',
  other: 'Veranstaltung',
}

export const promotions = ['offer', 'automatic'] as const
export type Promotion = (typeof promotions)[number]

/** How many seats an organization of at most so many inhabitants has; null: of any size. */
export interface Share {
  upTo: number | null
  seats: number
}

export interface EventDate {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
  topic: string
  isOnline: boolean
  /** For the organizer and for those who have a seat; null for everybody else, and where there is none yet. */
  videoUrl: string | null
  cancelledAt: Temporal.Instant | null
}

/** What one registers for. */
export interface Event {
  id: string
  organizerId: string
  /** Runs of the same course share it. */
  lineId: string
  run: number
  previousId: string | null
  /** The run that takes over the waiting list, where it is published. */
  nextId: string | null
  kind: EventKind
  title: string
  lead: string
  outcomes: string
  speakers: string
  targetGroup: string
  costRule: string
  accessibility: string
  contactId: string | null
  /** Null: as many as come. */
  capacity: number | null
  /** Confirmed and offered. */
  seatsTaken: number
  perOrganization: number | null
  populationQuota: readonly Share[] | null
  prerequisiteId: string | null
  prerequisiteTitle: string | null
  programmeId: string | null
  needsDeclaration: boolean
  needsApproval: boolean
  promotion: Promotion
  offerHours: number
  offerStopHours: number
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant | null
  passPercent: number | null
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  /** From then on nobody gets a seat by the list. */
  beginsAt: Temporal.Instant | null
  sequence: number
  publishedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  cancelReason: string
  version: number
  changedAt: Temporal.Instant
  dates: readonly EventDate[]
}

/** Whether one registers for all dates at once and may still join when some are over. */
export const isSeries = (kind: EventKind): boolean => kind === 'breakfast'

/** First begin, last end, and from when on nobody moves up; of the dates that are not called off. */
export function spanOf(
  kind: EventKind,
  dates: readonly Pick<EventDate, 'startsAt' | 'endsAt' | 'cancelledAt'>[],
): Pick<Event, 'startsAt' | 'endsAt' | 'beginsAt'> {
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null)
  const starts = held.map(({ startsAt }) => startsAt).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const ends = held.map(({ endsAt }) => endsAt).toSorted((a, b) => Temporal.Instant.compare(a, b))
  const [first = null, last = null] = [starts[0], starts.at(-1)]
  return { startsAt: first, endsAt: ends.at(-1) ?? null, beginsAt: isSeries(kind) ? last : first }
}

export type Standing = 'draft' | 'cancelled' | 'over' | 'running' | 'closed' | 'early' | 'full' | 'open'

/** How it stands for somebody who would like to take part. */
export function standingOf(event: Event, now: Temporal.Instant): Standing {
  const reached = (moment: Temporal.Instant | null) => moment !== null && Temporal.Instant.compare(now, moment) >= 0
  if (event.cancelledAt) return 'cancelled'
  if (!event.publishedAt) return 'draft'
  if (event.endsAt === null || reached(event.endsAt)) return 'over'
  if (reached(event.beginsAt)) return 'running'
  if (reached(event.closesAt)) return 'closed'
  if (event.opensAt && !reached(event.opensAt)) return 'early'
  return event.capacity !== null && event.seatsTaken >= event.capacity ? 'full' : 'open'
}

export const standingInWords: Record<Standing, string> = {
  draft: 'Entwurf',
  cancelled: 'Abgesagt',
  over: 'Vorbei',
  running: 'Läuft',
  closed: 'Anmeldeschluss vorbei',
  early: 'Anmeldung noch nicht offen',
  full: 'Ausgebucht',
  open: 'Plätze frei',
}

/** "Kurs 7", where there is more than one run or the kind is a course. */
export const runInWords = ({ kind, run }: Pick<Event, 'kind' | 'run'>): string =>
  kind === 'course' || run > 1 ? `${kindInWords[kind]} ${run}` : kindInWords[kind]

/** "Do, 03.12.2026, 9:00 bis 16:00 Uhr", and over midnight with both days. */
export function dateInWords({ startsAt, endsAt }: Pick<EventDate, 'startsAt' | 'endsAt'>): string {
  const [first, last] = [localDay(startsAt), localDay(endsAt)]
  const from = germanTime(startsAt).replace(' Uhr', '')
  return first.equals(last)
    ? `${dayInWords(first)}, ${from} bis ${germanTime(endsAt)}`
    : `${dayInWords(first)}, ${from} Uhr bis ${dayInWords(last)}, ${germanTime(endsAt)}`
}

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
/** "Do, 03.12.2026" */
export const dayInWords = (day: Temporal.PlainDate): string => `${weekdays[day.dayOfWeek - 1] ?? ''}, ${germanDay(day)}`

export const placeInWords = ({ place, isOnline }: Pick<EventDate, 'place' | 'isOnline'>): string =>
  [isOnline ? 'online' : '', place].filter((part) => part !== '').join(', ')

/** How many seats an organization has in this event; null: no share is set. */
export function shareOf(
  { perOrganization, populationQuota }: Pick<Event, 'perOrganization' | 'populationQuota'>,
  population: number | null,
): number | null {
  if (!populationQuota) return perOrganization
  const ordered = populationQuota.toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity))
  return ordered.find(({ upTo }) => upTo === null || (population ?? 0) <= upTo)?.seats ?? null
}
