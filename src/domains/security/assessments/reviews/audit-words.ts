import { type EventWord, fact } from '#foundation/audit/index.ts'

const deeds: Record<string, string> = {
  confirmed: 'bestätigt',
  disputed: 'bestritten',
  comment: 'mit einem Hinweis versehen',
}

/** What the audit trail says about verdicts and remarks. */
export const reviewWords = {
  'answer.reviewed': {
    title: 'Antwort vor Ort beurteilt',
    tell: (deed) =>
      `${deed.who} hat die Antwort auf Frage ${fact(deed, 'controlId')} ${deeds[fact(deed, 'verdict')] ?? 'beurteilt'}.`,
  },
  'answer.remarked': {
    title: 'Zu einer Antwort geschrieben',
    tell: (deed) => `${deed.who} hat zur Antwort auf Frage ${fact(deed, 'controlId')} etwas geschrieben.`,
  },
} as const satisfies Record<string, EventWord>
