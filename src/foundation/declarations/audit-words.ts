import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'
import { agreementNames, isAgreementKind } from './agreements/agreement.ts'

const named = (deed: Deed): string => `„${fact(deed, 'programme')}“`

const kindOf = (deed: Deed): string => {
  const kind = fact(deed, 'kind')
  return isAgreementKind(kind) ? agreementNames[kind] : 'Vereinbarung'
}

/** What the audit trail says about the way into a programme. */
export const declarationWords = {
  'interest.declared': {
    title: 'Interesse erklärt',
    tell: (deed) => `Eine Kommune hat sich für ${named(deed)} interessiert.`,
  },
  'interest.taken': {
    title: 'Interesse übernommen',
    tell: (deed) => `${deed.who} hat das Interesse an ${named(deed)} übernommen und die Kommune eingetragen.`,
  },
  'interest.declined': {
    title: 'Interesse abgesagt',
    tell: (deed) => `${deed.who} hat ein Interesse an ${named(deed)} mit Begründung abgesagt.`,
  },
  'declaration.given': {
    title: 'Teilnahme erklärt',
    tell: (deed) =>
      fact(deed, 'way') === 'paper'
        ? `${deed.who} hat die unterschriebene Erklärung zu ${named(deed)} auf Papier abgelegt.`
        : `${deed.who} hat die Erklärung zu ${named(deed)} unterschrieben.`,
  },
  'declaration.withdrawn': {
    title: 'Erklärung zurückgenommen',
    tell: (deed) => `${deed.who} hat die Erklärung zu ${named(deed)} zurückgenommen.`,
  },
  'admission.decided': {
    title: 'Über Zulassung entschieden',
    tell: (deed) => `${deed.who} hat über die Zulassung zu ${named(deed)} entschieden: ${fact(deed, 'decision')}.`,
  },
  'agreement.given': {
    title: 'Vereinbarung geschlossen',
    tell: (deed) => `${deed.who} hat geschlossen: ${kindOf(deed)}.`,
  },
  'agreement.ownerAgreed': {
    title: 'Zustimmung des Eigentümers abgelegt',
    tell: (deed) => `${deed.who} hat die Zustimmung dessen abgelegt, dem die Systeme gehören (${kindOf(deed)}).`,
  },
  'agreement.revoked': {
    title: 'Vereinbarung widerrufen',
    tell: (deed) => `${deed.who} hat widerrufen: ${kindOf(deed)}.`,
  },
} as const satisfies Record<string, EventWord>
