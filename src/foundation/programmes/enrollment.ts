import type { Temporal } from 'temporal-polyfill'
import type { Party } from './programme.ts'
import type { RoadStep } from './road.ts'

/** One municipality in one programme. What stands after `road` follows from the steps; the database writes it. */
export interface Enrollment {
  id: string
  organizationId: string
  organizationName: string
  organizationKind: string
  county: string | null
  programmeId: string
  programmeName: string
  deadline: string | null
  state: 'active' | 'withdrawn'
  beganAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string
  guideId: string | null
  lastContactOn: string | null
  version: number
  /** One letter a step, in order: `d`one, in `p`rogress, `n`ot needed, `o`pen. */
  road: string
  /** Null when every step is over. */
  currentStep: string | null
  /** Key of the phase of that step, or `completed`. */
  phase: string
  waitingFor: Party | null
  waitingSince: Temporal.Instant | null
  missing: string
  /** What the steps ahead usually take together. */
  daysNeeded: number
  completedAt: Temporal.Instant | null
  /** Whether whoever asks leads the programme, and whether they work in it (lead or guide). */
  isLed: boolean
  isSeen: boolean
}

export interface EnrollmentWithSteps extends Enrollment {
  steps: readonly RoadStep[]
}

/** How it stands against the deadline: what is left to do against the days that are left. */
export type Pressure = 'late' | 'endangered' | 'tight' | 'onTrack' | 'none'

/** A third more than it usually takes is what calm needs. */
const margin = 1.33

/** `daysLeft` counts the local days until the deadline, today not included; negative when it has passed. */
export function pressureOf(
  { state, currentStep, daysNeeded }: Pick<Enrollment, 'state' | 'currentStep' | 'daysNeeded'>,
  daysLeft: number | null,
): Pressure {
  if (daysLeft === null || state === 'withdrawn' || currentStep === null) return 'none'
  if (daysLeft < 0) return 'late'
  if (daysLeft < daysNeeded) return 'endangered'
  return daysLeft < daysNeeded * margin ? 'tight' : 'onTrack'
}

const pressureNames: Record<Pressure, string> = {
  late: 'Frist vorbei',
  endangered: 'gefährdet',
  tight: 'knapp',
  onTrack: 'im Plan',
  none: '',
}

/** "gefährdet", "knapp", "im Plan"; empty where nothing presses. */
export const pressureInWords = (pressure: Pressure): string => pressureNames[pressure]
