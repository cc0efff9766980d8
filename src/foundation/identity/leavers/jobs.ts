import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { closeDeparted } from './close-departed.ts'

/** The night after somebody's last day. */
export const departureJobs: readonly Job[] = [
  job({
    name: 'identity.closeDeparted',
    title: 'Zugänge Ausgeschiedener schließen',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '00:05' },
    run: (tools) => tools.finish(closeDeparted),
  }),
]
