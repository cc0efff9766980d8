import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { kinds } from '#foundation/organizations/index.ts'
import { entryKinds } from './entry-kind.ts'
import { parties, programmeStates, stageRequirements } from './programme.ts'
import { stepStates } from './road.ts'

const isOneLine = (text: string): boolean => !text.includes('\n')
const oneLine = 'Bitte in einer Zeile schreiben.'

export const line = (max: number) => textSchema(max).min(1).refine(isOneLine, oneLine)
export const lineOrNone = (max: number) => textSchema(max).refine(isOneLine, oneLine)

export const key = z
  .string()
  .regex(
    /^[a-z][a-zA-Z0-9]{0,39}$/,
    'Ein Schlüssel beginnt mit einem kleinen Buchstaben und hat nur Buchstaben und Ziffern.',
  )

export const day = z.iso.date({ error: 'Bitte als JJJJ-MM-TT, zum Beispiel 2026-12-31.' })
/** Up to 100 million EUR. */
export const cents = z.number().int().min(1).max(10_000_000_000)

export const stepIn = z
  .object({
    key,
    title: line(80),
    duty: line(160).meta({ description: 'The deed, as whoever has to do it reads it' }),
    acts: z.enum(parties),
    needs: z.array(key).max(20).default([]).meta({ description: 'Steps that are over before this one begins' }),
    isOptional: z.boolean().default(false),
    byDeed: z.boolean().default(false),
    byDeadline: z.boolean().default(false),
    typicalDays: z.number().int().min(0).max(1000).default(7),
  })
  .strict()

const phaseIn = z.object({ key, title: line(80), steps: z.array(stepIn).max(40).default([]) }).strict()

const municipalKinds = ['county', 'independentCity', 'unitaryMunicipality', 'associationMunicipality'] as const

export const newProgramme = z
  .object({
    name: line(120),
    key: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60)
      .optional(),
    summary: lineOrNone(300).default(''),
    about: textSchema(20_000).default(''),
    state: z.enum(programmeStates).default('running'),
    contractorId: idSchema.nullish(),
    startsOn: day.nullish(),
    deadline: day.nullish().meta({ description: 'Last local day, ending at 24:00 in Europe/Berlin' }),
    takesInterest: z.boolean().default(true),
    openTo: z
      .array(z.enum(kinds))
      .min(1)
      .max(20)
      .default([...municipalKinds]),
    expected: z.number().int().min(1).max(20_000).nullish(),
    totalCents: cents.nullish(),
    declarationText: textSchema(20_000).default(''),
    contact: z
      .object({
        name: textSchema(120).default(''),
        email: textSchema(200).default(''),
        phone: textSchema(60).default(''),
      })
      .strict()
      .default({ name: '', email: '', phone: '' }),
    phases: z.array(phaseIn).max(30).default([]),
    stages: z
      .array(
        z
          .object({ title: line(120), amountCents: cents, requires: z.enum(stageRequirements).default('admitted') })
          .strict(),
      )
      .max(10)
      .default([]),
    documents: z
      .array(
        z
          .object({ key, title: line(120), hint: textSchema(500).default(''), isRequired: z.boolean().default(true) })
          .strict(),
      )
      .max(60)
      .default([]),
    observerIds: z.array(idSchema).max(50).default([]),
  })
  .strict()
  .meta({ id: 'NewProgramme' })

export type NewProgramme = z.infer<typeof newProgramme>

const place = z.object({ id: idSchema, name: z.string() })

export const programmeOut = z
  .object({
    id: idSchema,
    key: z.string(),
    name: z.string(),
    summary: z.string(),
    about: z.string().meta({ description: 'Markdown' }),
    state: z.enum(programmeStates),
    runBy: place,
    contractor: place.nullable(),
    startsOn: day.nullable(),
    deadline: day.nullable(),
    takesInterest: z.boolean(),
    openTo: z.array(z.string()),
    expected: z.int().nullable(),
    totalCents: z.int().nullable(),
    declarationText: z.string(),
    declarationVersion: z.int(),
    contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
    phases: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        steps: z.array(
          z.object({
            key: z.string(),
            title: z.string(),
            duty: z.string(),
            acts: z.enum(parties),
            needs: z.array(z.string()),
            isOptional: z.boolean(),
            byDeed: z.boolean(),
            byDeadline: z.boolean(),
            typicalDays: z.int(),
          }),
        ),
      }),
    ),
    stages: z.array(
      z.object({
        number: z.int(),
        title: z.string(),
        amountCents: z.int(),
        requires: z.enum(stageRequirements),
        releasedOn: day.nullable(),
        decision: z.string(),
      }),
    ),
    documents: z.array(z.object({ key: z.string(), title: z.string(), hint: z.string(), isRequired: z.boolean() })),
    observers: z.array(place),
    version: z.int(),
  })
  .meta({ id: 'Programme' })

export const programmeQuery = listQuery.extend({
  search: z.string().max(200).optional().meta({ description: 'Beginning of a word of the name' }),
  state: z.enum(programmeStates).optional(),
})

export const programmeList = listOf(programmeOut)

export const newEnrollment = z
  .object({ organizationId: idSchema, programmeId: idSchema })
  .strict()
  .meta({ id: 'NewEnrollment' })

export const enrollmentQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  phase: z.string().max(40).optional(),
  waitingFor: z.enum(parties).optional(),
  state: z.enum(['active', 'withdrawn']).optional(),
})

export const stepChange = z
  .object({
    state: z.enum(stepStates),
    onDay: day.nullish().meta({ description: 'Local day on which it happens or happened' }),
    waitingFor: z.enum(parties).nullish().meta({ description: 'Somebody else than usual; null for the usual one' }),
    missing: textSchema(300).optional(),
    note: textSchema(2000).optional(),
  })
  .strict()
  .meta({ id: 'StepInput' })

export const stepOut = z
  .object({
    step: z.string(),
    title: z.string(),
    state: z.enum(stepStates),
    since: z.iso.datetime(),
    onDay: day.nullable(),
    waitingFor: z.enum(parties).nullable().meta({ description: 'Null when the step is over' }),
    missing: z.string(),
    note: z.string(),
  })
  .meta({ id: 'EnrollmentStep' })

export const enrollmentOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    programmeName: z.string(),
    state: z.enum(['active', 'withdrawn']),
    phase: z.string().meta({ description: 'Phase of the step that is waited for, or `completed`' }),
    currentStep: z.string().nullable(),
    waitingFor: z.enum(parties).nullable(),
    waitingSince: z.iso.datetime().nullable(),
    missing: z.string(),
    beganAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
    completedAt: z.iso.datetime().nullable(),
    steps: z.array(stepOut),
  })
  .meta({ id: 'Enrollment' })

export const enrollmentList = listOf(enrollmentOut)

export const changeQuery = z.object({
  step: z.string().max(40).optional().meta({ description: 'Only changes of this step' }),
  kind: z
    .enum(entryKinds)
    .optional()
    .meta({ description: 'Of the whole road, of how a step stands, or of its details' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

const changeOut = z
  .object({
    id: idSchema,
    step: z.string().nullable().meta({ description: 'Null for the whole road' }),
    title: z.string().nullable().meta({ description: 'Of the step; null once it is removed from the programme' }),
    what: z.string().meta({ description: 'The new state, or `detail`, `began`, `withdrawn`, `reentered`' }),
    before: z.string().nullable(),
    onDay: day.nullable(),
    note: z.string(),
    origin: z.enum(['person', 'deed', 'import']),
    at: z.iso.datetime(),
    who: z.string().nullable().meta({ description: 'Null where whoever asks may not read the name' }),
  })
  .meta({ id: 'EnrollmentChange' })

export const changeList = listOf(changeOut)

const absent = (text: unknown): unknown => (text === '' || text === undefined ? null : text)

/** The same as a form: what is empty is taken away. */
export const stepChangeForm = z.object({
  state: z.enum(stepStates, { error: 'Bitte wählen Sie den Stand aus.' }),
  onDay: z.preprocess(absent, z.iso.date({ error: 'Das ist kein Tag. Bitte wählen Sie einen aus.' }).nullable()),
  waitingFor: z.preprocess(absent, z.enum(parties).nullable()),
  missing: textSchema(300),
  note: textSchema(2000),
})
