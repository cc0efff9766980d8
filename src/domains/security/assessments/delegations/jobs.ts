import { z } from 'zod'
import { localDay } from '#kernel/local-day.ts'
import { type Job, job } from '#platform/jobs/job.ts'
import { remindDaysBefore } from './delegation.ts'
import { remindDelegates } from './remind-delegates.ts'

/** Reminds of delegated lists some days before the last day, and on the day itself. */
export const delegationJobs: readonly Job[] = [
  job({
    name: 'assessments.remindDelegates',
    title: 'An weitergegebene Listen erinnern',
    data: z.unknown(),
    as: 'system',
    schedule: { dailyAt: '06:30' },
    run: (tools) =>
      tools.finish(async (ctx) => {
        const today = localDay(ctx.now)
        for (const due of [today, today.add({ days: remindDaysBefore })]) await remindDelegates(ctx, today, due)
      }),
  }),
]
