import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { proofKindInWords, proofKinds } from './proofs/proof.ts'

const kind = (deed: Deed): string => {
  const known = proofKinds.find((one) => one === fact(deed, 'kind'))
  return known ? proofKindInWords(known) : 'Nachweis'
}
const programme = (deed: Deed): string => `„${fact(deed, 'programme')}“`

/** What the audit trail says about proofs of use and the days before the deadline. */
export const proofWords = {
  'proof.begun': {
    title: 'Verwendungsnachweis begonnen',
    tell: (deed) => `${deed.who} hat den Verwendungsnachweis von ${programme(deed)} begonnen.`,
  },
  'proof.narrativeSaved': {
    title: 'Sachbericht gespeichert',
    tell: (deed) =>
      `${deed.who} hat den Sachbericht von ${programme(deed)} gespeichert (Fassung ${fact(deed, 'number')}).`,
  },
  'proof.termsChanged': {
    title: 'Fristen des Verwendungsnachweises geändert',
    tell: (deed) =>
      `${deed.who} hat für ${programme(deed)} festgelegt: vorzulegen ${fact(deed, 'months')} Monate nach dem Ende, aufzubewahren ${fact(deed, 'years')} Jahre.`,
  },
  'proof.frozen': {
    title: 'Verwendungsnachweis festgeschrieben',
    tell: (deed) =>
      `${deed.who} hat den ${kind(deed)} von ${programme(deed)} als Version ${fact(deed, 'number')} festgeschrieben.`,
  },
  'yearEnd.reminded': {
    title: 'Vor der Frist erinnert',
    tell: (deed) =>
      `${deed.who} hat bei ${programme(deed)} ${fact(deed, 'people')} Personen an ${fact(deed, 'items')} offene Vorgänge erinnert.`,
  },
} satisfies Partial<Record<string, EventWord>>
