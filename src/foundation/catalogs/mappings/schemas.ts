import { z } from 'zod'
import { idSchema, listQuery } from '#platform/http/parse.ts'
import { relationships } from './mapping.ts'
import { targetStates } from './resolve-targets.ts'

export const collectionOut = z
  .object({
    id: idSchema,
    title: z.string(),
    version: z.string(),
    oscalVersion: z.string(),
    status: z.string().nullable().meta({ description: 'As it says of itself, such as draft or complete' }),
    method: z.string().nullable().meta({ description: 'How it was made: human, automation or hybrid' }),
    sources: z.array(z.string()).meta({ description: 'What the catalogs of the sources are called' }),
    targets: z.array(z.string()).meta({ description: 'What the catalogs of the targets are called' }),
    mapCount: z.number().int().meta({ description: 'Relations of one source and one target' }),
    sha256: z.string().meta({ description: 'Pins this version: hash of the file' }),
    warnings: z.array(z.string()),
    importedAt: z.iso.datetime(),
  })
  .meta({ id: 'MappingCollection' })

export const wholeCollectionOut = collectionOut
  .extend({
    relationships: z
      .array(
        z.object({
          relationship: z.enum(relationships),
          maps: z.number().int(),
          defaults: z.number().int().meta({ description: 'Of these filled in by default: nobody has chosen them' }),
        }),
      )
      .meta({ description: 'How often each relation occurs, the strongest first' }),
  })
  .meta({ id: 'MappingCollectionWithCounts' })

const state = z.enum(targetStates).meta({
  description:
    'same: number and identity agree; renumbered: under another number; otherRequirement: its number names another requirement now; missing: not there; unverified: the number is there, but the catalog has no identities to compare',
})
const target = z.object({
  id: z.string(),
  key: z.string().nullable().meta({ description: 'Identity across versions' }),
})
const control = z.object({ id: z.string(), title: z.string() }).nullable()

export const mapOut = z
  .object({
    position: z.number().int(),
    relationship: z.enum(relationships).meta({ description: 'How the source stands to the target' }),
    source: z.object({ id: z.string() }),
    requirementId: z
      .string()
      .meta({ description: 'The requirement that a source such as APP.3.6.A1-UA.2 is a part of' }),
    target,
    isDefault: z.boolean().meta({ description: 'The relation was filled in, nobody has chosen it' }),
    remarks: z.string().nullable(),
    targetState: state.nullable().meta({ description: 'Null without catalogId' }),
    control: control.meta({ description: 'The target in that catalog, by identity' }),
  })
  .meta({ id: 'MappingRelation' })

export const targetsOut = z
  .object({
    named: z.number().int().meta({ description: 'Targets the collection names' }),
    existing: z.number().int().meta({ description: 'Those whose number the catalog has' }),
    missing: z.number().int().meta({ description: 'Those whose number it does not have' }),
    states: z.object({
      same: z.number().int(),
      renumbered: z.number().int(),
      otherRequirement: z.number().int(),
      missing: z.number().int(),
      unverified: z.number().int(),
    }),
    items: z
      .array(
        z.object({
          target,
          state,
          control: control.meta({ description: 'Where the requirement is now' }),
          atNumber: control.meta({ description: 'What its number names now' }),
          maps: z.number().int().meta({ description: 'Relations that lead to it' }),
        }),
      )
      .meta({ description: 'All targets that are not the same' }),
  })
  .meta({ id: 'MappingTargets' })

export const mapQuery = listQuery.extend({
  catalogId: idSchema.optional().meta({ description: 'The catalog in which the targets are looked up' }),
  relationship: z.enum(relationships).optional(),
  q: z.string().max(200).optional().meta({ description: 'Words in numbers, title of the control or remarks' }),
  state: z.enum(targetStates).optional().meta({ description: 'Needs catalogId' }),
})

export const targetsQuery = z.object({ catalogId: idSchema })
