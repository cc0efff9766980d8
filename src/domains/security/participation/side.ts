/** Who speaks on a road: the municipality, or the contractor's assessor. */
export const sides = ['organization', 'assessor'] as const
export type Side = (typeof sides)[number]

export const otherSide = (side: Side): Side => (side === 'organization' ? 'assessor' : 'organization')

/** The parts of a road that this module keeps, and the steps they belong to. A programme without these steps has no such part. */
export const parts = {
  documents: ['preparation', 'policyReview'],
  spotChecks: ['spotChecks'],
  reports: ['report'],
} as const satisfies Record<string, readonly string[]>
export type Part = keyof typeof parts
