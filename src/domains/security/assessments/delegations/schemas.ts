import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

const day = z.iso
  .date({ error: 'Bitte ein Datum angeben, zum Beispiel 2026-12-31.' })
  .meta({ description: 'Local day in Europe/Berlin' })

export const newDelegation = z
  .object({
    personId: idSchema.meta({ description: 'A colleague at the same organization' }),
    groupKeys: z
      .array(textSchema(255).min(1), { error: 'Bitte wählen Sie mindestens eine Liste.' })
      .min(1, 'Bitte wählen Sie mindestens eine Liste.')
      .max(200)
      .meta({ description: 'Keys of outermost groups (`groups[].key` of the check)' }),
    dueOn: day.optional().meta({ description: 'Until when; reminded three days before and on the day' }),
    note: textSchema(1000).optional().meta({ description: 'What the colleague should know' }),
  })
  .strict()
  .meta({ id: 'DelegationInput' })

export type NewDelegation = z.infer<typeof newDelegation>

const person = z.object({
  id: idSchema,
  name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
})

export const delegationOut = z
  .object({
    id: idSchema,
    assessmentId: idSchema,
    person,
    groupKeys: z.array(z.string()),
    dueOn: z.string().nullable(),
    note: z.string(),
    delegatedBy: person,
    delegatedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Delegation' })
