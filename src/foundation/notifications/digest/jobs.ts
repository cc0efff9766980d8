import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import type { NotificationKind } from '../kind.ts'
import { writeDigests } from './write-digests.ts'

/** So many people in one transaction. */
const most = 50

/** Looks for due digests. Whoever is late, because no worker ran, gets one digest and not several. */
export const digestJobs = (house: { kinds: readonly NotificationKind[]; portal: string }): Job[] => [
  job({
    name: 'notifications.digest',
    title: 'Überblick der Mitteilungen versenden',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 10 },
    run: async (tools) => {
      let written = most
      while (written === most) {
        tools.stopping.throwIfAborted()
        written = await tools.unit((ctx) => writeDigests(ctx, { ...house, most }))
      }
    },
  }),
]
