import { z } from 'zod'
import { idSchema, listOf, textSchema } from '#platform/http/parse.ts'
import { results } from './spot-check.ts'

const shape = {
  object: textSchema(300).min(1, 'Bitte nennen Sie, was Sie geprüft haben.'),
  what: textSchema(1000).min(1, 'Bitte beschreiben Sie, was Sie getan haben.'),
  expected: textSchema(1000).min(1, 'Bitte schreiben Sie, was zu erwarten war.'),
  seen: textSchema(2000).default(''),
  result: z.enum(results, { error: 'Bitte wählen Sie ein Ergebnis.' }),
  evidenceNote: textSchema(1000).default('').meta({ description: 'Evidence in words, besides or instead of a file' }),
  checkedOn: z.iso.date({ error: 'Bitte den Tag angeben, zum Beispiel 2026-11-20.' }),
  controlId: textSchema(60)
    .optional()
    .meta({ description: "A question of the municipality's open check that the deviation belongs to" }),
}

export const newSpotCheck = z
  .object({ enrollmentId: idSchema, ...shape })
  .strict()
  .meta({ id: 'SpotCheckInput' })

export const spotCheckChange = z
  .object({
    ...shape,
    version: z.coerce.number().int().min(1).meta({ description: 'The version that was read; another one by now: 409' }),
    reason: textSchema(500).min(3, 'Bitte nennen Sie, warum Sie berichtigen.'),
  })
  .strict()
  .meta({ id: 'SpotCheckChange' })

export type SpotCheckInput = Omit<z.infer<typeof newSpotCheck>, 'enrollmentId'>

export const newSpotComment = z
  .object({ text: textSchema(2000).min(1, 'Bitte schreiben Sie etwas.') })
  .strict()
  .meta({ id: 'SpotCommentInput' })

export const spotCheckQuery = z.object({ enrollmentId: idSchema })
export const closing = z.object({ enrollmentId: idSchema }).strict().meta({ id: 'SpotCheckClosing' })

const instant = z.iso.datetime()
const person = z.string().nullable().meta({ description: 'Null when you may not see the person' })

const versionShape = {
  version: z.number().int(),
  object: z.string(),
  what: z.string(),
  expected: z.string(),
  seen: z.string(),
  result: z.enum(results),
  evidenceNote: z.string(),
  file: z.object({ id: idSchema, name: z.string(), mediaType: z.string(), size: z.number().int() }).nullable(),
  control: z.object({ assessmentId: idSchema, id: z.string() }).nullable(),
  checkedOn: z.string(),
  reason: z.string(),
  writtenBy: person,
  writtenAt: instant,
}

export const spotCheckOut = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    organizationId: idSchema,
    number: z.number().int(),
    ...versionShape,
    earlier: z.array(z.object(versionShape)),
    comments: z.array(
      z.object({ id: idSchema, version: z.number().int(), text: z.string(), writtenBy: person, writtenAt: instant }),
    ),
  })
  .meta({ id: 'SpotCheck' })

export const spotCheckList = listOf(spotCheckOut).extend({
  closedAt: instant.nullable().meta({ description: 'From then on nothing in the protocol changes' }),
})

export const closedOut = z.object({ enrollmentId: idSchema, closedAt: instant }).meta({ id: 'SpotChecksClosed' })

export const templateList = listOf(
  z
    .object({ key: z.string(), title: z.string(), object: z.string(), what: z.string(), expected: z.string() })
    .meta({ id: 'SpotCheckTemplate' }),
)
