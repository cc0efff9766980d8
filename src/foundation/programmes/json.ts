import type { EnrollmentWithSteps } from './enrollment.ts'
import type { RoadEntry } from './enrollments/queries.ts'
import type { Programme } from './programme.ts'
import type { RoadStep } from './road.ts'

// Field by field: a column that nobody names never leaves.

export const programmeJson = (programme: Programme) => ({
  id: programme.id,
  key: programme.key,
  name: programme.name,
  summary: programme.summary,
  about: programme.about,
  state: programme.state,
  runBy: programme.runBy,
  contractor: programme.contractor,
  startsOn: programme.startsOn,
  deadline: programme.deadline,
  takesInterest: programme.takesInterest,
  openTo: programme.openTo,
  expected: programme.expected,
  totalCents: programme.totalCents,
  declarationText: programme.declarationText,
  declarationVersion: programme.declarationVersion,
  contact: programme.contact,
  phases: programme.phases.map(({ key, title }) => ({
    key,
    title,
    steps: programme.steps
      .filter(({ phaseKey }) => phaseKey === key)
      .map(({ position: _, phaseKey: __, ...step }) => step),
  })),
  stages: programme.stages,
  documents: programme.documents.map(({ position: _, ...document }) => document),
  observers: programme.observers,
  version: programme.version,
})

export const stepJson = ({ key, title, acts, state, since, onDay, waitingFor, missing, note, duty }: RoadStep) => {
  const isOver = state === 'done' || state === 'notNeeded'
  return {
    step: key,
    title,
    state,
    since: since.toString(),
    onDay,
    waitingFor: isOver ? null : (waitingFor ?? acts),
    missing: isOver ? '' : missing || duty,
    note,
  }
}

export const enrollmentJson = (enrollment: EnrollmentWithSteps) => ({
  id: enrollment.id,
  organizationId: enrollment.organizationId,
  organizationName: enrollment.organizationName,
  programmeId: enrollment.programmeId,
  programmeName: enrollment.programmeName,
  state: enrollment.state,
  phase: enrollment.phase,
  currentStep: enrollment.currentStep,
  waitingFor: enrollment.waitingFor,
  waitingSince: enrollment.waitingSince?.toString() ?? null,
  missing: enrollment.missing,
  beganAt: enrollment.beganAt.toString(),
  withdrawnAt: enrollment.withdrawnAt?.toString() ?? null,
  completedAt: enrollment.completedAt?.toString() ?? null,
  steps: enrollment.steps.map(stepJson),
})

export const changeJson = ({ id, step, stepTitle, what, before, onDay, note, origin, at, who }: RoadEntry) => ({
  id,
  step,
  title: stepTitle,
  what,
  before,
  onDay,
  note,
  origin,
  at: at.toString(),
  who,
})
