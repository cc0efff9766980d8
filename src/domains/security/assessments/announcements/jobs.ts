import { type Job, job } from '#platform/jobs/job.ts'
import { tellChecks, telling, tellingJob } from './tell-checks.ts'

/** After an announcement, once. */
export const announcementJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Von einer Umstellung auf eine neue Katalogfassung berichten',
    data: telling,
    as: 'system',
    run: (tools, data) => tools.finish((ctx) => tellChecks(ctx, data)),
  }),
]
