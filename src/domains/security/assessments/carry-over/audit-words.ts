import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about answers taken from other checks. */
export const carryOverWords = {
  'answers.carriedOver': {
    title: 'Antworten aus anderen Prüfungen vorgemerkt',
    tell: (deed) =>
      `${deed.who} hat ${fact(deed, 'count')} vorgeschlagene Antworten aus anderen Prüfungen übernommen. Sie zählen erst, wenn sie bestätigt sind.`,
  },
  'proposal.declined': {
    title: 'Vorschlag abgelehnt',
    tell: (deed) => `${deed.who} möchte für Frage ${fact(deed, 'controlId')} keinen Vorschlag aus anderen Prüfungen.`,
  },
  'proposal.resumed': {
    title: 'Vorschlag wieder aufgenommen',
    tell: (deed) => `${deed.who} lässt für Frage ${fact(deed, 'controlId')} wieder Antworten vorschlagen.`,
  },
} as const satisfies Record<string, EventWord>
