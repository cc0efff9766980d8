import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { spentStates } from '#domains/security/funding/index.ts'
import { proofKinds } from '../delivery/delivery.ts'

/** Up to 100 million EUR. */
export const cents = z
  .number({ error: 'Bitte einen Betrag in Euro eingeben, zum Beispiel 2.400 oder 2.400,50.' })
  .int()
  .min(0)
  .max(10_000_000_000)
const gross = z.int().meta({ description: 'Cents, gross' })
const title = textSchema(200)
  .min(1, 'Bitte sagen Sie, was bestellt wird.')
  .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')
export const day = z.iso.date('Bitte einen Tag nennen, zum Beispiel 2026-12-01.')
const reason = textSchema(1000).min(3, 'Bitte sagen Sie, warum.')

export const orderQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  contractorId: idSchema.optional(),
  holding: z.enum(spentStates).optional().meta({ description: 'Only those that hold something in this state' }),
  dueUntil: day.optional().meta({ description: 'Only what is due until this day and not wholly delivered' }),
})

export const newOrder = z
  .object({
    enrollmentId: idSchema,
    title,
    amountCents: cents.min(1, 'Bitte einen Betrag über null nennen.'),
    contractorId: idSchema.nullable().default(null),
    dueOn: day.nullish(),
  })
  .strict()
  .meta({ id: 'NewOrder' })

export const orderChange = z
  .object({
    title: title.optional(),
    contractorId: idSchema.nullish(),
    dueOn: day.nullish(),
    version: z.number().int().meta({ description: 'As it was read' }),
  })
  .strict()
  .meta({ id: 'OrderChange' })

export const reasonIn = z.object({ reason }).strict().meta({ id: 'OrderReason' })

/** Besides the part `file`. */
export const newDelivery = z
  .object({
    amountCents: z
      .preprocess(
        (value) => (typeof value === 'string' && value !== '' ? Number(value) : value || undefined),
        cents.optional(),
      )
      .meta({
        description: 'Left out: all that is commissioned. 0: what was refused is delivered again',
      }),
    deliveredOn: day,
    note: textSchema(2000).default(''),
    kind: z.enum(proofKinds).default('other').meta({ description: 'Of the proof' }),
    version: z.coerce.number().int().optional().meta({ description: 'Of the order, as it was read' }),
  })
  .strict()
  .meta({ id: 'NewDelivery' })

export const newProof = z
  .object({ kind: z.enum(proofKinds) })
  .strict()
  .meta({ id: 'NewDeliveryProof' })

export const deliveryOut = z
  .object({
    id: idSchema,
    number: z.int(),
    amountCents: gross.meta({ description: '0: delivered again after a refusal' }),
    deliveredOn: z.iso.date(),
    note: z.string(),
    reportedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
    withdrawalReason: z.string().nullable(),
    proofs: z.array(
      z.object({
        id: idSchema,
        kind: z.enum(proofKinds),
        fileId: idSchema.nullable(),
        name: z.string(),
        sha256: z.string(),
      }),
    ),
  })
  .meta({ id: 'Delivery' })

export const orderOut = z
  .object({
    id: idSchema,
    reference: z.string().meta({ description: 'What stands on the invoice: BT-13, or BT-132 of a line' }),
    title: z.string(),
    state: z.enum([...spentStates, 'withdrawn']),
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    enrollmentId: idSchema,
    contractorId: idSchema.nullable(),
    contractorName: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
    placedAt: z.iso.datetime(),
    commissionedAt: z.iso.datetime().nullable(),
    totalCents: gross,
    plannedCents: gross,
    committedCents: gross,
    deliveredCents: gross,
    acceptedCents: gross,
    invoicedCents: gross,
    settledCents: gross,
    version: z.int(),
  })
  .meta({ id: 'Order' })
export const orderList = listOf(orderOut)
export const wholeOrder = orderOut.extend({ deliveries: z.array(deliveryOut) }).meta({ id: 'OrderWithDeliveries' })
