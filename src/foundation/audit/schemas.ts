import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { scopes } from './audit-entry.ts'

const zone = 'Europe/Berlin'
const notADay = 'Das ist kein Tag. Beispiel: 2026-11-23'
export const day = z.iso.date({ error: notADay }).refine((text) => /^[2-9]/.test(text), notADay)

export const entryQuery = listQuery.extend({
  scope: z
    .enum(scopes)
    .optional()
    .meta({ description: 'Only this one of the scopes you have; all of them without it' }),
  from: day.optional().meta({ description: 'First local day' }),
  until: day.optional().meta({ description: 'Last local day' }),
  personId: idSchema.optional().meta({ description: 'Only what this person did' }),
  event: textSchema(100).optional().meta({ description: 'Only this kind of event, for example answer.given' }),
})

const named = z.object({ id: idSchema, name: z.string() }).nullable()

export const entryOut = z
  .object({
    id: idSchema,
    at: z.iso.datetime(),
    event: z.string().meta({ description: 'Stable name: noun.deed' }),
    sentence: z.string().meta({ description: 'The same in German' }),
    person: named.meta({ description: 'Who did it; null for the operator and for erased persons' }),
    personErased: z.boolean(),
    actingFor: named,
    organization: named.meta({ description: 'Whose row it is about' }),
    about: named.meta({ description: 'The person it is about' }),
    subjectId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' })

/** When a local day begins, and when the one after it does. */
export const startOf = (text: string): Temporal.Instant =>
  Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant()
export const endOf = (text: string): Temporal.Instant =>
  Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone).toInstant()
