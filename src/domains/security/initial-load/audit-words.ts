import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about workbooks of a running programme. */
export const initialLoadWords = {
  'programme.broughtIn': {
    title: 'Programm eingelesen',
    tell: (deed) =>
      `${deed.who} hat „${fact(deed, 'programme')}“ aus einer Tabelle eingelesen (${fact(deed, 'added')} Kommunen neu, ${fact(deed, 'changed')} geändert, ${fact(deed, 'refused')} Angaben ausgelassen).`,
  },
} as const satisfies Record<string, EventWord>
