import { type EventWord, fact } from '#foundation/audit/index.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { shortHash } from './signature.ts'

/** What the audit trail says about signatures. */
export const signatureWords = {
  'signature.given': {
    title: 'Unterschrift geleistet',
    tell: (deed) =>
      `${deed.who} hat unterschrieben (${everyRoleInWords([fact(deed, 'role')])}). Der Text hat den Fingerabdruck ${shortHash(fact(deed, 'sha256'))}.`,
  },
} as const satisfies Record<string, EventWord>
