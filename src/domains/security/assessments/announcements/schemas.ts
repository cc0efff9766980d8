import { z } from 'zod'
import { idSchema, listOf, textSchema } from '#platform/http/parse.ts'

const day = z.iso
  .date({ error: 'Bitte ein Datum angeben, zum Beispiel 2027-01-31.' })
  .meta({ description: 'Local day in Europe/Berlin' })

const fields = {
  fromCatalogId: idSchema.meta({ description: 'The version that checks run on now' }),
  toCatalogId: idSchema.meta({ description: 'The version they shall go on with' }),
  text: textSchema(2000).default('').meta({ description: 'Told to whoever answers for a check' }),
}

export const newAnnouncement = z
  .object({ ...fields, dueOn: day.nullable().default(null) })
  .strict()
  .meta({ id: 'MigrationAnnouncementInput' })

export type NewAnnouncement = z.infer<typeof newAnnouncement>

/** The same as a form: an empty day is none. */
export const announcementForm = z.object({
  ...fields,
  dueOn: z.preprocess((text) => (text === '' || text === undefined ? null : text), day.nullable()),
})

export const announcementOut = z
  .object({
    id: idSchema,
    fromCatalogId: idSchema,
    toCatalogId: idSchema,
    text: z.string(),
    dueOn: z.string().nullable(),
    announcedBy: z.object({
      id: idSchema,
      name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
    }),
    announcedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable().meta({ description: 'From then on it asks nothing of anybody' }),
  })
  .meta({ id: 'MigrationAnnouncement' })

export const announcementList = listOf(announcementOut)
