import { z } from 'zod'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { day } from '../people/schemas.ts'

export const newDeparture = z
  .object({
    personId: idSchema,
    organizationId: idSchema,
    successorId: idSchema.nullish().meta({ description: 'Colleague who takes over what the person holds' }),
    lastDay: day.optional().meta({ description: 'Last day with access; at once when not given' }),
  })
  .strict()
  .meta({ id: 'DepartureInput' })

export type NewDeparture = z.infer<typeof newDeparture>

export const departureOut = z
  .object({
    id: idSchema,
    personId: idSchema,
    personName: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
    successorId: idSchema.nullable(),
    successorName: z.string().nullable(),
    lastDay: day,
    handedOver: z.array(z.object({ what: z.string(), to: z.string().nullable() })),
  })
  .meta({ id: 'Departure' })

export const departureQuery = listQuery
