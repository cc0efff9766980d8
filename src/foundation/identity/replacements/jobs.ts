import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { expireReplacements, settleReplacement } from './settle-replacements.ts'

/** One unit each: what goes wrong with one keeps no other waiting. */
export const replacementJobs: readonly Job[] = [
  job({
    name: 'identity.settleReplacements',
    title: 'Ersatz für Zugänge wirksam machen',
    data: z.unknown(),
    as: 'system',
    schedule: { everyMinutes: 5 },
    attempts: 3,
    run: async (tools) => {
      for (const id of await tools.unit(expireReplacements)) await tools.unit((ctx) => settleReplacement(ctx, id))
    },
  }),
]
