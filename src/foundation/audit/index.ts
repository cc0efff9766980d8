/** The door of audit: who did what. Entries are written in the transaction of the deed, sealed into a chain and never changed. */
export { type AuditEvent, record, recordRead } from './record.ts'
export { type Deed, type EventWord, type EventWords, fact } from './event-word.ts'
export { type ChainFault, type ChainHead, faultInWords } from './chain-fault.ts'
export { findLink, inspectLinks, inspectRest } from './inspect-chain.ts'
export { auditJobs } from './jobs.ts'
export { auditRoutes } from './routes.ts'
export { auditOperationsWith } from './api.ts'
export { auditPagesWith } from './web/protocol.tsx'
