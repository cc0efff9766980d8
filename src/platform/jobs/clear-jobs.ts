import { sql } from 'kysely'
import { z } from 'zod'
import { job } from './job.ts'

/** What is done is kept for two weeks, what was discarded for ninety days. */
export const clearJobs = job({
  name: 'jobs.clear',
  title: 'Erledigte Aufträge löschen',
  data: z.unknown(),
  as: 'system',
  schedule: { dailyAt: '03:30' },
  run: (tools) =>
    tools.finish(async ({ db, now }) => {
      const doneBefore = now.subtract({ hours: 14 * 24 }).toString()
      const deadBefore = now.subtract({ hours: 90 * 24 }).toString()
      await sql`select jobs.clear(${doneBefore}::timestamptz, ${deadBefore}::timestamptz)`.execute(db)
    }),
})
