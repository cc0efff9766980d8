import { type EnrollmentWithSteps, takesPart } from '#foundation/programmes/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** `isLed` comes with the programme. */
export const may = {
  /** Amounts of single municipalities, vouchers, reminders: whoever leads the programme, and nobody who only receives aggregates. */
  lead: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed ||
    refuse('Das sieht und bearbeitet nur, wer dieses Programm leitet. Wer das ist, steht auf der Seite des Programms.'),

  /** Its own part: the staff of the municipality, and who leads the programme. */
  seeOwn: (
    actor: Actor,
    { organizationId, isLed }: Pick<EnrollmentWithSteps, 'organizationId' | 'isLed'>,
  ): Outcome<true> =>
    isLed ||
    (actor.actingFor?.id === organizationId && hasRole(actor, ...takesPart)) ||
    refuse('Den Nachweis dieser Kommune sehen ihre Beschäftigten und wer das Programm leitet.'),
}
