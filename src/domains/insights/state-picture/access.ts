import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** Whose kind takes part in programmes and is counted. */
const municipal: ReadonlySet<string> = new Set([
  'county',
  'independentCity',
  'unitaryMunicipality',
  'associationMunicipality',
])

const isMunicipal = ({ actingFor }: Actor): boolean => actingFor !== null && municipal.has(actingFor.kind)

/** Which pictures, the database says: of programmes that somebody leads, guides in, observes or takes part in. */
export const may = {
  see: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'observer', 'programmeManager', 'guide') ||
    isMunicipal(actor) ||
    refuse(
      'Das Landesbild sehen das Ministerium, die Programmleitung und Betreuung im Verbund und die Kommunen selbst.',
    ),

  /** Who reads the own answers may see the own score beside those of the others. */
  compare: (actor: Actor): Outcome<true> =>
    (isMunicipal(actor) && hasRole(actor, 'chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer')) ||
    refuse(
      'Den Vergleich mit der eigenen Klasse sehen Verwaltungsleitung, Informationssicherheit, IT und Datenschutz der Kommune.',
    ),

  release: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'observer') ||
    refuse('Für die Öffentlichkeit gibt das Ministerium frei, das die Zahlen des Programms erhält.'),

  order: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager') || refuse('Ein Landesbild bestellt nur die Programmleitung des Verbunds.'),

  lead: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Das kann nur, wer dieses Programm leitet. Wer das ist, steht auf der Seite des Programms.'),
}
