import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { sealEntries } from './seal-entries.ts'

export const auditJobs: Job[] = [
  job({
    name: 'audit.seal',
    title: 'Protokoll versiegeln',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 1 },
    run: (tools) => tools.finish(async (ctx) => void (await sealEntries(ctx))),
  }),
]
