import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { cents, day } from '../orders/schemas.ts'
import { acceptanceStates, mostReservations, results } from './acceptance.ts'

const reservation = textSchema(500).min(3, 'Bitte schreiben Sie, was fehlt.')

export const newAcceptance = z
  .object({
    orderId: idSchema,
    result: z.enum(['accepted', 'refused']).default('accepted'),
    amountCents: cents
      .min(1, 'Bitte einen Betrag über null nennen.')
      .optional()
      .meta({ description: 'Left out: all that is delivered' }),
    reservations: z.array(reservation).max(mostReservations, `Höchstens ${mostReservations} Vorbehalte.`).default([]),
    note: textSchema(2000).default('').meta({ description: 'Of a refusal its reason' }),
  })
  .strict()
  .meta({ id: 'NewAcceptance' })

export const acceptanceQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  orderId: idSchema.optional(),
  state: z.enum(acceptanceStates).optional(),
})

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Das ist kein SHA-256.')

export const countersignatureIn = z
  .object({
    password: z.string().min(1, 'Bitte geben Sie Ihr Passwort ein.').max(1000).meta({ format: 'password' }),
    shownSha256: hash.optional().meta({ description: 'Hash of the text you have read; another one by now: 409' }),
  })
  .strict()
  .meta({ id: 'AcceptanceCountersignature' })

/** The password is asked for before, and never comes along. */
export const signatureForm = z.object({ shownSha256: hash })

export const decisionIn = z
  .object({ reason: textSchema(1000).min(3, 'Bitte sagen Sie, warum.') })
  .strict()
  .meta({ id: 'AcceptanceReason' })

export const fixIn = z.object({ fixedOn: day }).strict().meta({ id: 'ReservationFix' })

/** Besides the part `file`. */
export const paperIn = z
  .object({
    signer: textSchema(200).min(3, 'Bitte schreiben Sie, wer unterschrieben hat.'),
    signedOn: day,
  })
  .strict()
  .meta({ id: 'AcceptancePaper' })

const instant = z.iso.datetime()
const signature = z
  .object({ by: z.string().nullable(), at: instant })
  .nullable()
  .meta({ description: 'Null until it is given' })

export const acceptanceOut = z
  .object({
    id: idSchema,
    number: z.int().meta({ description: 'Running within the order' }),
    orderId: idSchema,
    orderReference: z.string(),
    orderTitle: z.string(),
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    enrollmentId: idSchema,
    contractorId: idSchema,
    contractorName: z.string(),
    result: z.enum(results),
    state: z.enum(acceptanceStates),
    amountCents: z.int().meta({ description: 'Cents, gross' }),
    note: z.string(),
    preparedAt: instant,
    way: z.enum(['portal', 'paper']).nullable(),
    signature,
    paperFileId: idSchema.nullable(),
    countersignature: signature.meta({ description: 'Of the cooperative: only with it the amount is booked' }),
    reason: z.string().meta({ description: 'Why it was sent back or withdrawn' }),
    reservations: z.array(z.object({ number: z.int(), text: z.string(), fixedOn: z.iso.date().nullable() })),
    textToSign: z.string().nullable().meta({ description: 'What would be signed now; only of a single acceptance' }),
  })
  .meta({ id: 'Acceptance' })
export const acceptanceList = listOf(acceptanceOut)
