import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

export const newComment = z
  .object({
    text: textSchema(4000).min(1, 'Bitte schreiben Sie etwas.').meta({ description: '`@Name` tells a colleague' }),
  })
  .strict()
  .meta({ id: 'CommentInput' })

const person = z.object({
  id: idSchema,
  name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
})

export const commentOut = z
  .object({
    id: idSchema,
    controlId: z.string(),
    text: z.string().nullable().meta({ description: 'Null: its author has removed it' }),
    mentions: z.array(person).meta({ description: 'Who was told' }),
    writtenBy: person,
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'Comment' })

export const writtenOut = commentOut
  .extend({
    unknown: z.array(z.string()).meta({ description: 'Names after an @ that no colleague has' }),
    ambiguous: z.array(z.string()).meta({ description: 'Names after an @ that several colleagues have' }),
    blind: z.array(person).meta({ description: 'Named, but not told: they do not see this question' }),
  })
  .meta({ id: 'WrittenComment' })
