/** The door of the calendar: dates of all modules as pages, API and iCal feeds. Only app enters it. */
export { calendarWords } from './audit-words.ts'
export { calendarRoutes } from './routes.ts'
export { calendarPagesWith } from './web/calendar-page.tsx'
export { feedPagesWith } from './web/feed-pages.ts'
export { subscriptionPages } from './web/subscriptions.tsx'
export { calendarOperationsWith } from './api.ts'
export { subscriptionOperations } from './feeds/api.ts'
