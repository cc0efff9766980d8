import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Scope } from './audit-entry.ts'

const overseers = ['chiefExecutive', 'securityOfficer', 'organizationAdmin']

export const may = {
  /** Which entries somebody reads (access.md, Nouns); the database leaves no others. The widest first. */
  read: (actor: Actor): Scope[] => [
    ...(hasRole(actor, ...overseers) ? (['organization'] as const) : []),
    ...(hasRole(actor, 'administrator') ? (['platform'] as const) : []),
    'own',
  ],
}
