import { z } from 'zod'
import { scales } from '#kernel/scale.ts'
import { idSchema } from '#platform/http/parse.ts'

export const catalogOut = z
  .object({
    id: idSchema,
    title: z.string(),
    version: z.string(),
    scale: z.enum(scales),
    controlCount: z.number().int(),
    sha256: z.string().meta({ description: 'Hash of the file as it came; pins this version' }),
    source: z.string().nullable().meta({ description: 'Publisher' }),
    license: z.string().nullable(),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Catalog' })

export const controlOut = z
  .object({
    id: z.string().meta({ description: 'Id in this version, as it stands in every path' }),
    key: z.string().meta({ description: 'Identity across versions' }),
    title: z.string(),
    group: z.string().meta({ description: 'Title of the outermost group' }),
    effort: z.string().nullable().meta({ description: '0 (mandatory, not rated) to 5, or a range such as 1-2' }),
  })
  .meta({ id: 'Control' })
