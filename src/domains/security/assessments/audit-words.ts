import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about checks. */
export const assessmentWords = {
  'assessment.started': { title: 'Prüfung begonnen', tell: ({ who }) => `${who} hat eine Prüfung begonnen.` },
  'assessment.read': {
    title: 'Prüfung gelesen',
    tell: ({ who }) => `${who} hat die Prüfung gelesen.`,
    isReading: true,
  },
  'answer.given': {
    title: 'Antwort gegeben',
    tell: (deed) =>
      deed.data['version'] === 1
        ? `${deed.who} hat Frage ${fact(deed, 'controlId')} beantwortet.`
        : `${deed.who} hat die Antwort auf Frage ${fact(deed, 'controlId')} geändert (Fassung ${fact(deed, 'version')}).`,
  },
  'delegation.made': {
    title: 'Listen weitergegeben',
    tell: ({ who, about }) => `${who} hat ${about ?? 'jemandem'} Listen einer Prüfung weitergegeben.`,
  },
  'delegation.ended': {
    title: 'Weitergabe beendet',
    tell: ({ who, about }) => `${who} hat die Weitergabe von Listen an ${about ?? 'jemanden'} beendet.`,
  },
} as const satisfies Record<string, EventWord>
