import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'
import { sides } from '../reviews/review.ts'

export const signOffIn = z
  .object({
    side: z.enum(sides),
    password: z.string().min(1, 'Bitte geben Sie Ihr Passwort ein.').max(1000).meta({ format: 'password' }),
    shownSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Das ist kein SHA-256.')
      .optional()
      .meta({ description: 'Hash of the protocol you have read; when it is another one by now: 409' }),
  })
  .strict()
  .meta({ id: 'SignOffInput' })

/** The form: it always says which text was read, and when. The password is asked for before, and never comes along. */
export const signedForm = z.object({
  side: z.enum(sides),
  shownSha256: z.string().max(64),
  shownAt: z.iso.datetime({ error: 'Bitte öffnen Sie die Seite noch einmal.' }),
})

const reason = textSchema(2000).min(3, 'Bitte nennen Sie den Grund.')

export const reasonIn = z.object({ reason }).strict().meta({ id: 'ReasonInput' })

const person = z.object({
  id: idSchema,
  name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
})

export const signOffOut = z
  .object({
    id: idSchema,
    side: z.enum(sides),
    signedBy: person,
    role: z.string(),
    actingFor: z.string(),
    signedAt: z.iso.datetime(),
    shown: z.string().meta({ description: 'The text as it was signed' }),
    shownSha256: z.string(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SignOff' })

export const signedOut = z
  .object({ state: z.enum(['open', 'inReview', 'signedOff']), signOff: signOffOut })
  .meta({ id: 'Signed' })

export const protocolOut = z
  .object({
    state: z.enum(['open', 'inReview', 'signedOff']),
    side: z.enum(sides).nullable().meta({ description: 'The side you would sign for, if you may' }),
    text: z.string().meta({ description: 'What you would sign; every fact in it is of this moment' }),
    sha256: z.string(),
  })
  .meta({ id: 'SignOffProtocol' })

export const reopeningOut = z
  .object({
    id: idSchema,
    reason: z.string(),
    askedSide: z.enum(sides),
    askedBy: person,
    askedAt: z.iso.datetime(),
    agreed: z.boolean().nullable().meta({ description: 'Null while it waits for the other side' }),
    decidedBy: person.nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Reopening' })
