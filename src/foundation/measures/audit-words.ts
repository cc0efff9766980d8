import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { measureStateInWords, measureStates } from './measure.ts'

const state = (deed: Deed, key: string): string => {
  const known = measureStates.find((one) => one === fact(deed, key))
  return known ? measureStateInWords(known) : ''
}

/** What the audit trail says about measures. */
export const measureWords = {
  'measure.read': {
    title: 'Maßnahmen gelesen',
    tell: ({ who }) => `${who} hat Maßnahmen gelesen.`,
    isReading: true,
  },
  'measure.added': {
    title: 'Maßnahme angelegt',
    tell: (deed) => `${deed.who} hat die Maßnahme „${fact(deed, 'title')}“ angelegt (${state(deed, 'state')}).`,
  },
  'measure.changed': {
    title: 'Maßnahme geändert',
    tell: (deed) => `${deed.who} hat Angaben zur Maßnahme „${fact(deed, 'title')}“ geändert.`,
  },
  'measure.moved': {
    title: 'Stand einer Maßnahme geändert',
    tell: (deed) =>
      `${deed.who}: „${fact(deed, 'title')}“ ist jetzt „${state(deed, 'to')}“ (vorher „${state(deed, 'from')}“).`,
  },
  'measure.proofAdded': {
    title: 'Nachweis zu einer Maßnahme',
    tell: (deed) => `${deed.who} hat einen Nachweis zu „${fact(deed, 'title')}“ abgelegt.`,
  },
  'measure.proofWithdrawn': {
    title: 'Nachweis zurückgenommen',
    tell: (deed) => `${deed.who} hat einen Nachweis zu „${fact(deed, 'title')}“ zurückgenommen.`,
  },
  'measure.checked': {
    title: 'Maßnahme wieder geprüft',
    tell: (deed) => `${deed.who} hat bestätigt: „${fact(deed, 'title')}“ gilt noch.`,
  },
  'measureTemplate.released': {
    title: 'Vorlage für Maßnahmen freigegeben',
    tell: (deed) => `${deed.who} hat die Vorlage „${fact(deed, 'title')}“ für alle freigegeben.`,
  },
  'measureTemplate.withdrawn': {
    title: 'Vorlage für Maßnahmen zurückgenommen',
    tell: (deed) => `${deed.who} hat die Vorlage „${fact(deed, 'title')}“ zurückgenommen.`,
  },
} as const satisfies Record<string, EventWord>
