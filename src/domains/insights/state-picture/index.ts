/** The door of the state picture: everything about all, nothing about one. */
export { statePictureJobs } from './jobs.ts'
export { pictureOscalOperations } from './oscal/api.ts'
export { pictureOscalPages } from './oscal/download.ts'
export { pictureOscalRoutes } from './oscal/routes.ts'
export { changePlan } from './releases/change-plan.ts'
export { dueDay } from './take/due.ts'
export { takePicture, type Taken } from './take/take-picture.ts'
export { pictureWords } from './audit-words.ts'
