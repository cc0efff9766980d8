import { z } from 'zod'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { allRoles } from '../roles.ts'

export const day = z.iso
  .date({
    error: ({ input }) =>
      input === undefined || input === '' ? 'Bitte geben Sie einen Tag an.' : 'Das ist kein Tag. Beispiel: 2026-12-31',
  })
  .meta({ description: 'Local day in Europe/Berlin' })

export const newGrant = z
  .object({
    personId: idSchema,
    organizationId: idSchema,
    role: z.enum(allRoles),
    from: day.optional().meta({ description: 'First day; today when not given' }),
    until: day.nullish().meta({ description: 'Last day; open when not given' }),
  })
  .strict()
  .meta({ id: 'RoleInput' })

export type NewGrant = z.infer<typeof newGrant>

export const grantOut = z
  .object({
    id: idSchema,
    personId: idSchema,
    personName: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
    role: z.enum(allRoles),
    from: day,
    until: day.nullable().meta({ description: 'Last day; the day before `from` or today for what was ended at once' }),
    grantedBy: idSchema.nullable(),
  })
  .meta({ id: 'Role' })

export const grantQuery = listQuery.extend({
  organizationId: idSchema.optional(),
  personId: idSchema.optional(),
})

/** When something is to end: with that day, or at once. */
export const ending = z.object({ until: day.optional().meta({ description: 'Last day; at once when not given' }) })

/** The same without an id, as the contract names it. */
export const endingByRole = ending.extend({
  personId: idSchema,
  organizationId: idSchema,
  role: z.enum(allRoles),
})

export const peopleQuery = listQuery.extend({
  q: textSchema(200)
    .optional()
    .meta({ description: 'Beginning of a word of the name or of an organization, or part of the address' }),
  role: z.enum(allRoles).optional().meta({ description: 'Only who has it today' }),
  organizationId: idSchema.optional().meta({ description: 'Only who belongs to it today' }),
})

export const personOut = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    functions: z.array(
      z.object({
        organizationId: idSchema,
        organizationName: z.string(),
        role: z.enum(allRoles),
        from: day,
        until: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Person' })

export const reason = textSchema(2000).min(1, 'Bitte nennen Sie einen Grund.')
