import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about checks. */
export const assessmentWords = {
  'assessment.started': { title: 'Prüfung begonnen', tell: ({ who }) => `${who} hat eine Prüfung begonnen.` },
  'assessment.migrated': {
    title: 'Prüfung in neue Fassung überführt',
    tell: (deed) =>
      `${deed.who} hat eine Prüfung in eine neue Fassung des Katalogs überführt: ${fact(deed, 'same')} Anforderungen sind dieselben, ${fact(deed, 'changed')} davon zu bestätigen.`,
  },
  'assessment.migrationUndone': {
    title: 'Überführung zurückgenommen',
    tell: (deed) =>
      `${deed.who} hat die Überführung einer Prüfung zurückgenommen; ${fact(deed, 'carriedBack')} Antworten kamen mit zurück.`,
  },
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
  'evidence.added': {
    title: 'Nachweis abgelegt',
    tell: (deed) => `${deed.who} hat zu Frage ${fact(deed, 'controlId')} einen Nachweis abgelegt.`,
  },
  'evidence.removed': {
    title: 'Nachweis entfernt',
    tell: (deed) => `${deed.who} hat zu Frage ${fact(deed, 'controlId')} einen Nachweis entfernt.`,
  },
  'comment.written': {
    title: 'Kommentar geschrieben',
    tell: (deed) => `${deed.who} hat Frage ${fact(deed, 'controlId')} kommentiert.`,
  },
  'comment.removed': {
    title: 'Kommentar entfernt',
    tell: (deed) => `${deed.who} hat einen eigenen Kommentar zu Frage ${fact(deed, 'controlId')} entfernt.`,
  },
  'answers.setAside': {
    title: 'Fragen als nicht relevant beantwortet',
    tell: (deed) => `${deed.who} hat ${fact(deed, 'count')} Fragen zusammen als nicht relevant beantwortet.`,
  },
  'answers.confirmed': {
    title: 'Übernommene Antworten bestätigt',
    tell: (deed) => `${deed.who} hat ${fact(deed, 'count')} übernommene Antworten bestätigt.`,
  },
  'answers.undone': {
    title: 'Antworten rückgängig gemacht',
    tell: (deed) => `${deed.who} hat ${fact(deed, 'count')} Antworten auf den Stand davor gebracht.`,
  },
} as const satisfies Record<string, EventWord>
