import { z } from 'zod'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { queueStates } from '#platform/jobs/queue-state.ts'

export const discardInput = z
  .object({ reason: textSchema(500).min(1, 'Bitte sagen Sie, warum dieser Auftrag nicht mehr gebraucht wird.') })
  .meta({ id: 'JobDiscard' })

export const jobQuery = listQuery.extend({
  state: z.enum(queueStates).default('dead').meta({ description: 'dead: given up; failing: will be tried again' }),
})

export const jobOut = z
  .object({
    id: idSchema,
    name: z.string(),
    createdAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    attempts: z.int(),
    failure: z.string().nullable().meta({ description: 'Why the last try failed' }),
    deadAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Job', description: 'Work after the deed; its data is not shown' })

export const jobCountOut = z
  .object({
    name: z.string(),
    waiting: z.int(),
    due: z.int().meta({ description: 'Of those waiting: could begin now' }),
    running: z.int(),
    failing: z.int(),
    dead: z.int(),
    done: z.int().meta({ description: 'Within 24 hours' }),
    oldestDueAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'JobCount' })
