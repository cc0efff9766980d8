import { type Job, job } from '#platform/jobs/job.ts'
import { telling, tellingJob, tellSides } from './tell.ts'

/** After a deed on orders, deliveries or acceptances. */
export const deliveryJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Von Aufträgen, Lieferungen und Abnahmen berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellSides(ctx, data)),
  }),
]
