import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'
import { deeds } from './change.ts'

const value = z.union([z.string(), z.number(), z.array(z.string())]).nullable()
const named = z.object({ id: idSchema, name: z.string() })

export const changeOut = z
  .object({
    id: idSchema,
    at: z.iso.datetime(),
    deed: z.enum(deeds),
    fields: z
      .array(z.object({ field: z.string(), before: value.optional(), after: value.optional() }))
      .meta({ description: 'What became different; of contacts the names of the fields only' }),
    person: z
      .object({ id: idSchema, name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Null when it was the command line on the server; the name null when you may not see it' }),
    actingFor: named.nullable(),
  })
  .meta({ id: 'OrganizationChangeEntry' })
