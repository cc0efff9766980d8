import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** Whom a municipality's budget concerns from day to day; the database shows it to everybody with a role there. */
const concerned = [
  'chiefExecutive',
  'securityOfficer',
  'navigator',
  'officeHead',
  'organizationAdmin',
  'itStaff',
  'dataProtectionOfficer',
] as const

export const may = {
  /** Entries by hand and orders. `isLed` comes with the road. */
  book: ({ isLed }: Pick<EnrollmentWithSteps, 'isLed'>): Outcome<true> =>
    isLed || refuse('Buchen und beauftragen kann nur, wer das Programm leitet.'),

  /** The accounts of all municipalities of a programme. */
  seeAll: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Die Budgets aller Kommunen sieht nur, wer dieses Programm leitet.'),

  /** The way to the own budget. */
  haveBudget: (actor: Actor): boolean => actor.actingFor?.kind !== 'cooperative' && hasRole(actor, ...concerned),
}
