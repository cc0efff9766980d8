import { z } from 'zod'
import { isAgs, isArs } from '#kernel/municipal-key.ts'
import { readLeitwegId } from '#kernel/leitweg-id.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { idSchema, largestInteger, listQuery, textSchema } from '#platform/http/parse.ts'
import { readDomain } from './domains/domain-name.ts'
import { kinds } from './organization.ts'
import { descentOut } from './succession/schemas.ts'

const ars = z.string().refine(isArs, 'Ein Regionalschlüssel (ARS) hat 5, 9 oder 12 Ziffern.')
const ags = z.string().refine(isAgs, 'Ein Gemeindeschlüssel (AGS) hat 8 Ziffern.')
const name = textSchema(200).min(1)
const county = textSchema(200)
const population = z.number().int().min(0).max(20_000_000)

const leitwegId = textSchema(46)
  .overwrite((text) => text.toUpperCase())
  .superRefine((text, context) => {
    const read = readLeitwegId(text)
    if (isRefusal(read)) context.addIssue({ code: 'custom', message: read.refused })
  })
  .meta({ description: 'With right check digits (ISO 7064, mod 97-10)', example: '15082256-0000-27' })

const domain = textSchema(300)
  .overwrite((text) => {
    const read = readDomain(text)
    return isRefusal(read) ? text : read
  })
  .superRefine((text, context) => {
    const read = readDomain(text)
    if (isRefusal(read)) context.addIssue({ code: 'custom', message: read.refused })
  })

/** Of one organization only; umlauts come out in the spelling of DNS. */
const domains = z.array(domain).max(50)

export const newOrganization = z
  .object({
    name,
    kind: z.enum(kinds),
    ars: ars.nullish(),
    ags: ags.nullish(),
    leitwegId: leitwegId.nullish(),
    population: population.nullish(),
    county: county.nullish(),
    domains: domains.optional(),
  })
  .strict()
  .meta({ id: 'NewOrganization' })

export type NewOrganization = z.infer<typeof newOrganization>

export const version = z.coerce.number().int().min(1).max(largestInteger)

export const organizationChange = newOrganization
  .omit({ kind: true })
  .partial()
  .extend({
    version: version
      .optional()
      .meta({ description: 'The version you have seen; left out, the last one who writes a field wins' }),
  })
  .strict()
  .meta({ id: 'OrganizationChange' })

export type OrganizationChange = z.infer<typeof organizationChange>

const empty = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? null : text)
/** "12.400" is what people write. */
const germanNumber = (text: unknown): unknown =>
  typeof text === 'string' && /^\s*\d{1,3}([. ]?\d{3})*\s*$/.test(text)
    ? Number(text.replaceAll(/[. ]/g, ''))
    : empty(text)

/** The same facts as a form: what is empty is not known. */
const factFields = {
  county: z.preprocess(empty, county.nullable()),
  population: z.preprocess(
    germanNumber,
    z
      .number({ error: 'Bitte eine ganze Zahl eintragen, zum Beispiel 12.400.' })
      .int()
      .min(0)
      .max(20_000_000)
      .nullable(),
  ),
  ars: z.preprocess(empty, ars.nullable()),
  ags: z.preprocess(empty, ags.nullable()),
  leitwegId: z.preprocess(empty, leitwegId.nullable()),
}

/** One domain a line; commas and spaces serve too. */
const domainLines = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(/[\s,;]+/).filter(Boolean) : []),
  domains,
)

/** In the order of the form, which is the order of what is refused. */
export const newOrganizationForm = z.object({
  name,
  kind: z.enum(kinds, { error: 'Bitte wählen Sie die Art aus.' }),
  ...factFields,
  domains: domainLines,
})
export const factsChangeForm = z.object({ name, ...factFields, version })
export const domainsForm = z.object({ domains: domainLines, version })

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
    domains: z.array(z.string()).meta({ description: 'As in DNS: lower case, umlauts in Punycode' }),
    dissolvedOn: z.iso
      .date()
      .nullable()
      .meta({ description: 'First day on which it no longer exists, because it was merged or split' }),
    version: z.number().int(),
  })
  .meta({ id: 'Organization' })

export const organizationDetail = organizationOut.extend(descentOut).meta({ id: 'OrganizationDetail' })

export const organizationQuery = listQuery.extend({
  search: z.string().max(200).optional().meta({ description: 'Beginning of a word of the name or of a former name' }),
  kind: z.enum(kinds).optional(),
  dissolved: z
    .enum(['without', 'with', 'only'])
    .default('without')
    .meta({ description: 'Whether organizations that no longer exist are listed' }),
})

export const importReport = z
  .object({
    total: z.number().int().meta({ description: 'Rows in the file' }),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    byKind: z.record(z.string(), z.number().int()).meta({ description: 'Rows in the file by kind' }),
    dissolved: z
      .array(
        z.object({
          line: z.number().int(),
          ars: z.string(),
          id: idSchema,
          name: z.string(),
          dissolvedOn: z.iso.date(),
          successors: z.array(z.object({ id: idSchema, name: z.string() })),
        }),
      )
      .meta({ description: 'Rows whose key belongs to an organization that no longer exists: left as it is' }),
  })
  .meta({ id: 'OrganizationImport' })
