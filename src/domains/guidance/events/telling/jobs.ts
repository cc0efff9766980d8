import { z } from 'zod'
import { type Job, type JobTools, job } from '#platform/jobs/job.ts'
import { sweep } from '../places/sweep.ts'
import { tellingJob } from '../places/wake-teller.ts'
import { forgetCourses } from './forget-courses.ts'
import { remind } from './remind.ts'
import { tellDecisions } from './tell-decisions.ts'

/** Few at a time: on the embedded database everybody waits for a transaction. */
const most = 50

const nothing = z.unknown()

/** Everybody hears of every decision once; offers end by themselves; people are reminded. */
export const eventJobs: readonly Job[] = [
  job({
    name: tellingJob,
    title: 'Anmeldenden von Entscheidungen über Plätze berichten',
    data: nothing,
    as: 'system',
    run: tellAll,
  }),
  job({
    name: 'events.sweep',
    title: 'Abgelaufene Platzangebote weitergeben',
    data: nothing,
    as: 'system',
    schedule: { everyMinutes: 1 },
    attempts: 3,
    run: async (tools) => {
      await tools.unit(sweep)
      // Also what was decided while the teller of that event was about to end.
      await tellAll(tools)
    },
  }),
  job({
    name: 'events.remind',
    title: 'An Termine von Kursen erinnern',
    data: nothing,
    as: 'system',
    schedule: { everyMinutes: 15 },
    attempts: 3,
    run: (tools) => tools.finish(async (ctx) => void (await remind(ctx, most))),
  }),
  job({
    name: 'events.forget',
    title: 'Alte Daten von Kursen löschen',
    data: nothing,
    as: 'system',
    schedule: { dailyAt: '03:50' },
    run: (tools) => tools.finish(async (ctx) => void (await forgetCourses(ctx))),
  }),
]

async function tellAll(tools: JobTools): Promise<void> {
  while ((await tools.unit((ctx) => tellDecisions(ctx, most))) === most) tools.stopping.throwIfAborted()
  await tools.finish(async (ctx) => void (await tellDecisions(ctx, most)))
}
