import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

interface Whose {
  organizationId: string
}

const isOwn = (actor: Actor, { organizationId }: Whose): boolean => actor.actingFor?.id === organizationId

export const may = {
  /** Why an item is in: the gaps of the municipality. Own staff who read the check, and the assessor, who sees assigned roads alone. */
  seeReasons: (actor: Actor, road: Whose): Outcome<true> =>
    (isOwn(actor, road)
      ? hasRole(actor, 'chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer')
      : hasRole(actor, 'assessor')) ||
    refuse(
      'Welche Lücken ein Angebot schließt, sehen die Kommune und das Prüfhaus, das ihr zugewiesen ist. Sie sehen Maßnahmen, Preise und Stand.',
    ),

  readsAsAssessor: (actor: Actor, road: Whose): boolean => !isOwn(actor, road) && hasRole(actor, 'assessor'),

  /** Drafting, changing, laying before the head: whoever answers the check. */
  draft: (actor: Actor, road: Whose): Outcome<true> =>
    (isOwn(actor, road) && hasRole(actor, 'chiefExecutive', 'securityOfficer', 'itStaff')) ||
    refuse('Das Paket bearbeiten Verwaltungsleitung, Informationssicherheit und IT der Kommune. Geändert ist nichts.'),

  /** As what somebody decides; the signature says it. */
  decide: (actor: Actor, road: Whose): Outcome<string> =>
    isOwn(actor, road) && hasRole(actor, 'chiefExecutive')
      ? 'chiefExecutive'
      : refuse('Über das Paket entscheidet nur die Verwaltungsleitung der Kommune. Entschieden ist nichts.'),

  /** Offers with their prices: who leads the programme. */
  offer: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Angebote und Preise führt, wer das Programm leitet. Geändert ist nichts.'),
}
