/** The door of events: what one registers for, with seats that fill fairly. */
export { eventOperations } from './event/api.ts'
export { placeOperations } from './places/api.ts'
export { eventWords } from './audit-words.ts'
export { eventRoutes } from './routes.ts'
export { eventJobs } from './telling/jobs.ts'
export { eventMails } from './telling/mails.ts'
export { eventKinds } from './telling/notifications.ts'
