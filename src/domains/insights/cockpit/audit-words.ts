import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about the cockpit. */
export const cockpitWords = {
  'cockpit.messageSent': {
    title: 'Sammelnachricht gesendet',
    tell: (deed) =>
      `${deed.who} hat bei „${fact(deed, 'programme')}“ ${fact(deed, 'municipalities')} Kommunen geschrieben (${fact(deed, 'recipients')} Empfänger).`,
  },
} as const satisfies Record<string, EventWord>
