import { z } from 'zod'
import { idSchema, largestInteger, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { contactEntryContent } from '../contact-log/schemas.ts'
import { approachStates } from './campaign.ts'

export const campaignContent = z.object({ title: textSchema(120).min(1), script: textSchema(4000).default('') })

export const newCampaign = campaignContent.extend({ programmeId: idSchema }).strict().meta({ id: 'NewCampaign' })

export const campaignOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    title: z.string(),
    script: z.string(),
    begunAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    total: z.int(),
    open: z.int().meta({ description: 'Neither interested nor declined yet' }),
    interested: z.int(),
  })
  .meta({ id: 'Campaign' })

export const campaignList = listOf(campaignOut)
export const campaignQuery = z.object({ programmeId: idSchema })

export const approachQuery = listQuery.extend({ state: z.enum(approachStates).optional() })

export const approachChange = z
  .object({
    state: z.enum(approachStates),
    version: z.number().int().min(1).max(largestInteger).meta({ description: 'The version you have seen' }),
    entry: contactEntryContent.strict().optional().meta({ description: 'What was said; goes into the contact log' }),
  })
  .strict()
  .meta({ id: 'ApproachChange' })

export const approachOut = z
  .object({
    organizationId: idSchema,
    organizationName: z.string(),
    county: z.string().nullable(),
    state: z.enum(approachStates),
    changedAt: z.iso.datetime(),
    version: z.int(),
    contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }).nullable(),
    enrollmentId: idSchema.nullable().meta({ description: 'Takes part by now' }),
    lastEntry: z.string().nullable(),
  })
  .meta({ id: 'Approach' })

export const approachList = listOf(approachOut)
