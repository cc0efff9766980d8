import { z } from 'zod'
import { answerValues } from '#kernel/scale.ts'
import { idSchema, largestInteger, listQuery, textSchema } from '#platform/http/parse.ts'
import { answerOut, controlIdSchema } from '../schemas.ts'
import { confidences } from './propose.ts'
import { relationships } from './reached.ts'

const mostSources = 200
const version = z.coerce.number().int().min(1).max(largestInteger)

export const proposalQuery = listQuery.extend({
  group: textSchema(255).min(1).optional().meta({ description: 'Only this outermost group of the check' }),
})

export const coverageQuery = z.object({
  from: idSchema.optional().meta({
    description: 'A check you may see, or a catalog; left out: every other check of the organization',
  }),
})

const step = z.object({
  requirementId: z.string(),
  sourceId: z.string().meta({ description: 'Sub-requirement, as the collection names it' }),
  relationship: z.enum(relationships),
  collectionId: idSchema.nullable().meta({
    description:
      'Null where no collection relates both: they name the same requirement, or are the same question (`equal-to`)',
  }),
})

const voice = z.object({
  assessmentId: idSchema,
  catalogId: idSchema,
  catalogTitle: z.string(),
  catalogVersion: z.string(),
  controlId: z.string(),
  title: z.string(),
  answer: z.enum(answerValues).nullable(),
  level: z.number().int().nullable(),
  target: z.number().int().nullable(),
  note: z.string(),
  version: z.number().int(),
  answeredAt: z.iso.datetime(),
  relationship: z.enum(relationships).meta({ description: 'How the source stands to the question here' }),
  isDefault: z.boolean().meta({ description: 'Nobody chose this relation: it was filled in' }),
  via: z.array(step),
  says: z.enum(answerValues).nullable(),
  confidence: z.enum(confidences),
  why: z.string(),
})

export const proposalOut = z
  .object({
    controlId: z.string(),
    title: z.string(),
    groupKey: z.string().meta({ description: 'The outermost group' }),
    version: z.number().int().nullable().meta({ description: 'Of what is there without counting' }),
    unconfirmed: z.boolean(),
    declined: z.boolean(),
    answer: z.enum(answerValues).nullable().meta({ description: 'Null: nothing follows from the sources' }),
    confidence: z.enum(confidences),
    why: z.string(),
    sources: z.array(voice),
  })
  .meta({ id: 'Proposal' })

const seenSource = z
  .object({ assessmentId: idSchema, controlId: controlIdSchema, version: version.optional() })
  .strict()

/** Take it with an answer, decline it, or have it proposed again. */
export const proposalIn = z
  .object({
    answer: z.enum(answerValues, { error: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' }).optional(),
    note: textSchema(10_000).optional(),
    version: version.optional().meta({ description: 'Of what is there, if anything is' }),
    sources: z
      .array(seenSource)
      .min(1)
      .max(mostSources)
      .optional()
      .meta({ description: 'What the answer was taken from; left out: the sources that say the same' }),
    declined: z.boolean().optional().meta({ description: 'Instead of `answer`: true declines, false proposes again' }),
  })
  .strict()
  .refine(({ answer, declined }) => (answer === undefined) !== (declined === undefined), {
    error: 'Bitte nennen Sie entweder answer oder declined.',
    path: ['answer'],
  })
  .meta({ id: 'ProposalInput' })

export const decisionOut = z
  .object({
    controlId: z.string(),
    declined: z.boolean(),
    answer: answerOut.nullable().meta({ description: 'As saved; null when nothing was taken' }),
  })
  .meta({ id: 'ProposalDecision' })

export const groupIn = z
  .object({ group: textSchema(255).min(1).meta({ description: 'Outermost group of the check' }) })
  .strict()
  .meta({ id: 'ProposalGroupInput' })

const covered = z.object({ key: z.string(), title: z.string(), questions: z.number().int(), reached: z.number().int() })

export const coverageOut = z
  .object({
    from: z.object({ catalogId: idSchema, title: z.string(), version: z.string() }),
    to: z.object({ catalogId: idSchema, title: z.string(), version: z.string() }),
    questions: z.number().int(),
    reached: z.number().int().meta({ description: 'Questions that reach a control that is there' }),
    reachedEqual: z.number().int().meta({ description: 'Of these with a control that is equal or equivalent' }),
    controls: z.number().int().meta({ description: 'Different controls that are reached' }),
    controlsByNumber: z
      .number()
      .int()
      .meta({ description: 'Different numbers that are named and exist, whatever they name by now' }),
    groups: z.array(covered).meta({ description: 'The outermost groups of the source, those that reach nothing too' }),
  })
  .meta({ id: 'Coverage' })
