/** The door of the search: one field over everything that modules declare in their `search.ts`. */
export { searchPages } from './web/search.tsx'
export { searchOperations } from './api.ts'
export { searchJobs } from './jobs.ts'
export { type Built, buildIndex } from './build-index.ts'
export { handbookSource } from './prepare-handbook.ts'
export { searchRoutes } from './routes.ts'
