import { z } from 'zod'
import { isAgs, isArs } from '#kernel/municipal-key.ts'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { kinds } from './organization.ts'

const ars = z.string().refine(isArs, 'Ein Regionalschlüssel (ARS) hat 5, 9 oder 12 Ziffern.')
const ags = z.string().refine(isAgs, 'Ein Gemeindeschlüssel (AGS) hat 8 Ziffern.')
const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Das ist kein Domänenname. Beispiel: musterstadt.de')

export const newOrganization = z
  .object({
    name: textSchema(200).min(1),
    kind: z.enum(kinds),
    ars: ars.nullish(),
    ags: ags.nullish(),
    leitwegId: textSchema(46).nullish(),
    population: z.number().int().min(0).max(20_000_000).nullish(),
    county: textSchema(200).nullish(),
    domains: z.array(domain).max(50).optional(),
  })
  .strict()
  .meta({ id: 'NewOrganization' })

export type NewOrganization = z.infer<typeof newOrganization>

export const organizationChange = newOrganization
  .omit({ kind: true, ars: true, ags: true })
  .partial()
  .strict()
  .meta({ id: 'OrganizationChange' })

export type OrganizationChange = z.infer<typeof organizationChange>

export const organizationOut = z
  .object({
    id: idSchema,
    name: z.string(),
    kind: z.enum(kinds),
    ars: z
      .string()
      .nullable()
      .meta({ description: 'Regionalschlüssel: 5 digits for a county, 9 or 12 for a municipality' }),
    ags: z.string().nullable().meta({ description: 'Gemeindeschlüssel, 8 digits' }),
    leitwegId: z.string().nullable(),
    population: z.number().int().nullable(),
    county: z.string().nullable(),
    domains: z.array(z.string()),
  })
  .meta({ id: 'Organization' })

export const organizationQuery = listQuery.extend({
  search: z.string().max(200).optional().meta({ description: 'Beginning of a word of the name' }),
  kind: z.enum(kinds).optional(),
})

export const importReport = z
  .object({
    total: z.number().int().meta({ description: 'Rows in the file' }),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    byKind: z.record(z.string(), z.number().int()).meta({ description: 'Rows in the file by kind' }),
  })
  .meta({ id: 'OrganizationImport' })

export type ImportReport = z.infer<typeof importReport>
