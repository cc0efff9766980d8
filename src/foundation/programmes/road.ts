import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { type Refusal, refuse } from '#kernel/outcome.ts'
import type { Party, StepDefinition } from './programme.ts'

export const stepStates = ['open', 'inProgress', 'done', 'notNeeded'] as const
export type StepState = (typeof stepStates)[number]

/** One step on the road of one municipality. */
export interface RoadStep extends StepDefinition {
  state: StepState
  since: Temporal.Instant
  /** The local day it happens or happened. */
  onDay: string | null
  /** Only where it is somebody else than usual. */
  waitingFor: Party | null
  missing: string
  note: string
}

const stateNames: Record<StepState, string> = {
  open: 'offen',
  inProgress: 'läuft',
  done: 'erledigt',
  notNeeded: 'entfällt',
}

/** "offen", "läuft", "erledigt", "entfällt". */
export const stateInWords = (state: StepState): string => stateNames[state]

/** "ist offen", "läuft", "ist erledigt", "entfällt"; with a word: "ist jetzt offen", "läuft jetzt". */
export function standsInWords(state: StepState, when = ''): string {
  const then = when === '' ? '' : ` ${when}`
  return state === 'open' || state === 'done' ? `ist${then} ${stateInWords(state)}` : `${stateInWords(state)}${then}`
}

/** What may follow on what; `notNeeded` only where the programme calls the step optional. */
const transitions: Record<StepState, readonly StepState[]> = {
  open: ['inProgress', 'done', 'notNeeded'],
  inProgress: ['open', 'done', 'notNeeded'],
  done: ['open', 'inProgress'],
  notNeeded: ['open', 'inProgress', 'done'],
}

const isOver = ({ state }: Pick<RoadStep, 'state'>): boolean => state === 'done' || state === 'notNeeded'
const hasBegun = ({ state }: Pick<RoadStep, 'state'>): boolean => state === 'done' || state === 'inProgress'

/** The step that is waited for: the first one that is not over. */
export const currentStep = (road: readonly RoadStep[]): RoadStep | undefined => road.find((step) => !isOver(step))

/** What must be done before this step may begin. */
export const openNeeds = (road: readonly RoadStep[], { needs }: Pick<StepDefinition, 'needs'>): RoadStep[] =>
  road.filter((step) => needs.includes(step.key) && !isOver(step))

/** Steps that have begun and rest on this one. */
export const restingOn = (road: readonly RoadStep[], key: string): RoadStep[] =>
  road.filter((step) => step.needs.includes(key) && hasBegun(step))

/** Everything that could be done today: not over, and nothing before it is missing. */
export const possibleSteps = (road: readonly RoadStep[]): RoadStep[] =>
  road.filter((step) => !isOver(step) && openNeeds(road, step).length === 0)

interface Days {
  today: Temporal.PlainDate
  deadline: string | null
}

/** Why a step cannot get this state now; undefined when it can. */
export const hindrance = (
  road: readonly RoadStep[],
  step: RoadStep,
  wanted: StepState,
  days: Days,
): Refusal | undefined =>
  wrongTransition(step, wanted) ??
  tooEarly(road, step, wanted) ??
  takenBack(road, step, wanted) ??
  tooLate(step, wanted, days)

function wrongTransition(step: RoadStep, wanted: StepState): Refusal | undefined {
  if (wanted === 'notNeeded' && !step.isOptional)
    return no(`„${step.title}“ gehört zu jedem Weg und kann nicht entfallen.`)
  return wanted === step.state || transitions[step.state].includes(wanted)
    ? undefined
    : no(
        `„${step.title}“ ${standsInWords(step.state)} und kann nicht auf „${stateInWords(wanted)}“ gesetzt werden. Bitte zuerst wieder auf „offen“ setzen.`,
      )
}

function tooEarly(road: readonly RoadStep[], step: RoadStep, wanted: StepState): Refusal | undefined {
  const before = hasBegun({ state: wanted }) ? openNeeds(road, step) : []
  return before.length > 0
    ? no(`„${step.title}“ ist noch nicht an der Reihe: Zuerst ${listed(before)}. Geändert ist nichts.`)
    : undefined
}

function takenBack(road: readonly RoadStep[], step: RoadStep, wanted: StepState): Refusal | undefined {
  const after = isOver(step) && !isOver({ state: wanted }) ? restingOn(road, step.key) : []
  return after.length > 0
    ? no(
        `„${step.title}“ ${standsInWords(step.state)}, und darauf baut schon ${listed(after)} auf. Bitte zuerst dort ändern.`,
      )
    : undefined
}

const tooLate = (step: RoadStep, wanted: StepState, { today, deadline }: Days): Refusal | undefined =>
  wanted === 'done' && step.state !== 'done' && step.byDeadline && deadline !== null && today.toString() > deadline
    ? no(
        `„${step.title}“ war bis ${germanDay(Temporal.PlainDate.from(deadline))} möglich. Die Frist gehört zum Programm; wird sie verlängert, ändern Sie sie dort.`,
      )
    : undefined

/** The first step of a whole road that has begun before what it needs; undefined when the road is in order. */
export function outOfOrder<Step extends StepDefinition & { state: StepState }>(
  road: readonly Step[],
): { step: Step; before: Step[] } | undefined {
  for (const step of road) {
    const before = hasBegun(step) ? road.filter((one) => step.needs.includes(one.key) && !isOver(one)) : []
    if (before.length > 0) return { step, before }
  }
  return undefined
}

const no = (message: string): Refusal => refuse(message, [{ path: 'state', message }])

const listed = (steps: readonly RoadStep[]): string => steps.map(({ title }) => `„${title}“`).join(', ')
