import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** Outlines are master data of all: whoever leads programmes, and the command line. */
  importMap: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager') || refuse('Karten einlesen kann nur die Programmleitung des Verbunds.'),
}
