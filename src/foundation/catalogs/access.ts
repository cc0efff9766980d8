import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** Catalogs are master data of the cooperative (access.md, Nouns). */
  importCatalog: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager', 'office') ||
    refuse('Kataloge einlesen können nur Programmleitung und Geschäftsstelle des Verbunds.'),
  importMappings: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager', 'office') ||
    refuse('Zuordnungen einlesen können nur Programmleitung und Geschäftsstelle des Verbunds.'),
}
