import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

const checked = {
  number: z.string(),
  state: z.enum(['valid', 'replaced', 'revoked']),
  text: z.string().meta({ description: 'The state in German' }),
  holderName: z.string(),
  title: z.string(),
  run: z.string(),
  organizer: z.string(),
  outcomes: z.array(z.string()),
  dates: z.array(z.object({ day: z.iso.date(), minutes: z.int(), topic: z.string(), attended: z.boolean() })),
  attended: z.int(),
  of: z.int(),
  percent: z.number(),
  issuedOn: z.iso.date(),
  replacedBy: z.string().nullable().meta({ description: 'Number of the one that took its place' }),
}

export const checkOut = z.object(checked).meta({ id: 'CheckedCertificate' })

export const certificateOut = z
  .object({ ...checked, id: idSchema, eventId: idSchema, registrationId: idSchema })
  .meta({ id: 'Certificate' })

export const certificateList = z.object({ items: z.array(certificateOut) }).meta({ id: 'Certificates' })

export const issueIn = z
  .object({ registrationId: idSchema.optional().meta({ description: 'One person; without it everybody who passed' }) })
  .strict()
  .meta({ id: 'CertificateIssue' })

export const issueOut = z
  .object({
    issued: z.int(),
    replaced: z.int().meta({ description: 'Corrected ones' }),
    items: z.array(certificateOut),
  })
  .meta({ id: 'CertificatesIssued' })

export const revocationIn = z
  .object({ reason: textSchema(500) })
  .strict()
  .meta({ id: 'CertificateRevocation' })
