/** The door of events: what one registers for, with seats that fill fairly. */
export { eventOperations } from './event/api.ts'
export { placeOperations } from './places/api.ts'
export { eventWords } from './audit-words.ts'
export { eventRoutes } from './routes.ts'
export { ownPlaceOperations } from './places/own-api.ts'
export { participantPages } from './web/participant-pages.ts'
export { may as mayAttend } from './access.ts'
