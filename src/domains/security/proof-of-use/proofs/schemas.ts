import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { proofKinds } from './proof.ts'

const amount = z.int().meta({ description: 'Cents, gross' })
const sha256 = z.string().length(64)
export const longestNarrative = 60_000

export const proofsQuery = listQuery.extend({ programmeId: idSchema.optional() })
export const newProof = z.object({ programmeId: idSchema }).strict().meta({ id: 'NewProofOfUse' })

export const narrativeIn = z
  .object({
    text: textSchema(longestNarrative).min(1, 'Der Sachbericht ist leer.'),
    version: z.number().int().min(1).optional().meta({ description: 'The version that was read; missing: 428' }),
    auto: z.boolean().default(false).meta({ description: 'Saved by itself while somebody writes' }),
  })
  .strict()
  .meta({ id: 'ProofNarrativeWish' })

/** As the page sends it; figures in forms are texts. */
export const narrativeForm = z.object({
  text: textSchema(longestNarrative).min(1, 'Der Sachbericht ist leer.'),
  version: z.coerce.number().int().min(1),
})

export const freezeIn = z
  .object({
    kind: z.enum(proofKinds),
    narrativeVersion: z.coerce.number().int().min(1).meta({ description: 'The text that was read and is frozen' }),
    reason: textSchema(500).default('').meta({ description: 'Needed when there is a version already' }),
  })
  .meta({ id: 'ProofFreezing' })

export const termsIn = z
  .object({
    dueMonths: z.coerce.number().int().min(0).max(60),
    keepYears: z.coerce.number().int().min(1).max(30),
    version: z.coerce.number().int().min(1),
  })
  .meta({ id: 'ProofTerms' })

const sums = {
  releasedCents: amount,
  remainingCents: amount,
  plannedCents: amount,
  committedCents: amount,
  deliveredCents: amount,
  acceptedCents: amount,
  invoicedCents: amount,
  settledCents: amount,
}

export const versionOut = z
  .object({
    id: idSchema,
    number: z.int(),
    kind: z.enum(proofKinds),
    reason: z.string(),
    narrativeVersion: z.int(),
    asOf: z.iso.datetime().meta({ description: 'The one moment of which all figures are' }),
    entries: z.int(),
    releasedCents: amount,
    settledCents: amount,
    vouchers: z.int(),
    pdfFileId: idSchema.meta({ description: 'Fetched by `/files/{id}`' }),
    pdfSha256: sha256,
    sheetFileId: idSchema,
    sheetSha256: sha256,
    frozenAt: z.iso.datetime(),
    frozenBy: z.string().nullable(),
  })
  .meta({ id: 'ProofVersion' })

export const proofOut = z
  .object({
    id: idSchema,
    programmeId: idSchema,
    programmeName: z.string(),
    deadline: z.iso.date().nullable(),
    dueOn: z.iso.date().nullable(),
    dueMonths: z.int(),
    keepYears: z.int(),
    keepUntil: z.iso.date().nullable(),
    termsVersion: z.int(),
    narrativeVersion: z.int(),
    versions: z.array(versionOut).meta({ description: 'Frozen ones, the newest first' }),
  })
  .meta({ id: 'ProofOfUse' })
export const proofList = listOf(proofOut)

const share = z.object({ name: z.string(), municipalities: z.int(), ...sums })

export const figuresOut = z
  .object({
    total: z.object(sums),
    byStage: z.array(z.object({ number: z.int().nullable(), title: z.string(), ...sums })),
    byKind: z.array(share),
    byCounty: z.array(share),
    byMonth: z.array(z.object({ month: z.string(), releasedCents: amount, settledCents: amount })),
    byMunicipality: z.array(z.object({ organizationId: idSchema, name: z.string(), ...sums })),
  })
  .meta({ id: 'ProofFigures' })

export const voucherOut = z
  .object({
    organizationId: idSchema,
    organizationName: z.string(),
    orderReference: z.string(),
    title: z.string(),
    contractorName: z.string().nullable(),
    number: z
      .string()
      .nullable()
      .meta({ description: 'Of the invoice; null where money was settled without one here' }),
    issuedOn: z.iso.date().nullable(),
    settledOn: z.iso.date().nullable(),
    amountCents: amount,
    note: z.string(),
  })
  .meta({ id: 'ProofVoucher' })
export const voucherList = listOf(voucherOut)

export const narrativeOut = z
  .object({
    version: z.int(),
    origin: z.enum(['data', 'person', 'auto']),
    text: z.string(),
    savedAt: z.iso.datetime(),
    savedBy: z.string().nullable(),
  })
  .meta({ id: 'ProofNarrative' })
export const narrativeList = listOf(narrativeOut)

export const ownProofOut = z
  .object({
    enrollmentId: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeName: z.string(),
    ...sums,
    vouchers: z.array(voucherOut),
  })
  .meta({ id: 'OwnProofOfUse' })
