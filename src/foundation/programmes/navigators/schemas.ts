import { z } from 'zod'
import { idSchema, listOf, textSchema } from '#platform/http/parse.ts'
import { day } from '../schemas.ts'

export const namingIn = z
  .object({
    personId: idSchema,
    from: day.optional().meta({ description: 'First day; today when left out' }),
    reason: textSchema(500).default('').meta({ description: 'Why somebody else was named before' }),
  })
  .strict()
  .meta({ id: 'NavigatorNaming' })

export const navigatorOut = z
  .object({
    id: idSchema,
    person: z.object({ id: idSchema, name: z.string().nullable() }),
    from: day,
    until: day.nullable(),
    reason: z.string(),
    namedAt: z.iso.datetime(),
  })
  .meta({ id: 'Navigator' })

export const navigatorList = listOf(navigatorOut)
