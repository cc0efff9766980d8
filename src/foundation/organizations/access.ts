import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Organization } from './organization.ts'

const writers = ['programmeManager', 'office', 'administrator']
/** Who keeps contacts and domains of the own organization. */
export const keepers = ['organizationAdmin']
const cooperativeStaff = [...writers, 'guide', 'editor', 'procurer']

type Place = Pick<Organization, 'id' | 'name'>

const isOwn = (actor: Actor, { id }: Place): boolean => actor.actingFor?.id === id

/** The organization's own administrator, or the cooperative for everybody. */
const keeps = (actor: Actor, organization: Place): boolean =>
  hasRole(actor, ...writers) || (isOwn(actor, organization) && hasRole(actor, ...keepers))

export const may = {
  /** Organizations are master data of the cooperative (access.md, Nouns). */
  maintain: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...writers) ||
    refuse('Organisationen anlegen und ändern können nur Programmleitung, Geschäftsstelle und Betrieb des Verbunds.'),

  keepContacts: (actor: Actor, organization: Place): Outcome<true> =>
    keeps(actor, organization) ||
    refuse(
      `Die Kontakte von ${organization.name} ändern nur die dortige Verwaltung der Organisation und der Verbund (Programmleitung, Geschäftsstelle, Betrieb).`,
    ),

  keepDomains: (actor: Actor, organization: Place): Outcome<true> =>
    keeps(actor, organization) ||
    refuse(
      `Die Domänen von ${organization.name} ändern nur die dortige Verwaltung der Organisation und der Verbund (Programmleitung, Geschäftsstelle, Betrieb).`,
    ),

  seeHistory: (actor: Actor, organization: Place): Outcome<true> =>
    (isOwn(actor, organization) && actor.roles.length > 0) ||
    hasRole(actor, ...cooperativeStaff) ||
    refuse(`Wer wann was geändert hat, sehen nur ${organization.name} und der Verbund.`),
}
