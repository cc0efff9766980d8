import { z } from 'zod'
import { answerValues } from '#kernel/scale.ts'
import { idSchema, largestInteger, textSchema } from '#platform/http/parse.ts'

export const newAssessment = z
  .object({ organizationId: idSchema, catalogId: idSchema })
  .strict()
  .meta({ id: 'NewAssessment' })

const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(largestInteger)
  .meta({ description: 'The version you have seen; left out for the first answer' })
const note = textSchema(10_000).meta({ description: 'Left out: the note stays as it is' })

export const answerIn = z
  .object({
    answer: z.enum(answerValues, { error: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' }),
    note: note.optional(),
    version: version.optional(),
  })
  .strict()
  .meta({ id: 'AnswerInput' })

/** The same as a form: an empty version field is none. */
export const answerForm = z.object({
  answer: z.enum(answerValues, { error: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' }),
  note: note.optional(),
  version: z.preprocess((text) => (text === '' ? undefined : text), version.optional()),
})

export const answerOut = z
  .object({
    answer: z.enum(answerValues),
    note: z.string(),
    version: z.number().int(),
    answeredBy: z.object({
      id: idSchema,
      name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
    }),
    answeredAt: z.iso.datetime(),
  })
  .meta({ id: 'Answer' })

const groupOut = z.object({
  key: z.string(),
  title: z.string(),
  answered: z.number().int(),
  total: z.number().int(),
  percent: z.number().nullable(),
})

export const assessmentOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    catalogId: idSchema,
    state: z.enum(['open', 'inReview', 'signedOff']),
    startedAt: z.iso.datetime(),
    progress: z.object({ answered: z.number().int(), total: z.number().int() }),
    score: z.object({
      percent: z
        .number()
        .nullable()
        .meta({ description: 'yes / (yes + no), one decimal; null while there is neither' }),
    }),
    groups: z.array(groupOut).meta({ description: 'The outermost groups of the catalog, in its order' }),
  })
  .meta({ id: 'Assessment' })
