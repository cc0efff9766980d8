import { z } from 'zod'
import { type Job, job } from '#platform/jobs/job.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { buildIndex, isIndexed } from './build-index.ts'
import { noteTurningRoles } from './note-turning-roles.ts'
import { updateIndex } from './update-index.ts'
import type { Units } from './write-index.ts'

/** After each deed that changes what can be found, and every minute. The first run of a process also looks whether the index is of this edition. */
export function searchJobs(sources: readonly SearchSource[]): Job[] {
  let isOfThisEdition = false
  return [
    job({
      name: 'search.update',
      title: 'Suche auf den neuesten Stand bringen',
      data: z.unknown(),
      as: 'system',
      schedule: { everyMinutes: 1 },
      run: async (tools) => {
        const units: Units = (work) => tools.unit(work)
        isOfThisEdition ||= await isIndexed(units, sources)
        if (!isOfThisEdition) isOfThisEdition = (await buildIndex(units, sources)) !== undefined
        await updateIndex(units, sources)
      },
    }),
    job({
      name: 'search.turningRoles',
      title: 'Aufgaben, die heute beginnen oder enden, in der Suche nachziehen',
      data: z.unknown(),
      as: 'system',
      schedule: { dailyAt: '00:10' },
      run: (tools) => tools.finish(noteTurningRoles),
    }),
  ]
}
