import { type Role, isMunicipal } from '../roles.ts'

/** What somebody is at an organization, from one local day to another. */
export interface Grant {
  id: string
  personId: string
  personName: string
  organizationId: string
  organizationName: string
  organizationKind: string
  role: Role
  /** 2026-11-21 */
  from: string
  until: string | null
  grantedBy: string | null
}

/** A colleague with what they are there today or soon. */
export interface Colleague {
  id: string
  name: string
  email: string
  grants: Grant[]
}

/** Who is told about a change of roles at an organization of this kind, and who must never be missing at a municipality. */
export const headRoles = (kind: string): readonly Role[] => {
  if (isMunicipal(kind)) return ['chiefExecutive', 'organizationAdmin']
  if (kind === 'cooperative') return ['administrator']
  return kind === 'contractor' ? ['contractorOffice'] : []
}

export const isOver = ({ from, until }: Pick<Grant, 'from' | 'until'>, today: string): boolean =>
  until !== null && (until < today || until < from)
