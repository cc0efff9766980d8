import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from './assessment.ts'

/** One of these roles answers for the own organization. */
export const answering = ['chiefExecutive', 'securityOfficer', 'itStaff']
const notChecked: ReadonlySet<string> = new Set(['cooperative', 'contractor', 'ministry'])
const who = 'Verwaltungsleitung, Informationssicherheit und IT der eigenen Organisation'

export const may = {
  /** Whether checks are shown at all: own staff, data protection, assigned assessors (access.md, Nouns). */
  see: (actor: Actor): boolean => hasRole(actor, ...answering, 'dataProtectionOfficer', 'assessor'),

  start: (actor: Actor, organizationId: string): Outcome<true> =>
    (hasRole(actor, ...answering) && actor.actingFor?.id === organizationId && !notChecked.has(actor.actingFor.kind)) ||
    refuse(`Eine Prüfung beginnen können nur ${who}.`),

  answer: (actor: Actor, { organizationId }: Assessment): Outcome<true> =>
    (hasRole(actor, ...answering) && actor.actingFor?.id === organizationId) || refuse(`Antworten können nur ${who}.`),

  /** Reading what belongs to somebody else is noted before the page is sent. */
  isVisitor: (actor: Actor, { organizationId }: Assessment): boolean => actor.actingFor?.id !== organizationId,
}
