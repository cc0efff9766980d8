import type { Temporal } from 'temporal-polyfill'
import { completed, type Programme } from '../programme.ts'

/** One participant, as the ministry is told: no steps, no notes, no names of people. */
export interface Participant {
  organizationName: string
  organizationKind: string
  county: string | null
  state: 'active' | 'withdrawn'
  phase: string
  beganAt: Temporal.Instant
  /** Local day of the naming; null where nobody is named. */
  namedOn: string | null
}

export interface PhaseCount {
  title: string
  count: number
}

/** How a programme stands, for whoever pays for it. */
export interface ProgrammeReport {
  programme: Programme
  madeAt: Temporal.Instant
  participants: readonly Participant[]
  active: number
  withdrawn: number
  completed: number
  named: number
  byPhase: readonly PhaseCount[]
}

export function reportOf(
  programme: Programme,
  participants: readonly Participant[],
  madeAt: Temporal.Instant,
): ProgrammeReport {
  const active = participants.filter(({ state }) => state === 'active')
  const inPhase = (key: string) => active.filter(({ phase }) => phase === key).length
  return {
    programme,
    madeAt,
    participants,
    active: active.length,
    withdrawn: participants.length - active.length,
    completed: inPhase(completed),
    named: active.filter(({ namedOn }) => namedOn !== null).length,
    byPhase: [
      ...programme.phases.map(({ key, title }) => ({ title, count: inPhase(key) })),
      { title: 'Abgeschlossen', count: inPhase(completed) },
    ],
  }
}

/** The phase in words: "Anmeldung", "Abgeschlossen", "beendet". */
export const phaseInWords = (
  { phases }: Pick<Programme, 'phases'>,
  { state, phase }: Pick<Participant, 'state' | 'phase'>,
): string =>
  state === 'withdrawn'
    ? 'Teilnahme beendet'
    : phase === completed
      ? 'Abgeschlossen'
      : (phases.find(({ key }) => key === phase)?.title ?? phase)
