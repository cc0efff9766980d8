/** The door of the data of persons: what is known about somebody, how it is erased, and how long what is kept. */
export { privacyWords } from './audit-words.ts'
export { may as mayTendPrivacy } from './access.ts'
export { privacyRoutes } from './routes.ts'
export { privacyJobs } from './jobs.ts'
export { privacyPages } from './web/requests.tsx'
export { ownDataPagesWith } from './web/own-data.tsx'
export { privacyOperations } from './api.ts'
