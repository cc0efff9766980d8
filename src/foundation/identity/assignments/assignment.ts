/** Which assessor works at which municipality, from one local day to another. */
export interface Assignment {
  id: string
  personId: string
  personName: string
  organizationId: string
  organizationName: string
  from: string
  until: string
  assignedBy: string | null
  assignedByName: string | null
  /** Why the municipality ended it; null when it did not. */
  objection: string | null
}

/** Before, during and after its days; objected to is over as well, and apart. */
export const assignmentStates = ['running', 'planned', 'over', 'objected'] as const
export type AssignmentState = (typeof assignmentStates)[number]

export function stateOf(
  { from, until, objection }: Pick<Assignment, 'from' | 'until' | 'objection'>,
  today: string,
): AssignmentState {
  if (objection !== null) return 'objected'
  if (until < today || until < from) return 'over'
  return from <= today ? 'running' : 'planned'
}

/** A year and a day: whoever is needed longer is assigned again. */
export const longestDays = 366
