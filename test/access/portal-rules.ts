// Rules of the portal: everybody signed in sees the own duties, and marks the own visits.
import type { Expected, RouteRule } from './rules.ts'
import type { TableRule } from './table-rules.ts'

const signedIn: Expected = {
  by: { 200: ['ownStaff', 'dataProtection', 'assessor', 'manager', 'administrator', 'other', 'colleague', 'staff'] },
  otherwise: 403,
}
const own: RouteRule = { object: 'nothing', own: signedIn, foreign: signedIn, unknown: signedIn, malformed: signedIn }

export const portalPageRules: Record<string, RouteRule> = { 'GET /aufgaben': own }

export const portalOperationRules: Record<string, RouteRule> = { 'GET /tasks': own }

export const portalTableRules: Record<string, TableRule> = {
  // Everybody begins the own mark, nobody one in another's name.
  'portal.visit': { select: ['addressee'], insert: ['signedIn'], update: ['addressee'], author: 'person_id' },
}
