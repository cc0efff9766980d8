/** The door of the portal: duties of all modules in one list, and the start page. */
export { portalRoutes } from './routes.ts'
export { type StartParts, startPage } from './web/start.tsx'
export { dutyPages } from './web/duties.tsx'
export { dutiesOf, portalOperationsWith } from './api.ts'
