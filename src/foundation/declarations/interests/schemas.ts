import { z } from 'zod'
import { normalizeEmail } from '#kernel/email.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'

const line = (max: number) => textSchema(max).refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')

/** The public form. */
export const interestForm = z
  .object({
    organizationId: idSchema.or(z.literal('')).default(''),
    organizationName: line(200).default(''),
    name: line(120).min(1, 'Bitte sagen Sie, wie Sie heißen.'),
    function: line(120).default(''),
    email: textSchema(254).refine((text) => normalizeEmail(text) !== undefined, 'Das ist keine E-Mail-Adresse.'),
    phone: line(60).default(''),
    message: textSchema(2000).default(''),
  })
  .refine(({ organizationId, organizationName }) => organizationId !== '' || organizationName !== '', {
    path: ['organizationId'],
    message: 'Bitte wählen Sie Ihre Kommune, oder schreiben Sie ihren Namen in das Feld darunter.',
  })

export type InterestForm = z.infer<typeof interestForm>

export const ownInterest = z.object({ programmeId: idSchema }).strict().meta({ id: 'InterestInput' })

export const takeOverIn = z
  .object({
    organizationId: idSchema
      .optional()
      .meta({ description: 'The municipality in the register; needed where only a name was written' }),
  })
  .strict()
  .meta({ id: 'InterestTakeOver' })

export const declineIn = z
  .object({ reason: textSchema(1000).min(1, 'Bitte sagen Sie, warum.') })
  .strict()
  .meta({ id: 'InterestRefusal' })

export const interestQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  open: z
    .enum(['yes', 'no'])
    .optional()
    .meta({ description: 'Only those about which nobody has decided, or only the others' }),
})

export const interestOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    municipality: z.object({ id: idSchema, name: z.string() }).nullable(),
    municipalityName: z.string(),
    name: z.string(),
    function: z.string(),
    email: z.string(),
    phone: z.string(),
    message: z.string(),
    receivedAt: z.iso.datetime(),
    outcome: z.enum(['taken', 'declined']).nullable(),
    enrollmentId: idSchema.nullable(),
    decidedAt: z.iso.datetime().nullable(),
    reason: z.string(),
  })
  .meta({ id: 'Interest' })

export const interestList = listOf(interestOut)
