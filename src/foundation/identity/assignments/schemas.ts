import { z } from 'zod'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { assignmentStates } from './assignment.ts'
import { day, reason } from '../people/schemas.ts'

export const newAssignment = z
  .object({ personId: idSchema, organizationId: idSchema, from: day, until: day })
  .strict()
  .meta({ id: 'AssignmentInput' })

export type NewAssignment = z.infer<typeof newAssignment>

export const assignmentOut = z
  .object({
    id: idSchema,
    personId: idSchema,
    personName: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
    from: day,
    until: day.meta({ description: 'Last day; the day before `from` or before the ending for what was ended at once' }),
    assignedBy: idSchema.nullable(),
    objection: z.string().nullable().meta({ description: 'Why the municipality ended it' }),
  })
  .meta({ id: 'Assignment' })

export const assignmentQuery = listQuery.extend({
  q: textSchema(200)
    .optional()
    .meta({ description: "Beginning of a word of the assessor's or the municipality's name" }),
  state: z.enum(assignmentStates).optional(),
  organizationId: idSchema.optional(),
  personId: idSchema.optional(),
})

export const objection = z.object({ reason }).strict().meta({ id: 'ObjectionInput' })
