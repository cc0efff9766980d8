import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { invoiceEvents, invoiceStates } from './invoice.ts'

const cents = z.int()
const instant = z.iso.datetime()
const named = z.object({ id: idSchema, name: z.string() })

/** Besides the part `file`. */
export const newInvoice = z
  .object({
    programmeId: idSchema
      .optional()
      .meta({ description: 'Only where BT-10 and the order references leave it open to which programme it belongs' }),
  })
  .strict()
  .meta({ id: 'InvoiceInput' })

export const reasonIn = z
  .object({ reason: textSchema(2000).min(3, 'Bitte schreiben Sie, warum.') })
  .strict()
  .meta({ id: 'InvoiceReason' })

const reference = textSchema(60).refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')

export const lineChange = z
  .object({ orderReference: reference.meta({ description: 'Empty: to no order' }) })
  .strict()
  .meta({ id: 'InvoiceLineChange' })

export const matchForm = z.object({ line: idSchema, orderReference: reference })

export const approvalIn = z
  .object({
    nothingFollows: z
      .array(idSchema)
      .max(200)
      .default([])
      .meta({ description: 'Orders of which no further invoice comes: what is accepted above this one goes back' }),
  })
  .strict()
  .meta({ id: 'InvoiceApproval' })

export const newRun = z
  .object({ programmeId: idSchema, shareIds: z.array(idSchema).min(1).max(200) })
  .strict()
  .meta({ id: 'PaymentRunInput' })

export const invoiceQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  state: z.enum(invoiceStates).optional(),
})
export const shareQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  enrollmentId: idSchema.optional(),
  invoiceId: idSchema.optional(),
  settled: z.stringbool().optional(),
})
export const runQuery = listQuery.extend({ programmeId: idSchema.optional() })

export const findingOut = z
  .object({
    rule: z.string(),
    path: z.string().meta({ description: 'Business term, with the line where there is one' }),
    severity: z.enum(['refuse', 'warn']),
    text: z.string(),
  })
  .meta({ id: 'InvoiceFinding' })

export const invoiceOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    contractor: named,
    number: z.string(),
    typeCode: z.string(),
    issuedOn: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    buyerReference: z.string(),
    netCents: cents,
    taxCents: cents,
    grossCents: cents,
    prepaidCents: cents,
    payableCents: cents.meta({ description: 'BT-115' }),
    state: z.enum(invoiceStates),
    uploadedAt: instant,
    decidedAt: instant.nullable(),
    lineCount: z.int(),
    unmatched: z.int().meta({ description: 'Lines with an amount and without an order' }),
  })
  .meta({ id: 'Invoice' })
export const invoiceList = listOf(invoiceOut)

export const invoiceDetailOut = invoiceOut
  .extend({
    lines: z.array(
      z.object({
        id: idSchema,
        position: z.int(),
        text: z.string(),
        orderReference: z.string().meta({ description: 'As the invoice says: BT-132, else BT-13' }),
        matched: z.boolean(),
        netCents: cents,
        amountCents: cents.meta({ description: 'Its share of the payable amount' }),
        order: z
          .object({ id: idSchema, reference: z.string(), organizationId: idSchema, acceptedCents: cents })
          .nullable(),
      }),
    ),
    findings: z.array(findingOut),
    history: z.array(
      z.object({ what: z.enum(invoiceEvents), at: instant, by: z.string().nullable(), text: z.string() }),
    ),
    files: z.array(
      z.object({
        id: idSchema.meta({ description: 'GET /files/{id}' }),
        name: z.string(),
        mediaType: z.string(),
        size: z.int(),
      }),
    ),
  })
  .meta({ id: 'InvoiceDetail' })

export const shareOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    organization: named,
    invoiceId: idSchema,
    number: z.string(),
    typeCode: z.string(),
    issuedOn: z.iso.date(),
    orderId: idSchema,
    orderReference: z.string(),
    amountCents: cents,
    creditedCents: cents,
    openCents: cents.meta({ description: 'Still to be paid' }),
    differenceCents: cents.meta({ description: 'What was accepted above it and went back to the budget' }),
    bookedAt: instant,
    settledAt: instant.nullable(),
    paymentRunId: idSchema.nullable(),
  })
  .meta({ id: 'InvoiceShare' })
export const shareList = listOf(shareOut)

export const runOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    number: z.int(),
    totalCents: cents,
    madeAt: instant,
    madeBy: z.string().nullable(),
    payments: z.array(
      z.object({
        invoiceId: idSchema,
        recipient: z.string(),
        iban: z.string(),
        amountCents: cents,
        number: z.string(),
        reference: z.string(),
      }),
    ),
  })
  .meta({ id: 'PaymentRun' })
export const runList = listOf(runOut)
