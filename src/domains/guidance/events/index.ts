/** The door of events: what one registers for, with seats that fill fairly. */
export { eventOperations } from './event/api.ts'
export { placeOperations } from './places/api.ts'
export { deskOperations } from './desk/api.ts'
export { deskMails } from './desk/mails.ts'
export { groupKind } from './desk/notifications.ts'
export { organizerPages } from './desk/web/pages.ts'
export { eventWords } from './audit-words.ts'
export { eventRoutes } from './routes.ts'
