import { z } from 'zod'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { longestRange } from './entry-range.ts'

const day = z.iso.date('Das ist kein Tag. Beispiel: 2026-11-23')
const scope = z.enum(['person', 'organization', 'public'])

export const entryQuery = listQuery.extend({
  from: day.optional().meta({ description: 'First day; today when not given' }),
  until: day
    .optional()
    .meta({ description: `Last day, at most ${longestRange} days after the first; 30 days after it when not given` }),
  scope: scope
    .optional()
    .meta({ description: 'What concerns oneself, the organization acted for, or everybody; all three when not given' }),
  source: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'Dates of one module only, as `source` of the entries says' }),
})

export const entryOut = z
  .object({
    key: z.string().meta({ description: 'Stable for as long as it is the same date' }),
    title: z.string(),
    description: z.string().nullable(),
    place: z.string().nullable(),
    url: z.string().meta({ description: 'Path of the page it is about' }),
    isWholeDays: z.boolean(),
    from: z.string().meta({ description: 'Local day, or instant in UTC' }),
    until: z.string().meta({ description: 'The last local day, or instant in UTC' }),
    isCancelled: z.boolean(),
    changedAt: z.iso.datetime(),
    source: z.string(),
    scope,
  })
  .meta({ id: 'CalendarEntry' })

export const newSubscription = z
  .object({
    scope: z
      .enum(['person', 'organization'], 'Bitte wählen Sie aus, wessen Termine.')
      .meta({ description: 'Own dates, or those of the organization acted for' }),
  })
  .strict()
  .meta({ id: 'CalendarSubscriptionInput' })

const subscription = z.object({
  id: idSchema,
  scope: z.enum(['person', 'organization']),
  organizationId: idSchema.nullable(),
})

export const subscriptionOut = subscription
  .extend({
    organizationName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    lastReadAt: z.iso.datetime().nullable().meta({ description: 'To the hour' }),
  })
  .meta({ id: 'CalendarSubscription' })

export const newSubscriptionOut = subscription
  .extend({ url: z.string().meta({ description: 'Whoever knows it reads; shown this once' }) })
  .meta({ id: 'NewCalendarSubscription' })
