import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { tellEnding } from './agreements/tell-ending.ts'

/** Looks every morning for agreements that end soon. */
export const declarationJobs: readonly Job[] = [
  job({
    name: 'declarations.tellEndingAgreements',
    title: 'An ablaufende Vereinbarungen erinnern',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '06:50' },
    run: (tools) => tools.finish(tellEnding),
  }),
]
