import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'

/** Any string: what is too long is cut, what cannot be printed is left out. */
const typed = z.string().max(20_000, 'So viel Text nimmt die Suche nicht an. Bitte suchen Sie mit wenigen Wörtern.')

export const searchQuery = z.object({
  q: typed.default('').meta({ description: 'Any words; the first 200 characters count' }),
  type: z
    .string()
    .max(50)
    .optional()
    .meta({ description: 'Only this kind: organization, person, control, assessment, handbook' }),
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'At most so many items' }),
})

export const hitOut = z
  .object({
    type: z.string().meta({ description: 'organization, person, control, assessment, handbook' }),
    id: z.string(),
    title: z.string(),
    url: z.string().meta({ description: 'Path of its page' }),
    snippet: z.string().meta({ description: 'A piece of its text, plain' }),
  })
  .meta({ id: 'SearchHit', description: 'Something the asker may open' })

export const pinInput = z
  .object({ type: textSchema(50).min(1), id: textSchema(400).min(1) })
  .strict()
  .meta({ id: 'SearchPinInput' })

export const pinKey = z.object({ id: z.string().max(400) })

export const pinOut = z
  .object({ type: z.string(), id: z.string(), title: z.string(), url: z.string() })
  .meta({ id: 'SearchPin', description: 'A hit that somebody keeps for themselves' })

export const recentOut = z.object({ q: z.string() }).meta({ id: 'RecentSearch' })
