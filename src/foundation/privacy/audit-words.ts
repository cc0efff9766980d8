import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about the data of persons. */
export const privacyWords = {
  'person.exported': {
    title: 'Auskunft erstellt',
    tell: ({ who, about }) =>
      about === null || about === who
        ? `${who} hat die eigenen Daten heruntergeladen.`
        : `${who} hat auf Verlangen eine Auskunft über ${about} erstellt.`,
  },
  'person.erased': {
    title: 'Person gelöscht',
    tell: (deed) =>
      `${deed.who} hat die Daten einer ehemaligen Person gelöscht (${fact(deed, 'entries')} Protokolleinträge ohne Namen).`,
  },
} as const satisfies Record<string, EventWord>
