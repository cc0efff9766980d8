import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about maps. */
export const mapWords = {
  'map.imported': {
    title: 'Karte eingelesen',
    tell: (deed) => `${deed.who} hat die Karte „${fact(deed, 'title')}“ eingelesen.`,
  },
} as const satisfies Record<string, EventWord>
