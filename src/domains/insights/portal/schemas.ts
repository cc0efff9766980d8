import { z } from 'zod'
import { listQuery } from '#platform/http/parse.ts'

export const taskQuery = listQuery.extend({
  source: z.string().optional().meta({ description: 'Only of this module: security/assessments' }),
})

export const taskOut = z
  .object({
    title: z.string().meta({ description: 'The deed' }),
    reason: z.string().meta({ description: 'Why it is yours, and what depends on it' }),
    dueOn: z.iso.date().nullable().meta({ description: 'The last local day' }),
    url: z.string().meta({ description: 'Path of the page with the one step' }),
    handOnUrl: z.string().nullable().meta({ description: 'Where somebody else can take it over' }),
    source: z.string().meta({ description: 'The module' }),
  })
  .meta({ id: 'Task' })

export const taskListOut = z
  .object({
    items: z.array(taskOut),
    next: z.string().nullable(),
    total: z.int(),
    missing: z.array(z.string()).meta({ description: 'Modules that could not be asked just now' }),
  })
  .meta({ id: 'TaskList' })
