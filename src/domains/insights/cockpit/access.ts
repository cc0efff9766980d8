import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'

/** `isSeen` comes with the programme: whoever asks leads it or guides in it. */
export const may = {
  /** Which programmes, the database says. */
  open: (actor: Actor): Outcome<true> =>
    hasRole(actor, 'programmeManager', 'guide') ||
    refuse('Das Cockpit ist für die Programmleitung und die Betreuung des Verbunds.'),

  see: ({ isSeen }: { isSeen: boolean }): Outcome<true> =>
    isSeen || refuse('Das Cockpit sieht nur, wer dieses Programm leitet oder darin betreut.'),

  /** Guides write to the municipalities too: that is their work, and every message is kept with its sender. */
  send: ({ isSeen }: { isSeen: boolean }): Outcome<true> =>
    isSeen || refuse('Sammelnachrichten schickt nur, wer dieses Programm leitet oder darin betreut.'),
}
