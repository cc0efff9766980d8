/** Who stands in for whom at an organization, from one local day to another. */
export interface Substitution {
  id: string
  organizationId: string
  personId: string
  personName: string
  deputyId: string
  deputyName: string
  from: string
  until: string
}

/** Longer than that is no absence: then the roles themselves are given to somebody. */
export const longestDays = 92
