import { z } from 'zod'
import { kinds } from '#foundation/organizations/index.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { accountOrders, moneyStates, spentStates } from './accounts/account.ts'
import { origins } from './entries/entry.ts'

/** Up to 100 million EUR. */
export const cents = z.number().int().min(1).max(10_000_000_000)
const amount = z.int().meta({ description: 'Cents, gross' })
const oneLine = (text: string): boolean => !text.includes('\n')

export const accountQuery = z.object({
  programmeId: idSchema.optional().meta({ description: 'Needed where the municipality takes part in several' }),
})
export const accountsQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  q: textSchema(200).optional().meta({ description: 'Beginning of words of the name' }),
  kind: z.enum(kinds).optional(),
  county: textSchema(200).optional(),
  holding: z.enum(spentStates).optional().meta({ description: 'Only those that hold something in this state' }),
  untouched: z.enum(['1']).optional().meta({ description: 'Released, and nothing of it booked' }),
  remainingAboveCents: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
  order: z.enum(accountOrders).default('name').meta({ description: 'By name, or the most of something first' }),
})
export const entryQuery = listQuery.extend(accountQuery.shape)

export const accountOut = z
  .object({
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    programmeName: z.string(),
    enrollmentId: idSchema,
    stage1Cents: amount.nullable(),
    totalCents: amount.nullable(),
    releasedCents: amount,
    unreleasedCents: amount,
    remainingCents: amount.meta({ description: 'Released and free: the balance of `limit`' }),
    plannedCents: amount,
    committedCents: amount,
    deliveredCents: amount,
    acceptedCents: amount,
    invoicedCents: amount,
    settledCents: amount,
    deadline: z.iso.date().nullable(),
    entries: z.int(),
  })
  .meta({ id: 'BudgetAccount' })
export const accountList = listOf(accountOut)

export const newEntry = z
  .object({
    from: z.enum(moneyStates),
    to: z.enum(moneyStates),
    amountCents: cents,
    orderReference: textSchema(60)
      .refine(oneLine, 'Bitte in einer Zeile schreiben.')
      .default('')
      .meta({ description: 'A reference that nobody has used yet begins an order' }),
    reason: textSchema(500).min(1, 'Bitte sagen Sie, warum.'),
    correctsId: idSchema
      .optional()
      .meta({ description: 'The entry that this one corrects: the same way back, at most its amount' }),
  })
  .strict()
  .meta({ id: 'NewBudgetEntry' })

export const entryOut = z
  .object({
    id: idSchema,
    number: z.int().meta({ description: 'Running within the account, from 1' }),
    from: z.enum(moneyStates),
    to: z.enum(moneyStates),
    amountCents: amount,
    orderId: idSchema.nullable(),
    orderReference: z.string().nullable(),
    orderTitle: z.string().nullable(),
    stageNumber: z.int().nullable(),
    reason: z.string(),
    origin: z.enum(origins),
    correctsId: idSchema.nullable(),
    correctedCents: amount.meta({ description: 'How much of it has been corrected since' }),
    at: z.iso.datetime(),
    by: z.object({ id: idSchema, name: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'BudgetEntry' })
export const entryList = listOf(entryOut)
