import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { EventDate } from '../event/event.ts'

export const attendanceStates = ['present', 'excused', 'absent'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** What was recorded of one person on one date. */
export interface Mark {
  dateId: string
  registrationId: string
  state: AttendanceState
  /** Excused, and the substitute task is done: counts as present. */
  taskDone: boolean
  /** From the organizer's list, or by the code in the room. */
  how: 'list' | 'code'
  recordedAt: Temporal.Instant
}

export const counts = ({ state, taskDone }: Pick<Mark, 'state' | 'taskDone'>): boolean =>
  state === 'present' || (state === 'excused' && taskDone)

export function markInWords({ state, taskDone }: Pick<Mark, 'state' | 'taskDone'>): string {
  if (state === 'present') return 'Da'
  if (state === 'absent') return 'Gefehlt'
  return taskDone ? 'Entschuldigt, Ersatzaufgabe erledigt' : 'Entschuldigt'
}

export interface Tally {
  attended: number
  /** Dates that were not called off. */
  of: number
  /** In tenths of a percent, as it is shown; what decides is not rounded. */
  permille: number
  /** Null where the event has no certificate. */
  verdict: 'passed' | 'failed' | 'open' | null
}

type Held = Pick<EventDate, 'id' | 'endsAt' | 'cancelledAt'>

/**
 * How one person stands. Whole numbers are compared, so that 80 of 100 are exactly 80 %. It is open while dates that are still to come can make the
 * difference.
 */
export function tally(
  dates: readonly Held[],
  marks: readonly Pick<Mark, 'dateId' | 'state' | 'taskDone'>[],
  { passPercent, now }: { passPercent: number | null; now: Temporal.Instant },
): Tally {
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null)
  const markOf = new Map(marks.map((mark) => [mark.dateId, mark]))
  const attended = held.filter(({ id }) => isCounted(markOf.get(id))).length
  const coming = held.filter(({ id, endsAt }) => !markOf.has(id) && Temporal.Instant.compare(endsAt, now) > 0).length
  const of = held.length
  const permille = of === 0 ? 0 : Math.round((attended * 1000) / of)
  return { attended, of, permille, verdict: verdictOf({ attended, coming, of }, passPercent) }
}

const isCounted = (mark: Pick<Mark, 'state' | 'taskDone'> | undefined): boolean => mark !== undefined && counts(mark)

function verdictOf(
  { attended, coming, of }: { attended: number; coming: number; of: number },
  passPercent: number | null,
): Tally['verdict'] {
  if (passPercent === null) return null
  const reaches = (dates: number): boolean => of > 0 && dates * 100 >= passPercent * of
  if (reaches(attended)) return 'passed'
  return coming > 0 && reaches(attended + coming) ? 'open' : 'failed'
}

/** "83,3 %" */
export const percentInWords = ({ permille }: Pick<Tally, 'permille'>): string =>
  `${(permille / 10).toLocaleString('de-DE', { maximumFractionDigits: 1 })}\u00A0%`

const verdicts = { passed: 'bestanden', failed: 'nicht bestanden', open: 'noch offen' }

/** "5 von 6 Terminen, 83,3 %: bestanden" */
export function tallyInWords(figures: Tally): string {
  const { attended, of, verdict } = figures
  const share = `${attended} von ${of} ${of === 1 ? 'Termin' : 'Terminen'}, ${percentInWords(figures)}`
  return verdict === null ? share : `${share}: ${verdicts[verdict]}`
}

/** Nobody is recorded before the day itself. */
export const mayRecord = ({ startsAt }: Pick<EventDate, 'startsAt'>, now: Temporal.Instant): boolean =>
  Temporal.PlainDate.compare(localDay(now), localDay(startsAt)) >= 0

/** The code in the room counts until then. */
export const codeEnd = ({ endsAt }: Pick<EventDate, 'endsAt'>): Temporal.Instant => endsAt.add({ hours: 2 })

export interface CheckIn {
  code: string
  closesAt: Temporal.Instant
}

/** "123 456": two groups are easier to read from afar. */
export const codeInGroups = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
