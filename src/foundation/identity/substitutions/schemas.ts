import { z } from 'zod'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { day } from '../people/schemas.ts'

export const newSubstitution = z
  .object({
    deputyId: idSchema,
    from: day.optional().meta({ description: 'First day; today when not given' }),
    until: day,
  })
  .strict()
  .meta({ id: 'SubstitutionInput' })

export type NewSubstitution = z.infer<typeof newSubstitution>

export const substitutionOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    personId: idSchema,
    personName: z.string(),
    deputyId: idSchema,
    deputyName: z.string(),
    from: day,
    until: day,
  })
  .meta({ id: 'Substitution' })

export const substitutionQuery = listQuery
