import { z } from 'zod'
import { idSchema, largestInteger, listQuery, textSchema } from '#platform/http/parse.ts'
import { sides, verdicts } from './review.ts'

const verdict = z.enum(verdicts, { error: 'Bitte wählen Sie Bestätigt, Strittig oder Hinweis.' })
const text = textSchema(4000)
const answerVersion = z.coerce.number().int().min(1).max(largestInteger)

export const reviewIn = z
  .object({
    verdict,
    remark: text.optional().meta({ description: 'Needed with `disputed` and `comment`' }),
    answerVersion: answerVersion
      .nullable()
      .optional()
      .meta({ description: 'The version of the answer you judged, null for none; left out: the one that counts' }),
  })
  .strict()
  .meta({ id: 'ReviewInput' })

/** The same as a form: an empty version is no answer. */
export const reviewForm = z.object({
  verdict,
  remark: text.optional(),
  answerVersion: z.preprocess((given) => (given === '' ? null : given), answerVersion.nullable().optional()),
})

export const remarkIn = z
  .object({ text: text.min(1, 'Bitte schreiben Sie etwas.') })
  .strict()
  .meta({ id: 'RemarkInput' })

export const reviewsQuery = listQuery.extend({ verdict: z.enum(verdicts).optional() })

const person = z.object({
  id: idSchema,
  name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
})

const version = z.object({
  version: z.number().int(),
  verdict: z.enum(verdicts),
  remark: z.string(),
  answerVersion: z.number().int().nullable().meta({ description: 'The version of the answer that was judged' }),
  reviewedBy: person,
  reviewedAt: z.iso.datetime(),
})

export const reviewOut = version
  .extend({
    controlId: z.string(),
    changedSince: z
      .boolean()
      .meta({ description: 'The answer has changed since: a confirmation does not count, a dispute stands' }),
  })
  .meta({ id: 'Review' })

export const remarkOut = z
  .object({ id: idSchema, side: z.enum(sides), text: z.string(), writtenBy: person, writtenAt: z.iso.datetime() })
  .meta({ id: 'Remark' })

export const discussionOut = z
  .object({
    controlId: z.string(),
    review: reviewOut.nullable().meta({ description: 'The one that counts; null before the first' }),
    history: z.array(version).meta({ description: 'All versions, the newest first, at most 200' }),
    remarks: z.array(remarkOut).meta({ description: 'What both sides wrote, the oldest first, at most 200' }),
  })
  .meta({ id: 'Discussion' })
