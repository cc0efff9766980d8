import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { orders, pressures, states, waitedFor, withoutGuide } from './filter.ts'

const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/, 'Das ist kein Schlüssel.')

const filterFields = {
  search: textSchema(200).optional().meta({ description: 'Beginning of words of the name' }),
  phase: key.optional().meta({
    description: 'Key of a phase, or `open` (default), `all`, `completed`, `none` (does not take part; page only)',
  }),
  waitingFor: z.enum(waitedFor).optional(),
  county: textSchema(200).optional(),
  guideId: z
    .union([z.literal(withoutGuide), idSchema])
    .optional()
    .meta({ description: 'Who looks after it, or `none`' }),
  pressure: z.enum(pressures).optional(),
  need: key.optional().meta({ description: 'Key of something that is missing, as the summary names it' }),
  state: z.enum(states).optional(),
  order: z.enum(orders).optional().meta({ description: 'The most pressing first, when not given' }),
}

export const cockpitFilter = z
  .object({ ...filterFields, isReversed: z.boolean().optional() })
  .strict()
  .meta({ id: 'CockpitFilter' })

export const cockpitQuery = listQuery.extend({
  ...filterFields,
  reversed: z.enum(['true', 'false']).optional().meta({ description: 'The last first' }),
})

const place = z.object({ id: idSchema, name: z.string() })
const day = z.iso.date()

export const cockpitRow = z
  .object({
    enrollmentId: idSchema,
    organization: z.object({ id: idSchema, name: z.string(), kind: z.string(), county: z.string().nullable() }),
    state: z.enum(states),
    road: z.string().meta({ description: 'One letter a step: done, in progress, not needed, open' }),
    phase: z.string(),
    currentStep: z.string().nullable(),
    waitingFor: z.enum(waitedFor).nullable(),
    waitingSince: z.iso.datetime().nullable(),
    waitingDays: z.int().nullable(),
    missing: z.string(),
    daysNeeded: z.int(),
    pressure: z.enum([...pressures, 'none']),
    guide: place.nullable(),
    lastContactOn: day.nullable(),
  })
  .meta({ id: 'CockpitRow' })

export const cockpitList = listOf(cockpitRow)

const counted = z.array(z.object({ key: z.string(), count: z.int() }))

export const cockpitSummary = z
  .object({
    deadline: day.nullable(),
    daysLeft: z.int().nullable(),
    workingDaysLeft: z.int().nullable(),
    active: z.int(),
    open: z.int(),
    completed: z.int(),
    withdrawn: z.int(),
    outside: z.int().meta({ description: 'Municipalities that could take part and do not' }),
    endangered: z.int().meta({ description: 'Need more days than are left' }),
    phases: counted.meta({ description: 'Open ones' }),
    waitingFor: counted,
    needs: z.array(z.object({ key: z.string(), sentence: z.string(), count: z.int() })),
  })
  .meta({ id: 'CockpitSummary' })

export const guideAssignment = z
  .object({
    enrollmentIds: z.array(idSchema).min(1).max(500),
    guideId: idSchema.nullable().meta({ description: 'Somebody who is named in the programme; null takes it back' }),
  })
  .strict()
  .meta({ id: 'GuideAssignment' })

export const viewIn = z
  .object({
    name: textSchema(60)
      .min(1, 'Bitte geben Sie der Ansicht einen Namen.')
      .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.'),
    filter: cockpitFilter.default({}),
    isDefault: z.boolean().default(false),
  })
  .strict()
  .meta({ id: 'CockpitViewInput' })

export type ViewIn = z.infer<typeof viewIn>

export const viewChange = z
  .object({
    name: viewIn.shape.name.optional(),
    filter: cockpitFilter.optional(),
    isDefault: z.boolean().optional(),
    position: z.number().int().min(1).max(100).optional().meta({ description: 'Its place in the list, from 1' }),
  })
  .strict()
  .meta({ id: 'CockpitViewChange' })

export type ViewChange = z.infer<typeof viewChange>

export const viewOut = z
  .object({ id: idSchema, name: z.string(), filter: cockpitFilter, isDefault: z.boolean(), position: z.int() })
  .meta({ id: 'CockpitView' })

export const audienceSchema = z.enum(['chiefExecutive', 'securityOfficer', 'speakers'])

export const messageIn = z
  .object({
    subject: textSchema(120)
      .min(1, 'Bitte schreiben Sie einen Betreff.')
      .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.'),
    text: textSchema(5000).min(1, 'Bitte schreiben Sie einen Text.'),
    audience: z.array(audienceSchema).max(3).default([]),
    toContacts: z.boolean().default(false).meta({ description: 'Also contact addresses without an account' }),
    enrollmentIds: z.array(idSchema).max(2000).optional().meta({ description: 'Or a filter' }),
    filter: cockpitFilter.optional(),
  })
  .strict()
  .meta({ id: 'CockpitMessageDraft' })

export type MessageIn = z.infer<typeof messageIn>

export const messageSending = messageIn
  .extend({
    id: idSchema.meta({ description: 'Made by the sender: the same one is never sent twice' }),
    expectedRecipients: z.number().int().min(1).optional().meta({ description: 'As the preview counted them' }),
  })
  .meta({ id: 'CockpitMessageInput' })

const letter = z.object({
  organization: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
})

export const messagePreview = z
  .object({
    municipalities: z.int(),
    recipients: z.int(),
    unreached: z.array(z.string()).meta({ description: 'Municipalities where nobody gets it' }),
    letters: z.array(letter).meta({ description: 'The first three' }),
  })
  .meta({ id: 'CockpitMessagePreview' })

export const messageOut = z
  .object({
    id: idSchema,
    subject: z.string(),
    text: z.string(),
    audience: z.array(z.string()),
    toContacts: z.boolean(),
    municipalities: z.int(),
    recipients: z.int(),
    sentAt: z.iso.datetime(),
    sentBy: z.string(),
  })
  .meta({ id: 'CockpitMessage' })
