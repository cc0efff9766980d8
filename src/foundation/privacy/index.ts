/** The door of the data of persons: what is known about somebody, and how it is erased. */
export { privacyWords } from './audit-words.ts'
