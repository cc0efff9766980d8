import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

export const may = {
  /** Contractors hand in their own; whoever leads a programme, what came otherwise. Which programmes that is the database says. */
  handIn: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'contractorOffice') ||
    actor.actingFor?.kind === 'cooperative' ||
    refuse('Rechnungen reichen nur das Büro des Dienstleisters und die Programmleitung ein.'),

  /** The contractor's own page. */
  seeOwn: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'contractorOffice') || refuse('Diese Seite ist für das Büro eines Dienstleisters.'),

  /** Matching, disputing, approving, settling. `isLed` comes with the invoice or the programme. */
  decide: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Über Rechnungen entscheidet nur, wer das Programm leitet.'),
}
