import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'
import { paces } from './feedback.ts'

const answers = {
  useful: z.int().min(1).max(5).meta({ description: 'From 1, of no use, to 5, of much use' }),
  pace: z.enum(paces),
  recommend: z.boolean(),
  liked: textSchema(2000).default(''),
  missing: textSchema(2000).default(''),
}

export const feedbackIn = z
  .object({
    ...answers,
    guestToken: z.string().max(200).optional().meta({ description: 'Of a guest: from the link in the mail' }),
  })
  .strict()
  .meta({ id: 'FeedbackInput' })

export const feedbackForm = z.object({
  ...answers,
  useful: z.enum(['1', '2', '3', '4', '5']).transform(Number),
  recommend: z.enum(['ja', 'nein']).transform((word) => word === 'ja'),
})

export const feedbackOut = z
  .object({
    number: z.int().meta({ description: 'How many answered' }),
    shown: z
      .object({
        useful: z.string().nullable(),
        recommend: z.string().nullable(),
        pace: z.array(
          z.object({ label: z.string(), text: z.string().nullable().meta({ description: 'Null: too few' }) }),
        ),
        liked: z.array(z.string()),
        missing: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'Null below five answers' }),
  })
  .meta({ id: 'FeedbackResults' })
