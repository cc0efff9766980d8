import { type Job, job } from '#platform/jobs/job.ts'
import { telling, tellingJob, tellPeople } from './tell-side.ts'

/** After a deed on documents, samples or reports. */
export const participationJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Der anderen Seite von Unterlagen, Stichproben und Berichten berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellPeople(ctx, data)),
  }),
]
