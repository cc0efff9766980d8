import { z } from 'zod'
import { idSchema, listQuery } from '#platform/http/parse.ts'

export const notificationQuery = listQuery.extend({
  unread: z.enum(['true', 'false']).default('false').meta({ description: 'true: only what has not been read' }),
})

export const notificationOut = z
  .object({
    id: idSchema,
    kind: z.string(),
    title: z.string(),
    url: z.string(),
    organizationId: idSchema.nullable(),
    organizationName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' })

export const readingsIn = z
  .object({ upTo: idSchema.meta({ description: 'The newest that is to be read; what came after it stays unread' }) })
  .strict()
  .meta({ id: 'NotificationReadings' })
