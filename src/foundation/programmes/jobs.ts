import { type Job, job } from '#platform/jobs/job.ts'
import { tellMunicipality, turnJob, turnTelling } from './turns/tell-turn.ts'

/** After a step was set. */
export const programmeJobs: readonly Job[] = [
  job({
    name: turnJob,
    title: 'Kommune sagen, dass ein Schritt auf sie wartet',
    data: turnTelling,
    run: (tools, data) => tools.finish((ctx) => tellMunicipality(ctx, data)),
  }),
]
