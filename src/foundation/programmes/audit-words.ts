import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'

const named = (deed: Deed): string => `„${fact(deed, 'programme')}“`

const deeds: Record<string, string> = { added: 'hinzugefügt', changed: 'geändert', removed: 'entfernt' }
const happened = (deed: Deed): string => deeds[fact(deed, 'what')] ?? 'geändert'

/** What the audit trail says about programmes. */
export const programmeWords = {
  'programme.added': {
    title: 'Programm angelegt',
    tell: (deed) => `${deed.who} hat das Programm ${named(deed)} angelegt.`,
  },
  'programme.changed': {
    title: 'Programm geändert',
    tell: (deed) => `${deed.who} hat Angaben zum Programm ${named(deed)} geändert.`,
  },
  'programme.roadChanged': {
    title: 'Weg eines Programms geändert',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} „${fact(deed, 'step')}“ ${happened(deed)}.`,
  },
  'programme.documentsChanged': {
    title: 'Erbetene Unterlagen geändert',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} die Unterlage „${fact(deed, 'document')}“ ${happened(deed)}.`,
  },
  'programme.stageSet': {
    title: 'Stufe festgelegt',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} die Stufe „${fact(deed, 'stage')}“ festgelegt.`,
  },
  'programme.stageReleased': {
    title: 'Stufe freigegeben',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} „${fact(deed, 'stage')}“ für alle freigegeben.`,
  },
  'programme.staffNamed': {
    title: 'Zuständigkeit im Programm',
    tell: (deed) =>
      `${deed.who} hat ${deed.about ?? 'jemanden'} bei ${named(deed)} als ${fact(deed, 'function') === 'guide' ? 'Betreuung' : 'Leitung'} benannt.`,
  },
  'programme.staffEnded': {
    title: 'Zuständigkeit im Programm beendet',
    tell: (deed) =>
      `${deed.who} hat bei ${named(deed)} die ${fact(deed, 'function') === 'guide' ? 'Betreuung' : 'Leitung'} durch ${deed.about ?? 'jemanden'} beendet.`,
  },
  'enrollment.began': {
    title: 'Teilnahme begonnen',
    tell: (deed) => `${deed.who} hat die Teilnahme an ${named(deed)} eingetragen.`,
  },
  'enrollment.stepSet': {
    title: 'Schritt gesetzt',
    tell: (deed) =>
      `${deed.who} hat bei ${named(deed)} den Schritt „${fact(deed, 'step')}“ auf „${fact(deed, 'state')}“ gesetzt.`,
  },
  'enrollment.guideAssigned': {
    title: 'Betreuung geändert',
    tell: (deed) =>
      `${deed.who} hat bei ${named(deed)} ${fact(deed, 'how') === 'ended' ? 'die Betreuung zurückgenommen' : 'gesagt, wer betreut'}.`,
  },
  'enrollment.loaded': {
    title: 'Stand eingelesen',
    tell: (deed) =>
      `${deed.who} hat den Stand bei ${named(deed)} eingelesen (${fact(deed, 'steps')} Schritte geändert).`,
  },
  'enrollment.withdrawn': {
    title: 'Teilnahme beendet',
    tell: (deed) => `${deed.who} hat die Teilnahme an ${named(deed)} beendet.`,
  },
  'enrollment.reentered': {
    title: 'Wieder eingetreten',
    tell: (deed) => `${deed.who} hat die Teilnahme an ${named(deed)} wieder aufgenommen.`,
  },
  'contactEntry.written': {
    title: 'Gespräch eingetragen',
    tell: (deed) => `${deed.who} hat zu ${named(deed)} einen Kontakt eingetragen.`,
  },
  'contactEntry.removed': {
    title: 'Gespräch entfernt',
    tell: (deed) => `${deed.who} hat zu ${named(deed)} einen Eintrag über einen Kontakt entfernt.`,
  },
  'campaign.begun': {
    title: 'Ansprache begonnen',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} die Ansprache „${fact(deed, 'title')}“ begonnen.`,
  },
  'campaign.closed': {
    title: 'Ansprache beendet',
    tell: (deed) => `${deed.who} hat bei ${named(deed)} die Ansprache „${fact(deed, 'title')}“ beendet.`,
  },
  'navigator.named': {
    title: 'Digital-Navigator benannt',
    tell: (deed) => `${deed.who} hat für ${named(deed)} ${deed.about ?? 'jemanden'} benannt.`,
  },
  'navigator.replaced': {
    title: 'Digital-Navigator gewechselt',
    tell: (deed) => `${deed.who} hat für ${named(deed)} ${deed.about ?? 'jemanden'} abgelöst.`,
  },
} as const satisfies Record<string, EventWord>
