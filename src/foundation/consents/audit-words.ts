import { type EventWord, fact } from '#foundation/audit/index.ts'
import { purposeTitle } from './purposes.ts'

/** What the audit trail says about consents. */
export const consentWords = {
  'consent.given': {
    title: 'Einwilligung gegeben',
    tell: (deed) =>
      `${deed.who} hat eingewilligt: „${purposeTitle(fact(deed, 'purpose'))}“ (Fassung ${fact(deed, 'textVersion')}).`,
  },
  'consent.revoked': {
    title: 'Einwilligung widerrufen',
    tell: (deed) => `${deed.who} hat die Einwilligung „${purposeTitle(fact(deed, 'purpose'))}“ widerrufen.`,
  },
} as const satisfies Record<string, EventWord>
