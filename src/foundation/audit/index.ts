/** The door of audit: who did what. Entries are written in the transaction of the deed and never changed. */
export { record, recordRead } from './record.ts'
