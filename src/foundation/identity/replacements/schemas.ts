import { z } from 'zod'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { emailAddress, personName } from '../invitations/schemas.ts'
import { reason } from '../people/schemas.ts'

const instant = z.string().meta({ format: 'date-time' })

export const newReplacement = z
  .object({
    organizationId: idSchema,
    personId: idSchema.optional().meta({ description: 'Somebody who belongs there; or else email and name' }),
    email: emailAddress.optional(),
    name: personName.optional(),
    reason,
  })
  .strict()
  .superRefine(({ personId, email, name }, context) => {
    const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (personId !== undefined && (email !== undefined || name !== undefined))
      add('personId', 'Bitte entweder jemanden aus der Liste wählen oder Name und Adresse angeben, nicht beides.')
    if (personId === undefined && email === undefined && name === undefined)
      add('personId', 'Bitte wählen Sie jemanden, oder geben Sie Name und Adresse an.')
    if (personId === undefined && email !== undefined && name === undefined)
      add('name', 'Bitte auch den Namen angeben.')
    if (personId === undefined && name !== undefined && email === undefined)
      add('email', 'Bitte auch die Adresse angeben.')
  })
  .meta({ id: 'AdministratorReplacementInput' })

export type NewReplacement = z.infer<typeof newReplacement>

export const replacementOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    personId: idSchema.nullable().meta({ description: 'Null for somebody who is invited' }),
    candidate: z
      .string()
      .nullable()
      .meta({ description: 'Name; null once an address that was not invited is forgotten' }),
    reason: z.string(),
    state: z.enum(['proposed', 'waiting', 'due', 'expired', 'effective', 'objected', 'withdrawn', 'lapsed']).meta({
      description:
        'waiting: confirmed, can be objected to until effectiveAt; lapsed: not needed or not possible any more',
    }),
    proposedBy: z.string(),
    proposedAt: instant,
    expiresAt: instant.meta({ description: 'Until then it must be confirmed' }),
    confirmedBy: z.string().nullable(),
    effectiveAt: instant.nullable().meta({ description: '72 hours after the confirmation' }),
    endedAt: instant.nullable(),
    endedBy: z.string().nullable(),
    note: z.string().nullable().meta({ description: 'Reason of an objection, or why it lapsed' }),
  })
  .meta({ id: 'AdministratorReplacement' })

export const replacementQuery = listQuery.extend({ organizationId: idSchema.optional() })

export const replacementObjection = z.object({ reason }).strict().meta({ id: 'ReplacementObjectionInput' })

export const withdrawal = z.object({
  reason: textSchema(2000).optional().meta({ description: 'For those who were told' }),
})
