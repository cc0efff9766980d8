import { z } from 'zod'
import { idSchema, listOf, listQuery, textSchema } from '#platform/http/parse.ts'
import { day, hash } from '../signing/schemas.ts'
import { agreementKinds } from './agreement.ts'

const line = (max: number) => textSchema(max).refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')
const lastDay = day.or(z.literal('')).optional()

const terms = {
  targets: textSchema(4000)
    .default('')
    .meta({ description: 'Of a permission to scan: domains, addresses, networks, one a line' }),
  timeWindow: line(300).default('').meta({ description: 'Of a permission to scan: "werktags 18 bis 22 Uhr"' }),
  systemsOwner: line(200)
    .default('')
    .meta({ description: 'Whose systems they are; empty: the own ones of the municipality' }),
  validFrom: day,
  validUntil: lastDay,
}

/** What is to be agreed, before somebody signs it; a permission to scan says what and until when. */
const complete = (
  wish: { kind: string; targets: string; validFrom: string; validUntil?: string | undefined },
  issues: z.core.$RefinementCtx,
): void => {
  const add = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
  if (wish.kind === 'scanPermission' && wish.targets === '')
    add('targets', 'Bitte nennen Sie, was gescannt werden darf, je Zeile eines.')
  if (wish.kind === 'scanPermission' && !wish.validUntil)
    add('validUntil', 'Eine Erlaubnis zum Scannen braucht einen letzten Tag.')
  if (wish.validUntil && wish.validUntil < wish.validFrom) add('validUntil', 'Der letzte Tag liegt vor dem ersten.')
}

export const agreementTerms = z.object({ kind: z.enum(agreementKinds), ...terms }).superRefine(complete)

export const agreementIn = z
  .object({
    enrollmentId: idSchema,
    kind: z.enum(agreementKinds),
    ...terms,
    password: z.string().max(1000).optional().meta({ description: 'The own password once more, as the signature' }),
    shownSha256: hash.optional(),
    signedBy: line(160).optional().meta({ description: 'Of paper (multipart with `file`): who signed it' }),
    signedOn: day.optional(),
  })
  .strict()
  .superRefine(complete)
  .meta({ id: 'AgreementInput' })

export const paperIn = z.object({
  signedBy: line(160).min(1, 'Bitte sagen Sie, wer unterschrieben hat.'),
  signedOn: day,
})

export const agreementQuery = listQuery.extend({
  enrollmentId: idSchema.optional(),
  organizationId: idSchema.optional(),
  programmeId: idSchema.optional(),
  kind: z.enum(agreementKinds).optional(),
})

export const agreementOut = z
  .object({
    id: idSchema,
    enrollmentId: idSchema,
    organizationId: idSchema,
    organizationName: z.string(),
    programmeId: idSchema,
    kind: z.enum(agreementKinds),
    state: z.enum(['revoked', 'waitsForOwner', 'planned', 'valid', 'endsSoon', 'ended']).meta({ description: 'Today' }),
    contractor: z.object({ id: idSchema, name: z.string() }).nullable(),
    targets: z.string(),
    timeWindow: z.string(),
    systemsOwner: z.string(),
    validFrom: day,
    validUntil: day.nullable(),
    way: z.enum(['portal', 'paper']),
    signedBy: z.string(),
    signedOn: day,
    text: z.string(),
    sha256: z.string(),
    fileId: idSchema.nullable(),
    ownerSignedOn: day.nullable(),
    revokedAt: z.iso.datetime().nullable(),
    revocationReason: z.string(),
  })
  .meta({ id: 'Agreement' })

export const agreementList = listOf(agreementOut)
