import { z } from 'zod'
import { idSchema, largestInteger, listOf, listQuery } from '#platform/http/parse.ts'
import { purposeKeys } from './purposes.ts'

const purpose = z.enum(purposeKeys)
const hash = z.string().meta({ description: 'SHA-256 of the text in hex' })
const version = z.coerce.number().int().min(1).max(largestInteger)
const who = z.object({ id: idSchema, name: z.string().nullable() })

export const consentIn = z
  .object({ purpose, textVersion: version.meta({ description: 'Of the text you have read; another one by now: 409' }) })
  .strict()
  .meta({ id: 'ConsentInput' })

export const consentForm = z.object({
  textVersion: version,
  agreed: z.literal('ja', 'Bitte kreuzen Sie den Satz an. Ohne Kreuz ist nichts eingewilligt.'),
})

export const consentQuery = listQuery.extend({ purpose: purpose.optional() })

export const consentOut = z
  .object({
    id: idSchema,
    organizationId: idSchema,
    purpose: z.string(),
    title: z.string(),
    textVersion: z.number().int(),
    textSha256: hash,
    isOnOlderText: z.boolean().meta({ description: 'A newer text has followed; the consent holds on as it was given' }),
    givenAt: z.iso.datetime(),
    givenBy: who,
    revokedAt: z.iso.datetime().nullable().meta({ description: 'Null while it holds' }),
    revokedBy: who.nullable(),
  })
  .meta({ id: 'Consent' })

export const consentList = listOf(consentOut)

export const purposeOut = z
  .object({
    purpose,
    title: z.string(),
    textVersion: z.number().int(),
    textSha256: hash,
    text: z.string().meta({ description: 'All that one consents to, as its hash is made of it' }),
    consentId: idSchema.nullable().meta({ description: 'The consent that holds, of the organization acted for' }),
  })
  .meta({ id: 'ConsentPurpose' })

export const purposeList = listOf(purposeOut)
