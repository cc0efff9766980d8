import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { remindOfMeasures } from './remind.ts'

/** Reminds every morning. */
export const measureJobs: readonly Job[] = [
  job({
    name: 'measures.remind',
    title: 'An Maßnahmen erinnern',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '06:40' },
    run: (tools) => tools.finish(remindOfMeasures),
  }),
]
