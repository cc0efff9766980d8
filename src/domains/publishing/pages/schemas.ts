import { z } from 'zod'
import { normalizeEmail } from '#kernel/email.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'

export const pageIn = z
  .object({
    text: textSchema(30_000).min(1),
    version: z.coerce
      .number({ error: 'Diese Angabe fehlt.' })
      .int()
      .min(0)
      .meta({ description: 'Version that was read; 0 while the text is ours' }),
  })
  .meta({ id: 'PageInput' })

export const pageOut = z
  .object({
    name: z.string(),
    title: z.string(),
    url: z.string(),
    text: z.string().meta({ description: 'Markdown' }),
    missing: z.array(z.string()).meta({ description: 'What only the operator knows and has not filled in yet' }),
    own: z.boolean().meta({ description: 'Worded by the cooperative' }),
    version: z.int(),
  })
  .meta({ id: 'Page' })

/** The public form. */
export const barrierIn = z.object({
  what: textSchema(5000).min(1, 'Bitte beschreiben Sie kurz, was nicht ging.'),
  place: textSchema(500).default(''),
  email: textSchema(254)
    .default('')
    .refine((text) => text === '' || normalizeEmail(text) !== undefined, 'Das ist keine E-Mail-Adresse.'),
})

export const answerIn = z.object({ answer: textSchema(5000).min(1) }).meta({ id: 'BarrierAnswerInput' })

export const reportQuery = listQuery

export const reportOut = z
  .object({
    id: idSchema,
    what: z.string(),
    place: z.string(),
    answerWanted: z.boolean().meta({ description: 'An address for the answer was given' }),
    receivedAt: z.iso.datetime(),
    dueOn: z.iso.date(),
    answer: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'BarrierReport' })

export const reportListOut = listOf(reportOut)
