import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { tellEnding } from './tell-ending.ts'

/** Looks every morning for evidence that ends soon. */
export const evidenceJobs: readonly Job[] = [
  job({
    name: 'assessments.tellEndingEvidence',
    title: 'An ablaufende Nachweise erinnern',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '06:40' },
    run: (tools) => tools.finish(tellEnding),
  }),
]
