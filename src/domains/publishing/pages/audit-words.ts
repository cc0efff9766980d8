import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about plain pages and reported barriers. */
export const pageWords = {
  'page.changed': {
    title: 'Öffentliche Seite geändert',
    tell: (deed) => `${deed.who} hat die öffentliche Seite „${fact(deed, 'title')}“ geändert.`,
  },
  'barrier.reported': {
    title: 'Barriere gemeldet',
    tell: () => 'Eine Barriere wurde gemeldet.',
  },
  'barrier.answered': {
    title: 'Gemeldete Barriere beantwortet',
    tell: ({ who, data }) =>
      `${who} hat eine gemeldete Barriere beantwortet, ${data['inTime'] === true ? 'in der Frist' : 'nach der Frist'}.`,
  },
} as const satisfies Record<string, EventWord>
