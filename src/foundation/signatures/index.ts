/** The door of signatures: who signed what, when and as what, with a hash of exactly what was shown. */
export { sign } from './sign.ts'
export { signaturesOf } from './queries.ts'
export { shortHash } from './signature.ts'
export { signatureWords } from './audit-words.ts'
export type { Signable } from './signable.ts'
export { signatureOperationsWith } from './api.ts'
