import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { measureKinds, measureStates, mostAtOnce } from './measure.ts'

/** Up to 100 million EUR. */
const cents = z.int().min(0).max(10_000_000_000).meta({ description: 'Gross, in cents' })
const day = z.iso.date({ error: 'Bitte ein Datum angeben, zum Beispiel 2027-12-31.' })
const oneLine = (text: string): boolean => !text.includes('\n')
const effort = z
  .number()
  .min(0)
  .max(1000)
  .refine((days) => Number.isInteger(Math.round(days * 1000) / 100), 'Höchstens eine Stelle nach dem Komma.')
  .meta({ description: "Person's days, in tenths: 2.5" })

export const title = textSchema(200)
  .min(3, 'Bitte geben Sie der Maßnahme einen Namen.')
  .refine(oneLine, 'Bitte in einer Zeile schreiben.')
export const reason = textSchema(1000)
const description = textSchema(8000)
const kind = z.enum(measureKinds)
const state = z.enum(measureStates)
const remindDays = z
  .int()
  .min(0)
  .max(180)
  .meta({ description: 'So many days before the due day the owner is reminded' })

export const sourceIn = z
  .object({
    type: z.string().regex(/^[a-zA-Z]{1,40}$/, 'Unbekannte Art von Quelle.'),
    id: textSchema(200).min(1, 'Diese Angabe fehlt.'),
    label: textSchema(300).optional().meta({ description: 'Not given: as its own page calls it' }),
  })
  .strict()
  .meta({ id: 'MeasureSourceInput' })
const sources = z.array(sourceIn).max(50)

export const newMeasure = z
  .object({
    organizationId: idSchema.optional().meta({ description: 'Not given: the one you act for' }),
    programmeId: idSchema.nullable().optional().meta({ description: 'The programme that pays' }),
    templateId: idSchema.optional().meta({ description: 'What is not given comes from it' }),
    title: title.optional(),
    kind: kind.optional(),
    description: description.optional(),
    effortDays: effort.nullable().optional(),
    costCents: cents.nullable().optional(),
    ownerId: idSchema.nullable().optional(),
    dueOn: day.nullable().optional(),
    remindDays: remindDays.optional(),
    state: z.enum(['proposed', 'decided']).default('proposed'),
    sources: sources.default([]),
  })
  .strict()
  .meta({ id: 'MeasureInput' })
export type NewMeasure = z.infer<typeof newMeasure>

export const measureChange = z
  .object({
    title: title.optional(),
    kind: kind.optional(),
    description: description.optional(),
    effortDays: effort.nullable().optional(),
    costCents: cents.nullable().optional(),
    programmeId: idSchema.nullable().optional(),
    ownerId: idSchema.nullable().optional(),
    dueOn: day.nullable().optional(),
    checkOn: day.nullable().optional().meta({ description: 'When somebody looks again; of done and proven ones' }),
    remindDays: remindDays.optional(),
    sources: sources.optional().meta({ description: 'All of them; those not named go' }),
    state: state.optional(),
    reason: reason.optional().meta({ description: 'Needed to go back, and to drop' }),
    proofNote: textSchema(4000).optional().meta({ description: 'Proven needs a note, or a file added before' }),
    version: z.int().min(1).optional().meta({ description: 'The version that was read; another one by now: 409' }),
  })
  .strict()
  .meta({ id: 'MeasureChange' })
export type MeasurePatch = z.infer<typeof measureChange>

export const manyChange = z
  .object({
    organizationId: idSchema.optional().meta({ description: 'Not given: the one you act for' }),
    ids: z.array(idSchema).min(1).max(mostAtOnce),
    ownerId: idSchema.nullable().optional(),
    dueOn: day.nullable().optional(),
    state: state.optional(),
    reason: reason.optional(),
  })
  .strict()
  .meta({ id: 'MeasuresChange' })

export const measureQuery = listQuery.extend({
  organizationId: idSchema.optional(),
  programmeId: idSchema.optional(),
  state: state.optional(),
  kind: kind.optional(),
  ownerId: z.union([idSchema, z.literal('none')]).optional(),
  sourceType: z.string().max(40).optional(),
  sourceId: z.string().max(200).optional(),
  dueUntil: day.optional(),
  q: textSchema(200).optional().meta({ description: 'Part of title or description' }),
})

export const newProof = z
  .object({ note: textSchema(4000).default('') })
  .strict()
  .meta({ id: 'MeasureProofInput' })
export const withdrawal = z
  .object({ reason: textSchema(1000).min(3, 'Bitte nennen Sie den Grund.') })
  .strict()
  .meta({ id: 'MeasureProofWithdrawal' })
export const newCheck = z
  .object({
    note: textSchema(1000).min(3, 'Bitte schreiben Sie, woran Sie es gesehen haben.'),
    nextOn: day.nullable().optional().meta({ description: 'Not given: in a year; null: never again' }),
  })
  .strict()
  .meta({ id: 'MeasureCheckInput' })

export const templateQuery = listQuery.extend({ kind: kind.optional(), q: textSchema(200).optional() })
export const newTemplate = z
  .object({
    title,
    kind,
    description: description.default(''),
    effortDays: effort.nullable().optional(),
    costCents: cents.nullable().optional(),
    measureId: idSchema
      .optional()
      .meta({ description: 'The own measure it was made from; nothing of it is taken over' }),
  })
  .strict()
  .meta({ id: 'MeasureTemplateInput' })

const instant = z.iso.datetime()
const person = z.object({ id: idSchema, name: z.string().nullable().meta({ description: 'Null when not visible' }) })
const hidden = 'Null for the programme that pays, and for a guide'

export const measureOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema.nullable(),
    programmeName: z.string().nullable(),
    title: z.string(),
    kind,
    costCents: z.int().nullable(),
    state,
    since: instant,
    dueOn: z.iso.date().nullable(),
    checkOn: z.iso.date().nullable(),
    createdAt: instant,
    version: z.int(),
    description: z.string().nullable().meta({ description: hidden }),
    effortDays: z.number().nullable().meta({ description: hidden }),
    remindDays: z.int().nullable().meta({ description: hidden }),
    ownerId: idSchema.nullable().meta({ description: hidden }),
    ownerName: z.string().nullable(),
    createdBy: person.nullable().meta({ description: hidden }),
    templateId: idSchema.nullable(),
    sources: z
      .array(z.object({ type: z.string(), id: z.string(), label: z.string() }))
      .nullable()
      .meta({ description: hidden }),
  })
  .meta({ id: 'Measure' })
export const measureList = listOf(measureOut)
export const changedOut = z.object({ changed: z.int() }).meta({ id: 'MeasuresChanged' })

export const moveOut = z
  .object({
    number: z.int(),
    from: state.nullable(),
    to: state.meta({ description: 'The same as `from`: somebody looked again, and it still holds' }),
    reason: z.string(),
    at: instant,
    by: person,
  })
  .meta({ id: 'MeasureMove' })
export const moveList = listOf(moveOut)

export const proofOut = z
  .object({
    id: idSchema,
    fileId: idSchema.nullable().meta({ description: 'Of `GET /files/{id}`' }),
    name: z.string(),
    note: z.string(),
    addedBy: person,
    addedAt: instant,
    withdrawnAt: instant.nullable(),
    withdrawalReason: z.string().nullable(),
  })
  .meta({ id: 'MeasureProof' })
export const proofList = listOf(proofOut)

export const templateOut = z
  .object({
    id: idSchema,
    giver: z.object({ id: idSchema, name: z.string() }),
    title: z.string(),
    kind,
    description: z.string(),
    effortDays: z.number().nullable(),
    costCents: z.int().nullable(),
    releasedAt: instant,
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'MeasureTemplate' })
export const templateList = listOf(templateOut)

/** The form of the list: what is empty stays. */
export const manyForm = manyChange.omit({ organizationId: true, ids: true })

const emptyToNull = (value: unknown): unknown => (value === '' ? null : value)
const germanNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*\d{1,4}(?:[,.]\d)?\s*$/.test(value) ? Number(value.trim().replace(',', '.')) : value

/** The form of one measure: figures as people write them, empty fields as nothing. */
export const measureForm = z.object({
  title,
  kind,
  description,
  effortDays: z.preprocess(
    (value) => germanNumber(emptyToNull(value)),
    z.number('Bitte eine Zahl mit höchstens einer Stelle nach dem Komma, zum Beispiel 2,5.').max(1000).nullable(),
  ),
  costCents: z.preprocess(
    readGermanCents,
    z.number('Bitte einen Betrag, zum Beispiel 1.200 oder 1.200,50.').max(10_000_000_000).nullable(),
  ),
  programmeId: z.preprocess(emptyToNull, idSchema.nullable()),
  ownerId: z.preprocess(emptyToNull, idSchema.nullable()),
  dueOn: z.preprocess(emptyToNull, day.nullable()),
  remindDays: z.coerce.number('Bitte eine ganze Zahl von Tagen.').int().min(0).max(180),
})

export const editForm = measureForm.extend({ version: z.coerce.number().int().min(1) })

export const moveForm = z.object({
  state,
  reason: reason.default(''),
  note: textSchema(4000).default(''),
  checkOn: z.preprocess((value) => value || undefined, day.optional()),
})

export const checkForm = newCheck.extend({
  nextOn: z.preprocess((value) => value || undefined, day.optional()),
  version: z.coerce.number().int().min(1),
})

/** What a giver writes for others. */
export const offerForm = z.object({
  title,
  kind,
  description,
  effortDays: measureForm.shape.effortDays,
  costCents: measureForm.shape.costCents,
})
