import { type Job, job } from '#platform/jobs/job.ts'
import { telling, tellingJob, tellPeople } from './tell-parties.ts'

/** After a signature, a withdrawal, or a word about a reopening. */
export const signOffJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Beteiligten von einer Unterschrift berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellPeople(ctx, data)),
  }),
]
