import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { day } from '../schemas.ts'
import { contactKinds } from './contact-entry.ts'

const fields = {
  kind: z.enum(contactKinds),
  onDay: day.optional().meta({ description: 'Local day on which it was; today when left out' }),
  withWhom: textSchema(200).default(''),
  what: textSchema(4000).min(1),
  followUpOn: day.nullish().meta({ description: 'When to get in touch again' }),
}

export const contactEntryContent = z.object(fields)
export type NewContactEntry = z.infer<typeof contactEntryContent>

export const newContactEntry = z
  .object({ programmeId: idSchema, organizationId: idSchema, ...fields })
  .strict()
  .meta({ id: 'NewContactEntry' })

export const contactEntryOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    kind: z.enum(contactKinds),
    onDay: day,
    withWhom: z.string(),
    what: z.string(),
    followUpOn: day.nullable(),
    followedUpAt: z.iso.datetime().nullable(),
    writtenBy: z.object({ id: idSchema, name: z.string().nullable() }),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'ContactEntry' })

export const contactEntryList = listOf(contactEntryOut)

export const contactEntryQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  openFollowUps: z.stringbool().optional().meta({ description: 'Only those whose follow-up is not done' }),
})
