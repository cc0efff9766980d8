import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { mostCents, offerKinds } from '../offers/offer.ts'
import { mostItems, packageStates } from './package.ts'

const version = z.coerce.number().int().min(1)
const cents = z.number().int().min(0).max(mostCents)

const itemIn = z
  .object({
    itemId: idSchema.optional().meta({ description: 'A line that is there already' }),
    offerId: idSchema.optional().meta({ description: 'An offer of the programme; title and price are its own' }),
    title: textSchema(200).optional().meta({ description: 'Of something that the municipality adds itself' }),
    kind: z.enum(offerKinds).optional(),
    detail: textSchema(200).optional(),
    priceCents: cents.optional(),
  })
  .strict()

export const proposalIn = z
  .object({ organizationId: idSchema, programmeId: idSchema })
  .strict()
  .meta({ id: 'MeasurePackageProposalInput' })

export const newPackage = z
  .object({
    organizationId: idSchema,
    programmeId: idSchema,
    items: z.array(itemIn).max(mostItems).optional().meta({ description: 'Instead of what is proposed' }),
  })
  .strict()
  .meta({ id: 'MeasurePackageInput' })

export const packageChange = z
  .object({ version, items: z.array(itemIn).max(mostItems).meta({ description: 'All of it, in the wanted order' }) })
  .strict()
  .meta({ id: 'MeasurePackageChange' })

export const versionIn = z.object({ version }).strict().meta({ id: 'MeasurePackageVersion' })

const reason = textSchema(2000).min(3, 'Bitte schreiben Sie, was sich ändern soll.')
export const returnIn = z.object({ version, reason }).strict().meta({ id: 'MeasurePackageReturn' })

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Das ist kein SHA-256.')
const struck = z.array(idSchema).max(mostItems).default([]).meta({ description: 'Lines (`itemId`) that are struck' })
const signedBy = textSchema(160).min(1)
const signedOn = z.iso.date('Das ist kein Tag.')

/** JSON with the password, or multipart with the signed paper. */
export const decisionIn = z
  .object({
    version,
    struck: z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value), struck),
    password: z.string().min(1).max(1000).optional().meta({ format: 'password' }),
    shownSha256: hash.optional().meta({ description: 'Hash of the text you have read; another one by now: 409' }),
    signedBy: signedBy.optional().meta({ description: 'Of the paper: name and office' }),
    signedOn: signedOn.optional(),
  })
  .strict()
  .meta({ id: 'MeasurePackageDecision' })

export const paperForm = z.object({ version, signedBy, signedOn })
/** The password is asked for before, and never comes along. */
export const decisionForm = z.object({ version, shownSha256: hash })

/** A line of one's own, from a form. */
export const ownItemForm = z.object({
  title: textSchema(200).min(1),
  kind: z.enum(offerKinds),
  detail: textSchema(200).default(''),
  priceCents: z.preprocess(
    (value) => (value === '' ? 0 : readGermanCents(value)),
    z.number('Ein Betrag in Euro, zum Beispiel 250 oder 0.').int().min(0).max(mostCents, 'Höchstens 100.000 Euro.'),
  ),
  version,
})

export const detailForm = z.object({ detail: textSchema(200), version })
export const returnForm = z.object({ reason, version })

export const packageQuery = listQuery.extend({
  programmeId: idSchema.optional(),
  organizationId: idSchema.optional(),
  state: z.enum(packageStates).optional(),
})

const person = z.string().nullable().meta({ description: 'Null when you may not see the person' })
const instant = z.iso.datetime()
const source = z.object({
  type: z.enum(['control', 'finding', 'policy', 'spotCheck']),
  id: z.string(),
  label: z.string(),
})

export const proposalOut = z
  .object({
    organizationId: idSchema,
    programmeId: idSchema,
    remainingCents: cents,
    sumCents: cents,
    restCents: z.number().int(),
    openGaps: z.number().int(),
    closedGaps: z.number().int(),
    deadline: z.string().nullable(),
    basis: z.string(),
    formula: z.array(z.string()),
    items: z.array(
      z.object({
        offerId: idSchema,
        key: z.string(),
        title: z.string(),
        kind: z.enum(offerKinds),
        priceCents: cents,
        included: z.boolean(),
        reason: z.string(),
        why: z.array(z.string()),
        sources: z.array(source),
      }),
    ),
  })
  .meta({ id: 'MeasurePackageProposal' })

export const packageOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    enrollmentId: idSchema,
    number: z.number().int(),
    state: z.enum(packageStates),
    version: z.number().int(),
    changedAt: instant,
    changedBy: person,
    submittedAt: instant.nullable(),
    submittedBy: person,
    decideBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    decidedBy: person,
    way: z.enum(['portal', 'paper']).nullable(),
    signatureId: idSchema.nullable(),
    sumCents: cents,
    remainingCents: cents.meta({ description: 'What was free when this version was saved' }),
    returnReason: z.string().nullable(),
    decisionText: z
      .string()
      .nullable()
      .meta({ description: 'What would be signed now with nothing struck, while it waits' }),
    items: z.array(
      z.object({
        itemId: idSchema,
        offerId: idSchema.nullable(),
        title: z.string(),
        kind: z.enum(offerKinds),
        detail: z.string(),
        contractorId: idSchema.nullable(),
        contractorName: z.string().nullable(),
        priceCents: cents,
        struck: z.boolean(),
        measureId: idSchema.nullable(),
        orderId: idSchema.nullable(),
        orderReference: z.string().nullable(),
        reason: z.string().nullable().meta({ description: 'What it closes; null for those who do not read the check' }),
        why: z.array(z.string()),
        sources: z.array(source),
      }),
    ),
    leftOut: z.array(
      z.object({
        offerId: idSchema,
        title: z.string(),
        priceCents: cents,
        reason: z.string(),
        available: z.boolean().meta({ description: 'In time, and not sold out' }),
      }),
    ),
    basis: z.string().nullable(),
  })
  .meta({ id: 'MeasurePackage' })

export const packageList = listOf(packageOut)
