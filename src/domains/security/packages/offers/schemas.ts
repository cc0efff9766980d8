import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { closingTypes, mostCents, offerKinds, readClosings, weights } from './offer.ts'

const days = z.number().int().min(0).max(250)
const day = z.iso.date('Das ist kein Tag.')

const closing = z
  .object({
    type: z.enum(closingTypes),
    key: textSchema(200)
      .min(1)
      .meta({ description: 'Key of a control, of a list (`BAK`), of a wanted document; `*` for any' }),
    severity: z.enum(weights),
  })
  .strict()

const closings = z.array(closing).max(200)

const facts = {
  title: textSchema(200).min(1),
  kind: z.enum(offerKinds),
  detail: textSchema(200).default(''),
  description: textSchema(4000).default(''),
  priceCents: z.number().int().min(0).max(mostCents),
  workDays: days,
  acceptanceDays: days,
  startsOn: day.nullable().default(null),
  availableUntil: day.nullable().default(null),
  capacity: z.number().int().min(1).max(100_000).nullable().default(null),
  contractorId: idSchema.nullable().default(null),
  closes: closings.default([]),
  validFrom: day,
  validUntil: day.nullable().default(null),
}

const offerKey = textSchema(60).regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'Kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel workshop-notfall.',
)

export const newOffer = z
  .object({ key: offerKey, ...facts })
  .strict()
  .meta({ id: 'MeasureOfferInput' })
export type OfferWish = z.infer<typeof newOffer>

export const offerChange = z
  .object({ ...facts, version: z.number().int().min(1) })
  .strict()
  .meta({ id: 'MeasureOfferChange' })

export const offerEnd = z
  .object({ version: z.number().int().min(1), lastDay: day })
  .strict()
  .meta({ id: 'MeasureOfferEnd' })

const emptyAsNull = (value: unknown): unknown => (value === '' || value === undefined ? null : value)
const figure = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value === '' ? undefined : value

/** The same from a form. */
export const offerForm = z.object({
  ...facts,
  key: offerKey.optional(),
  priceCents: z.preprocess(
    readGermanCents,
    z.number('Ein Betrag in Euro, zum Beispiel 2.400 oder 0.').int().min(0).max(mostCents, 'Höchstens 100.000 Euro.'),
  ),
  workDays: z.preprocess(figure, z.number('Eine ganze Zahl von 0 bis 250.').int().min(0).max(250)),
  acceptanceDays: z.preprocess(figure, z.number('Eine ganze Zahl von 0 bis 250.').int().min(0).max(250)),
  capacity: z.preprocess(
    (value) => (value === '' ? null : figure(value)),
    z.number('Eine ganze Zahl ab 1, oder leer.').int().min(1).max(100_000).nullable(),
  ),
  startsOn: z.preprocess(emptyAsNull, day.nullable()),
  availableUntil: z.preprocess(emptyAsNull, day.nullable()),
  validUntil: z.preprocess(emptyAsNull, day.nullable()),
  contractorId: z.preprocess(emptyAsNull, idSchema.nullable()),
  closes: textSchema(20_000)
    .transform((text, ctx) => {
      const read = readClosings(text)
      if (typeof read !== 'string') return read
      ctx.addIssue({
        code: 'custom',
        message: `Diese Zeile ist nicht lesbar: „${read.slice(0, 80)}“. Gebraucht wird zum Beispiel „Liste: BAK: hoch“.`,
      })
      return z.NEVER
    })
    .pipe(closings),
  version: z.coerce.number().int().min(1).optional(),
})

export const offersQuery = listQuery.extend({
  on: day.optional().meta({ description: 'Only those that can be had on this day' }),
})

export const offerOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    key: z.string(),
    ...facts,
    contractorName: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'MeasureOffer' })

export const offerList = listOf(offerOut)
