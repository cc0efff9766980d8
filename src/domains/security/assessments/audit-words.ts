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
} as const satisfies Record<string, EventWord>
