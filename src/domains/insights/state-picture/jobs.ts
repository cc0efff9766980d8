import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import { idSchema } from '#platform/http/parse.ts'
import { listDue } from './take/list-due.ts'
import { takePicture } from './take/take-picture.ts'

export const takingJob = 'statePicture.take'

/** A picture that somebody ordered, for the next fixed day; and every night those that are due. */
export const statePictureJobs: readonly Job[] = [
  job({
    name: takingJob,
    title: 'Bestelltes Landesbild aufnehmen',
    data: z.object({ programmeId: idSchema, takenBy: idSchema.nullable() }),
    as: 'insights',
    leaseSeconds: 600,
    run: (tools, { programmeId, takenBy }) =>
      tools.finish(async ({ db, now }) => {
        await takePicture(db, { programmeId, at: now, takenBy })
      }),
  }),
  job({
    name: 'statePicture.takeDue',
    title: 'Landesbilder am Stichtag aufnehmen',
    data: z.unknown(),
    as: 'insights',
    leaseSeconds: 600,
    schedule: { dailyAt: '04:30' },
    run: async (tools) => {
      const due = await tools.unit(({ db, now }) => listDue(db, now))
      for (const { programmeId, releaseOn } of due) {
        if (tools.stopping.aborted) throw tools.stopping.reason
        await tools.unit(({ db, now }) => takePicture(db, { programmeId, at: now, releaseOn, takenBy: null }))
      }
    },
  }),
]
