import { z } from 'zod'
import { answerValues, highestLevel, scales } from '#kernel/scale.ts'
import { idSchema, largestInteger, textSchema } from '#platform/http/parse.ts'

/** As it stands in the path of one question. */
export const controlIdSchema = z
  .string()
  .max(255)
  .regex(/^[^\0]+$/)
  .meta({ description: 'Id of the control in this catalog version' })

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

const level = z.coerce.number().int().min(0).max(highestLevel)

export const answerIn = z
  .object({
    answer: z
      .enum(answerValues, { error: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' })
      .nullable()
      .optional()
      .meta({ description: 'Null takes the answer back' }),
    level: level.optional().meta({ description: 'Reached, where the catalog is answered in levels; with `target`' }),
    target: level.optional(),
    note: note.optional(),
    version: version.optional(),
  })
  .strict()
  .meta({ id: 'AnswerInput' })

/** The same as a form: an empty version field is none. */
export const answerForm = z.object({
  answer: z.enum(answerValues, { error: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' }).optional(),
  level: z.preprocess((text) => (text === '' ? undefined : text), level.optional()),
  target: z.preprocess((text) => (text === '' ? undefined : text), level.optional()),
  note: note.optional(),
  version: z.preprocess((text) => (text === '' ? undefined : text), version.optional()),
})

export const answerOut = z
  .object({
    answer: z.enum(answerValues).nullable().meta({ description: 'Null in levels, and when it was taken back' }),
    level: z.number().int().nullable(),
    target: z.number().int().nullable(),
    note: z.string(),
    version: z.number().int(),
    unconfirmed: z.boolean().meta({ description: 'Carried over: it counts once somebody confirms it' }),
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
    wave: z.number().int().meta({ description: 'From 1; each begins with the answers of the one before' }),
    previousId: idSchema.nullable(),
    migratedFrom: idSchema
      .nullable()
      .meta({ description: 'The check on an earlier version of the catalog that it came from' }),
    migratedTo: idSchema.nullable().meta({ description: 'The check on a later version that it went to' }),
    closed: z
      .enum(['moved', 'undone'])
      .nullable()
      .meta({ description: 'Kept as it was: it went on in another version, or the move to this one was undone' }),
    scale: z.enum(scales),
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
