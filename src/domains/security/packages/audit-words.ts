import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about packages and offers. */
export const packageWords = {
  'package.read': {
    title: 'Maßnahmenpaket gelesen',
    tell: ({ who }) => `${who} hat das Maßnahmenpaket mit seinen Gründen gelesen.`,
    isReading: true,
  },
  'package.drafted': {
    title: 'Maßnahmenpaket vorgeschlagen',
    tell: (deed) => `${deed.who} hat ein Maßnahmenpaket mit ${fact(deed, 'items')} Maßnahmen begonnen.`,
  },
  'package.saved': {
    title: 'Maßnahmenpaket geändert',
    tell: (deed) =>
      `${deed.who} hat das Maßnahmenpaket ${fact(deed, 'number')} geändert (Fassung ${fact(deed, 'version')}).`,
  },
  'package.submitted': {
    title: 'Maßnahmenpaket vorgelegt',
    tell: (deed) =>
      `${deed.who} hat das Maßnahmenpaket ${fact(deed, 'number')} zur Entscheidung vorgelegt (Fassung ${fact(deed, 'version')}).`,
  },
  'package.returned': {
    title: 'Maßnahmenpaket zurückgegeben',
    tell: (deed) => `${deed.who} hat das Maßnahmenpaket ${fact(deed, 'number')} zurückgegeben.`,
  },
  'package.decided': {
    title: 'Maßnahmenpaket entschieden',
    tell: (deed) =>
      `${deed.who} hat über das Maßnahmenpaket ${fact(deed, 'number')} entschieden: ${fact(deed, 'items')} beschlossen, ${fact(deed, 'struck')} gestrichen.`,
  },
  'offer.added': {
    title: 'Angebot angelegt',
    tell: (deed) => `${deed.who} hat für „${fact(deed, 'programme')}“ das Angebot „${fact(deed, 'title')}“ angelegt.`,
  },
  'offer.changed': {
    title: 'Angebot geändert',
    tell: (deed) => `${deed.who} hat für „${fact(deed, 'programme')}“ das Angebot „${fact(deed, 'title')}“ geändert.`,
  },
  'offer.ended': {
    title: 'Angebot beendet',
    tell: (deed) => `${deed.who} hat für „${fact(deed, 'programme')}“ das Angebot „${fact(deed, 'title')}“ beendet.`,
  },
} as const satisfies Record<string, EventWord>
