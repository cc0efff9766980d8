import { isRefusal } from '#kernel/outcome.ts'
import { countJobs } from '#platform/jobs/queue-state.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { may } from './access.ts'
import { jobRoutes } from './routes.ts'

/** Jobs that nobody tries any more: somebody looks at them, once for all. */
export const jobTasks: TaskSource = {
  name: 'jobs',
  title: 'Hintergrundaufträge',
  async list(ctx) {
    if (isRefusal(may.tend(ctx.actor))) return { items: [], total: 0 }
    const dead = (await countJobs(ctx)).reduce((sum, job) => sum + job.dead, 0)
    if (dead === 0) return { items: [], total: 0 }
    const title = dead === 1 ? 'Einen gescheiterten Auftrag ansehen' : `${dead} gescheiterte Aufträge ansehen`
    const reason = 'Das System versucht es nicht weiter · noch einmal anstoßen oder verwerfen kann nur der Betrieb'
    return { items: [{ key: 'dead', title, reason, dueOn: null, url: jobRoutes.list.href() }], total: 1 }
  },
}
