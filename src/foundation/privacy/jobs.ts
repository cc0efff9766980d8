import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { deleteDue } from './queries.ts'

export const privacyJobs: Job[] = [
  job({
    name: 'privacy.deleteDue',
    title: 'Löschen, was über seine Frist ist',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '03:50' },
    run: (tools) => tools.finish(deleteDue),
  }),
]
