/** The door of help: handbook, words, keys, and whom to ask. */
export { readHandbook } from './prepare-handbook.ts'
export { helpRoutes } from './routes.ts'
export { explainedWords } from './web/explained-words.ts'
export { helpPagesWith } from './web/help.tsx'
