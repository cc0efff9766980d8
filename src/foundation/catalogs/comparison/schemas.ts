import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'

const version = z.object({ id: idSchema, title: z.string(), version: z.string() })

const side = z
  .object({ id: z.string(), key: z.string(), title: z.string() })
  .meta({ id: 'ComparedControl', description: 'A control as it stands in one of the two versions' })

const item = z
  .object({
    before: side.nullable(),
    after: side.nullable(),
    changes: z
      .array(z.enum(['statement', 'title', 'obligation', 'guidance']))
      .meta({ description: 'What differs; `guidance` alone does not ask for a confirmation' }),
  })
  .meta({ id: 'ComparedPair' })

const some = (description: string) => z.object({ count: z.number().int(), items: z.array(item) }).meta({ description })

export const comparisonOut = z
  .object({
    before: version,
    after: version,
    byKeys: z.boolean().meta({
      description: 'False where one of them has no identities of its own: then only id and title together decide',
    }),
    same: some('The same control under the same id'),
    renumbered: some('The same control under another id; with `same` these are all pairs'),
    changed: some('Those of both whose statement, title or obligation differs: answers are to be confirmed'),
    lost: some('Only in the old version'),
    new: some('Only in the new version'),
  })
  .meta({ id: 'CatalogComparison' })

export const comparisonQuery = z.object({ before: idSchema.meta({ description: 'Id of the older catalog version' }) })
