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

/** A year and a day: whoever is needed longer is assigned again. */
export const longestDays = 366
