/** The door of help: handbook, words, keys, and whom to ask. */
export { type Chapter, type Handbook, type Term } from './handbook.ts'
export { readHandbook } from './prepare-handbook.ts'
export { helpRoutes } from './routes.ts'
export { helpPagesWith } from './web/help.tsx'
