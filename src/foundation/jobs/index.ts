/** The door of jobs: the queue as its administrator sees it. The machine itself is platform/jobs. */
export { may as mayTendJobs } from './access.ts'
export { jobRoutes } from './routes.ts'
export { jobPages } from './web/jobs.tsx'
export { jobOperations } from './api.ts'
export { jobWords } from './audit-words.ts'
export { jobTasks } from './tasks.ts'
