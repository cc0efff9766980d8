import { z } from 'zod'
import { scales } from '#kernel/scale.ts'
import { idSchema, listQuery } from '#platform/http/parse.ts'

const origins = ['catalog', 'profile', 'workbook'] as const
const obligations = ['must', 'should', 'may'] as const

export const catalogOut = z
  .object({
    id: idSchema,
    title: z.string(),
    version: z.string(),
    scale: z.enum(scales),
    controlCount: z.number().int(),
    sha256: z.string().meta({
      description:
        'Pins this version: hash of the file, of a profile with all its sources, of the catalog part of a workbook',
    }),
    source: z.string().nullable().meta({ description: 'Publisher' }),
    license: z.string().nullable(),
    origin: z.enum(origins).meta({ description: 'How it was made' }),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Catalog' })

export const wholeCatalogOut = catalogOut
  .extend({
    sources: z
      .array(
        z.object({
          resource: z.string().meta({ description: 'UUID of the resource in the back matter of the profile' }),
          name: z.string(),
          catalogId: idSchema,
          title: z.string(),
          version: z.string(),
          sha256: z.string(),
        }),
      )
      .meta({ description: 'The catalogs a profile was resolved over, in the order of its imports' }),
  })
  .meta({ id: 'CatalogWithSources' })

export const controlOut = z
  .object({
    id: z.string().meta({ description: 'Id in this version, as it stands in every path' }),
    key: z.string().meta({ description: 'Identity across versions' }),
    title: z.string(),
    group: z.string().meta({ description: 'Title of the outermost group' }),
    effort: z.string().nullable().meta({ description: '0 (mandatory, not rated) to 5, or a range such as 1-2' }),
    level: z.string().nullable().meta({ description: 'Security level as the source names it' }),
    obligation: z.enum(obligations).nullable(),
  })
  .meta({ id: 'Control' })

const reference = z.object({ id: z.string(), title: z.string() })

export const wholeControlOut = controlOut
  .extend({
    groups: z.array(z.string()).meta({ description: 'Titles of the groups around it, the outermost first' }),
    parent: reference.nullable(),
    children: z.array(reference),
    statement: z.string().meta({ description: 'Markdown, parameters filled in' }),
    help: z.array(z.object({ name: z.string(), title: z.string().nullable(), prose: z.string() })),
    documentation: z.array(z.string()).meta({ description: 'Documents that prove it' }),
    params: z.array(
      z.object({
        id: z.string(),
        label: z.string().nullable(),
        value: z.string(),
        isSet: z.boolean().meta({ description: 'False: the choice that is left, or the label in brackets' }),
      }),
    ),
    links: z.array(
      z.object({
        rel: z.string().nullable(),
        href: z.string(),
        text: z.string().nullable(),
        controlId: z.string().nullable(),
        title: z.string().nullable().meta({ description: 'Of the control it leads to' }),
      }),
    ),
    tags: z.array(z.string()),
  })
  .meta({ id: 'ControlDetail' })

/** Filters of a list of controls; the page has the same ones. */
export const controlFilter = z.object({
  q: z.string().max(200).optional().meta({ description: 'Words that id, title, statement or help contain' }),
  group: z.string().max(255).optional().meta({ description: 'Key of an outermost group' }),
  effort: z.coerce.number().int().min(0).max(5).optional().meta({ description: 'Least effort' }),
  level: z.string().max(255).optional(),
  obligation: z.enum(obligations).optional(),
})

export const controlQuery = listQuery.extend(controlFilter.shape)

/** What comes beside the file of an upload. */
export const uploadParts = z.object({
  resources: z.record(z.string(), z.string()).optional().meta({
    description:
      'For a profile: which catalog stands for which resource of its back matter, {uuid: catalogId}, as JSON text',
  }),
})
