/** The door of the state picture: what all reached together, and nothing of one. Only app enters. */
export { pictureOscalOperations } from './oscal/api.ts'
export { pictureOscalPages } from './oscal/download.ts'
export { pictureOscalRoutes } from './oscal/routes.ts'
