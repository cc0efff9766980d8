/** The door of files. */
export { fileWords } from './audit-words.ts'
