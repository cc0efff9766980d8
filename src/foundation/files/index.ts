/** The door of files: contents in the store, files of nouns in the database. Nouns store and list them; whoever sees the noun fetches them. */
export { prepareFile } from './prepare-file.ts'
export { storeFile } from './store-file.ts'
export { removeFile } from './remove-file.ts'
export { findFile } from './queries.ts'
export { fileJobs } from './jobs.ts'
export { filePages } from './web/download.ts'
export { fileOperations } from './api.ts'
export { fileWords } from './audit-words.ts'
