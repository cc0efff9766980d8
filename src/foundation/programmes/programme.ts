import type { Temporal } from 'temporal-polyfill'

/** Who is waited for on the road of a municipality. */
export const parties = ['organization', 'contractor', 'cooperative', 'ministry'] as const
export type Party = (typeof parties)[number]

export const programmeStates = ['draft', 'running', 'ended'] as const
export type ProgrammeState = (typeof programmeStates)[number]

/** Which municipalities get the amount of a stage once it is released. */
export const stageRequirements = ['admitted', 'assessed', 'accepted'] as const
export type StageRequirement = (typeof stageRequirements)[number]

export interface Phase {
  key: string
  position: number
  title: string
}

/** A step as the programme defines it; where a municipality stands in it is a `RoadStep`. */
export interface StepDefinition {
  key: string
  position: number
  phaseKey: string
  title: string
  /** The deed, as whoever has to do it reads it. */
  duty: string
  acts: Party
  /** Steps that are done or not needed before this one begins. */
  needs: readonly string[]
  isOptional: boolean
  /** Set by a deed of its own (signature, admission) or the programme manager, not by simply saying so. */
  byDeed: boolean
  /** Done until the deadline of the programme, or not at all. */
  byDeadline: boolean
  typicalDays: number
}

export interface Stage {
  number: number
  title: string
  /** Gross, per municipality. */
  amountCents: number
  requires: StageRequirement
  releasedOn: string | null
  decision: string
}

export interface WantedDocument {
  key: string
  position: number
  title: string
  hint: string
  isRequired: boolean
}

export interface Programme {
  id: string
  key: string
  name: string
  summary: string
  /** Markdown. */
  about: string
  state: ProgrammeState
  runBy: { id: string; name: string }
  contractor: { id: string; name: string } | null
  startsOn: string | null
  /** The last day, ending at 24:00 in Europe/Berlin. */
  deadline: string | null
  takesInterest: boolean
  openTo: readonly string[]
  expected: number | null
  totalCents: number | null
  declarationText: string
  declarationVersion: number
  contact: { name: string; email: string; phone: string }
  version: number
  changedAt: Temporal.Instant
  phases: readonly Phase[]
  steps: readonly StepDefinition[]
  stages: readonly Stage[]
  documents: readonly WantedDocument[]
  observers: readonly { id: string; name: string }[]
  /** Whether whoever asks leads it (may write its roads), and whether they may see them all. */
  isLed: boolean
  isSeen: boolean
}

/** The phase of those who have done every step. */
export const completed = 'completed'

const partyNames: Record<Party, string> = {
  organization: 'Kommune',
  contractor: 'Auftragnehmer',
  cooperative: 'Verbund',
  ministry: 'Ministerium',
}

/** "Kommune", "Auftragnehmer", "Verbund", "Ministerium". */
export const partyInWords = (party: Party): string => partyNames[party]
