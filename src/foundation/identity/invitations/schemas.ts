import { z } from 'zod'
import { normalizeEmail } from '#kernel/email.ts'
import { idSchema, listQuery, textSchema } from '#platform/http/parse.ts'
import { allRoles, roleName } from '../roles.ts'

export const emailAddress = z
  .string()
  .max(254)
  .refine((text) => normalizeEmail(text) !== undefined, {
    error: ({ input }) => (input === '' ? 'Diese Angabe fehlt.' : 'Das ist keine E-Mail-Adresse.'),
  })
  .overwrite((text) => normalizeEmail(text) ?? text)

/** The name goes into mails to strangers: one line, and no address that somebody could be led to. */
export const personName = textSchema(120)
  .min(1)
  .refine(
    (text) => !/[\n\t]|:\/\/|www\.|@/i.test(text),
    'Bitte nur den Namen eintragen, in einer Zeile und ohne Adressen.',
  )

export const newInvitation = z
  .object({
    email: emailAddress,
    name: personName,
    organizationId: idSchema,
    roles: z
      .array(z.enum(allRoles))
      .min(1, 'Bitte wählen Sie mindestens eine Aufgabe aus.')
      .max(allRoles.length)
      .overwrite((roles) => [...new Set(roles)]),
  })
  .strict()
  .meta({ id: 'NewInvitation' })

export type NewInvitation = z.infer<typeof newInvitation>

const instant = z.string().meta({ format: 'date-time' })

export const invitationOut = z
  .object({
    id: idSchema,
    email: z.string(),
    name: z.string(),
    organizationId: idSchema,
    roles: z.array(z.enum(allRoles)),
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    sentAt: instant,
    expiresAt: instant,
    acceptedAt: instant.nullable(),
  })
  .meta({ id: 'Invitation' })

export const invitationQuery = listQuery.extend({ organizationId: idSchema.optional() })

/** 12 characters and more, hashed before the transaction. */
export const acceptance = z
  .object({
    password: z.string().max(1000).optional().meta({ description: 'For a new account: at least 12 characters' }),
  })
  .strict()
  .meta({ id: 'InvitationAcceptance' })

export const acceptanceOut = z
  .object({ personId: idSchema, organizationId: idSchema, organization: z.string() })
  .meta({ id: 'AcceptedInvitation' })

export const rowOut = z.object({
  line: z.number().int().meta({ description: 'Row of the sheet' }),
  organization: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  fate: z.enum(['ready', 'wrong']),
  reasons: z.array(z.string()).meta({ description: 'German sentences' }),
})

export const invitationImport = z
  .object({
    total: z.number().int(),
    invited: z.number().int().meta({ description: '0 with dryRun=1' }),
    wrong: z.number().int(),
    rows: z.array(rowOut),
  })
  .meta({ id: 'InvitationImport' })

/** "Zugänge", "organizationAdmin": how a sheet may name a role. */
export const roleOf = (text: string) =>
  allRoles.find((role) => [role.toLowerCase(), roleName(role).toLowerCase()].includes(text.trim().toLowerCase()))

const cell = z.string().max(2000)

/** The rows of a list as they travel in a form between the two steps. */
export const rowsAgain = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('no JSON')
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(z.object({ line: z.number().int(), organization: cell, name: cell, email: cell, roles: cell }))
      .min(1)
      .max(1000),
  )
