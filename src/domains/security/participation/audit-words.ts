import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about documents, samples and reports. */
export const participationWords = {
  'participation.read': {
    title: 'Unterlagen, Stichproben oder Bericht gelesen',
    tell: ({ who }) => `${who} hat Unterlagen, Stichproben oder den Bericht gelesen.`,
    isReading: true,
  },
  'document.received': {
    title: 'Dokument abgelegt',
    tell: (deed) => `${deed.who} hat „${fact(deed, 'title')}“ abgelegt (Fassung ${fact(deed, 'number')}).`,
  },
  'document.stateSet': {
    title: 'Stand eines Dokuments geändert',
    tell: (deed) => `${deed.who}: „${fact(deed, 'title')}“ ist jetzt „${fact(deed, 'state')}“.`,
  },
  'document.broughtIn': {
    title: 'Stand von Dokumenten eingelesen',
    tell: (deed) =>
      `${deed.who} hat für „${fact(deed, 'programme')}“ den Stand von ${fact(deed, 'documents')} Dokumenten aus einer Tabelle eingelesen.`,
  },
  'document.fileWithdrawn': {
    title: 'Fassung eines Dokuments zurückgenommen',
    tell: (deed) => `${deed.who} hat Fassung ${fact(deed, 'number')} von „${fact(deed, 'title')}“ zurückgenommen.`,
  },
  'finding.written': {
    title: 'Befund geschrieben',
    tell: (deed) => `${deed.who} hat einen Befund zu „${fact(deed, 'title')}“ geschrieben.`,
  },
  'finding.withdrawn': {
    title: 'Befund zurückgenommen',
    tell: (deed) => `${deed.who} hat einen Befund zu „${fact(deed, 'title')}“ zurückgenommen.`,
  },
  'spotCheck.written': {
    title: 'Stichprobe eingetragen',
    tell: (deed) => `${deed.who} hat Stichprobe ${fact(deed, 'number')} eingetragen: ${fact(deed, 'object')}.`,
  },
  'spotCheck.corrected': {
    title: 'Stichprobe berichtigt',
    tell: (deed) => `${deed.who} hat Stichprobe ${fact(deed, 'number')} berichtigt (Fassung ${fact(deed, 'version')}).`,
  },
  'spotCheck.commented': {
    title: 'Stichprobe kommentiert',
    tell: (deed) => `${deed.who} hat Stichprobe ${fact(deed, 'number')} kommentiert.`,
  },
  'spotChecks.closed': {
    title: 'Protokoll der Stichproben abgeschlossen',
    tell: ({ who }) => `${who} hat das Protokoll der Stichproben abgeschlossen.`,
  },
  'report.delivered': {
    title: 'Bericht geliefert',
    tell: (deed) => `${deed.who} hat den Bericht geliefert (Fassung ${fact(deed, 'number')}).`,
  },
  'report.changesAsked': {
    title: 'Änderungen am Bericht erbeten',
    tell: (deed) => `${deed.who} hat um Änderungen am Bericht gebeten (Fassung ${fact(deed, 'number')}).`,
  },
  'report.accepted': {
    title: 'Bericht abgenommen',
    tell: (deed) => `${deed.who} hat den Bericht abgenommen (Fassung ${fact(deed, 'number')}).`,
  },
  'report.commented': {
    title: 'Beitrag zum Bericht',
    tell: (deed) => `${deed.who} hat etwas zum Bericht geschrieben (Fassung ${fact(deed, 'number')}).`,
  },
  'report.commentSettled': {
    title: 'Beitrag zum Bericht erledigt',
    tell: (deed) =>
      `${deed.who} hat einen Beitrag zum Bericht als erledigt gekennzeichnet (Fassung ${fact(deed, 'number')}).`,
  },
} as const satisfies Record<string, EventWord>
