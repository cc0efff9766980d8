import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about what happens to signatures under a check; giving one is told by signatures. */
export const signOffWords = {
  'assessment.signatureWithdrawn': {
    title: 'Unterschrift zurückgenommen',
    tell: ({ who }) => `${who} hat die Unterschrift unter eine Prüfung zurückgenommen.`,
  },
  'reopening.asked': {
    title: 'Wiederöffnung erbeten',
    tell: ({ who }) => `${who} hat darum gebeten, eine abgenommene Prüfung wieder zu öffnen.`,
  },
  'reopening.agreed': {
    title: 'Prüfung wieder geöffnet',
    tell: ({ who }) => `${who} hat zugestimmt: Eine abgenommene Prüfung ist wieder offen.`,
  },
  'reopening.declined': {
    title: 'Wiederöffnung abgelehnt',
    tell: ({ who }) => `${who} hat abgelehnt, eine abgenommene Prüfung wieder zu öffnen.`,
  },
} as const satisfies Record<string, EventWord>
