import { z } from 'zod'
import { textSchema, largestInteger } from '#platform/http/parse.ts'
import { controlIdSchema } from '../schemas.ts'

const most = 2000
const either = 'Bitte entweder eine Liste (groupKey) oder Fragen (controlIds) nennen.'

const scope = z.object({
  groupKey: textSchema(255)
    .min(1)
    .optional()
    .meta({ description: 'An outermost group with everything below it, or one section; instead of `controlIds`' }),
  controlIds: z.array(controlIdSchema).min(1).max(most).optional(),
})

const isOne = ({ groupKey, controlIds }: { groupKey?: string | undefined; controlIds?: string[] | undefined }) =>
  (groupKey === undefined) !== (controlIds === undefined)

export const reason = textSchema(10_000).min(1, 'Bitte schreiben Sie, warum.')

export const bulkIn = scope
  .extend({
    answer: z.literal('notApplicable'),
    note: reason.meta({ description: 'Why; it becomes the note of each of them' }),
  })
  .strict()
  .refine(isOne, { error: either, path: ['groupKey'] })
  .meta({ id: 'BulkAnswerInput' })

export const confirmationIn = scope
  .strict()
  .refine(isOne, { error: either, path: ['groupKey'] })
  .meta({ id: 'ConfirmationInput' })

const version = z.coerce.number().int().min(1).max(largestInteger)

export const undoIn = z
  .object({
    answeredAt: z.iso.datetime().optional().meta({ description: 'All that you answered in one go then' }),
    controlId: controlIdSchema.optional().meta({ description: 'Instead of it one answer, with its `version`' }),
    version: version.optional(),
  })
  .strict()
  .refine(
    ({ answeredAt, controlId, version: seen }) =>
      answeredAt === undefined
        ? controlId !== undefined && seen !== undefined
        : controlId === undefined && seen === undefined,
    { error: 'Bitte entweder answeredAt nennen, oder controlId und version.', path: ['answeredAt'] },
  )
  .meta({ id: 'UndoInput' })

export const restorationIn = z
  .object({
    from: version.meta({ description: 'The version that is to hold again' }),
    version: version.meta({ description: 'The version you have seen' }),
  })
  .strict()
  .meta({ id: 'RestorationInput' })

export const manyOut = z
  .object({
    count: z.number().int(),
    controlIds: z.array(z.string()),
    answeredAt: z.iso.datetime().meta({ description: 'Names them for `undo`' }),
  })
  .meta({ id: 'ManyAnswers' })
