import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, germanWeekday, localDay, startOfDay } from '#kernel/local-day.ts'

/** Steps of a road that people meet for; `other` belongs to none. */
export const appointmentSteps = ['onSite', 'policyReview', 'spotChecks', 'kickoff', 'other'] as const
export type AppointmentStep = (typeof appointmentSteps)[number]

export const appointmentStates = ['proposed', 'confirmed', 'declined', 'cancelled', 'held'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** The municipality, or whoever carries the programme out or leads it. */
export const sides = ['organization', 'programme'] as const
export type Side = (typeof sides)[number]

export const mostProposals = 5

/** When and where: a place, a link to a video meeting, or both. */
export interface Slot {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  place: string
  videoUrl: string
}

export interface Proposal extends Slot {
  id: string
  side: Side
}

export interface Participant {
  id: string
  name: string
  email: string
  /** At the municipality, today. */
  roles: readonly string[]
  attended: boolean | null
}

export interface Appointment {
  id: string
  enrollmentId: string
  organizationId: string
  organizationName: string
  programmeId: string
  programmeName: string
  enrollmentState: 'active' | 'withdrawn'
  step: AppointmentStep
  title: string
  note: string
  /** Who comes; null where nobody in particular does. */
  assessor: { id: string; name: string; email: string } | null
  minutesBefore: number
  minutesAfter: number
  state: AppointmentState
  round: number
  /** What was chosen; stays when it is cancelled or given back. */
  chosen: Slot | null
  /** Those that count now, the earliest first. */
  proposals: readonly Proposal[]
  participants: readonly Participant[]
  sequence: number
  reason: string
  kickoffId: string | null
  attended: boolean | null
  proposedBy: string
  version: number
  changedAt: Temporal.Instant
  /** Whether whoever asks leads the programme. */
  isLed: boolean
  /** Whether whoever asks leads the programme or guides in it. */
  isSeen: boolean
  /** The step of the road as it is now; null where the road has none. */
  road: RoadPoint | null
}

export interface RoadPoint {
  state: 'open' | 'inProgress' | 'done' | 'notNeeded'
  acts: string
  waitingFor: string | null
  /** Everything before it is over. */
  canBegin: boolean
}

const stateNames: Record<AppointmentState, string> = {
  proposed: 'vorgeschlagen',
  confirmed: 'bestätigt',
  declined: 'neue Vorschläge erbeten',
  cancelled: 'abgesagt',
  held: 'stattgefunden',
}

export const stateInWords = (state: AppointmentState): string => stateNames[state]

const stepNames: Record<AppointmentStep, string> = {
  onSite: 'Vor-Ort-Termin',
  policyReview: 'Durchsicht der Richtlinien',
  spotChecks: 'Stichproben',
  kickoff: 'Auftakt',
  other: 'Anderer Anlass',
}

export const stepInWords = (step: AppointmentStep): string => stepNames[step]

/** What may be done with it: each deed with the states in which it is possible. */
const possible = {
  choose: ['proposed', 'declined'],
  decline: ['proposed', 'confirmed'],
  change: ['proposed', 'declined', 'confirmed'],
  cancel: ['proposed', 'declined', 'confirmed'],
  hold: ['confirmed'],
} as const satisfies Record<string, readonly AppointmentState[]>

export type Deed = keyof typeof possible

/** Whether its state allows the deed. A kick-off is one date for many: nobody chooses or moves it for one municipality. */
export const allows = ({ state, kickoffId }: Pick<Appointment, 'state' | 'kickoffId'>, deed: Deed): boolean =>
  (possible[deed] as readonly AppointmentState[]).includes(state) && (kickoffId === null || deed === 'cancel')

/** Which side chooses now; undefined when nobody has to. */
export const chooser = ({ state }: Pick<Appointment, 'state'>): Side | undefined =>
  state === 'proposed' ? 'organization' : state === 'declined' ? 'programme' : undefined

/** With the way there and back. */
export const away = (
  { startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>,
  { minutesBefore, minutesAfter }: Pick<Appointment, 'minutesBefore' | 'minutesAfter'>,
): { from: Temporal.Instant; until: Temporal.Instant } => ({
  from: startsAt.subtract({ minutes: minutesBefore }),
  until: endsAt.add({ minutes: minutesAfter }),
})

/** From midnight to midnight: only its day is known. */
export function isWholeDay({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): boolean {
  const day = localDay(startsAt)
  return startsAt.equals(startOfDay(day)) && endsAt.equals(startOfDay(day.add({ days: 1 })))
}

/** "Dienstag, 01.12.2026, 09:00 bis 12:30 Uhr" */
export function slotInWords({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): string {
  const day = localDay(startsAt)
  const end = localDay(endsAt)
  if (isWholeDay({ startsAt, endsAt })) return `${germanWeekday(day)}, ${germanDay(day)}, ganztägig`
  const begin = `${germanWeekday(day)}, ${germanDay(day)}, ${germanTime(startsAt).replace(' Uhr', '')}`
  return `${begin} bis ${end.equals(day) ? '' : `${germanDay(end)}, `}${germanTime(endsAt)}`
}

/** "Rathaus, Markt 1", "Videokonferenz", or both. */
export const placeInWords = ({ place, videoUrl }: Pick<Slot, 'place' | 'videoUrl'>): string =>
  [place, videoUrl === '' ? '' : 'Videokonferenz'].filter((part) => part !== '').join(' und ')
