import { type Job, job } from '#platform/jobs/job.ts'
import { telling, tellingJob, tellPeople } from './tell-of-invoice.ts'

/** After a deed on invoices. */
export const invoiceJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Von eingegangenen, beanstandeten und abgerechneten Rechnungen berichten',
    data: telling,
    run: (tools, data) => tools.finish((ctx) => tellPeople(ctx, data)),
  }),
]
