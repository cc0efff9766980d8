import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'

const named = (deed: Deed): string => `„${fact(deed, 'programme')}“`

/** What the audit trail says about programmes. */
export const programmeWords = {
  'programme.added': {
    title: 'Programm angelegt',
    tell: (deed) => `${deed.who} hat das Programm ${named(deed)} angelegt.`,
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
} as const satisfies Record<string, EventWord>
