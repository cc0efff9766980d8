import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

const password = z.string().max(1000).meta({ description: 'The own password, once more' })
const code = z.string().max(100).meta({ description: 'Of the app, or a recovery code' })

/** What a token is called, what it may do, and for how long. */
export const tokenFields = z.object({
  name: textSchema(100).min(1),
  scope: z.enum(['read', 'write']),
  validDays: z.coerce.number().int().min(1).max(366),
})

export type NewToken = z.infer<typeof tokenFields>

export const newToken = tokenFields.extend({ password }).strict().meta({ id: 'NewToken' })

const instant = z.string().meta({ format: 'date-time' })

export const tokenOut = z
  .object({
    id: idSchema,
    name: z.string(),
    scope: z.enum(['read', 'write']),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'Token' })

export const issuedToken = z
  .object({ id: idSchema, token: z.string().meta({ description: 'Shown this once' }), expiresAt: instant })
  .meta({ id: 'IssuedToken' })

export const sessionOut = z
  .object({
    id: idSchema,
    agent: z.string().meta({ description: 'Family of browser and system' }),
    createdAt: instant,
    lastSeenAt: instant,
    isThis: z.boolean(),
  })
  .meta({ id: 'Session' })

export const passwordChange = z
  .object({ password, newPassword: z.string().max(1000) })
  .strict()
  .meta({ id: 'PasswordChange' })

export const emailChange = z
  .object({ password, email: z.string().max(254) })
  .strict()
  .meta({ id: 'EmailChange' })

export const onlyPassword = z.object({ password }).strict().meta({ id: 'Reauthentication' })
export const onlyCode = z.object({ code }).strict().meta({ id: 'OneTimeCode' })
export const passwordAndCode = z.object({ password, code }).strict().meta({ id: 'PasswordAndCode' })

export const secondFactorOut = z
  .object({ enabled: z.boolean(), since: instant.nullable(), recoveryCodesLeft: z.number().int() })
  .meta({ id: 'SecondFactor' })

export const secondFactorSecret = z
  .object({ secret: z.string(), uri: z.string().meta({ description: 'otpauth address, as the picture holds it' }) })
  .meta({ id: 'SecondFactorSecret' })

export const recoveryCodesOut = z
  .object({ recoveryCodes: z.array(z.string()).meta({ description: 'Shown this once' }) })
  .meta({ id: 'RecoveryCodes' })
