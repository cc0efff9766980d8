import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'
import { dimensions } from './picture.ts'

const day = z.iso.date()
const shownCell = z.object({
  key: z.string(),
  label: z.string(),
  n: z.int().meta({ description: 'Municipalities it speaks of, 5 or more' }),
  value: z.int().meta({ description: 'Percent, a multiple of 5 from 5 to 95' }),
  bound: z.enum(['atMost', 'atLeast']).optional().meta({ description: 'At the ends only a bound is told' }),
  asOf: day.optional().meta({ description: 'Still the value of that earlier picture' }),
})
const hiddenCell = z.object({
  key: z.string(),
  label: z.string(),
  suppressed: z.literal(true),
  reason: z.enum(['small', 'complement', 'isolates', 'narrow']),
})
const cell = z.union([shownCell, hiddenCell]).meta({ id: 'StatePictureCell' })

const head = {
  id: idSchema,
  takenOn: day,
  releasedOn: day.meta({ description: 'Day on which it appeared' }),
  programme: z.object({ id: idSchema, key: z.string(), name: z.string() }),
  catalog: z.string().nullable().meta({ description: 'What was answered' }),
  participants: z.int(),
  assessed: z.int().nullable().meta({ description: 'With a signed-off check; null when they are fewer than five' }),
  sha256: z.string().meta({ description: 'Of the canonical form of all that is published' }),
  publicSince: z.iso.datetime().nullable(),
}

export const pictureHead = z.object(head).meta({ id: 'StatePictureHead' })

export const pictureOut = z
  .object({
    ...head,
    total: cell.nullable(),
    families: z.array(z.object({ dimension: z.enum(dimensions), cells: z.array(cell) })),
    named: z.array(
      z.object({ organizationId: idSchema, name: z.string(), value: z.int().nullable(), phase: z.string() }),
    ),
  })
  .meta({ id: 'StatePicture' })

export const programmeQuery = z.object({
  programme: z.string().max(60).optional().meta({ description: 'Key of a programme; of all when not given' }),
})

export const pictureOrder = z
  .object({
    programmeId: idSchema
      .optional()
      .meta({ description: 'Needed by those who lead several programmes with observers' }),
  })
  .strict()
  .meta({ id: 'StatePictureOrder' })

export const orderedOut = z
  .object({ programmeId: idSchema, releaseOn: day.meta({ description: 'Day on which it appears' }) })
  .meta({ id: 'StatePictureOrdered' })

const planDays = z.array(z.string().max(20)).max(400).meta({ description: 'Days of the year: `02-01`' })

export const planOut = z
  .object({
    days: planDays,
    version: z.int().meta({ description: '0 while nobody has decided: then quarterly' }),
    next: day.meta({ description: 'The next of these days' }),
  })
  .meta({ id: 'PicturePlan' })

export const planIn = z
  .object({ days: planDays, version: z.int().min(0).meta({ description: 'As it was read' }) })
  .strict()
  .meta({ id: 'PicturePlanInput' })

const beside = z.union([
  cell,
  z.object({ label: z.string(), comparable: z.literal(false), reason: z.enum(['hidden', 'fewOthers', 'noClass']) }),
])

export const comparisonOut = z
  .object({
    picture: pictureHead,
    signedOffOn: day,
    own: z.int().nullable(),
    classes: z.array(z.object({ dimension: z.enum(dimensions), beside })),
    checklists: z.array(z.object({ key: z.string(), label: z.string(), own: z.int().nullable(), beside })),
  })
  .meta({ id: 'StatePictureComparison' })
