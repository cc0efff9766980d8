import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'
import { promotions } from '../event/event.ts'
import { httpsSchema } from '../schemas.ts'
import { audiences } from './group-mail.ts'

export const capacityIn = z.int().min(0).max(100_000).nullable()

/** Empty or "unlimited" for no limit. */
export const capacityQuery = z.object({
  capacity: z
    .string()
    .regex(/^(unlimited|\d{1,6})$/, 'Bitte eine ganze Zahl, oder „unlimited“ für unbegrenzt.')
    .meta({ description: 'A number, or `unlimited`' }),
  keepSeats: z
    .enum(['true', 'false'])
    .default('true')
    .meta({ description: 'Whether everybody keeps the seat where fewer are left than are taken' }),
})

const seat = z.object({
  registrationId: idSchema,
  name: z.string(),
  organization: z.string().nullable(),
  position: z.int().nullable(),
})

export const previewOut = z
  .object({
    capacity: z.int().nullable(),
    taken: z.int(),
    free: z.int().nullable(),
    promotion: z.enum(promotions),
    movingUp: z.array(seat),
    unseated: z.array(seat),
    message: z.string().meta({ description: 'Why seats stay free, in German; empty where none does' }),
  })
  .meta({ id: 'CapacityPreview' })

const oneLine = (max: number) =>
  textSchema(max)
    .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile.')
    .refine((text) => text !== '', 'Diese Angabe fehlt.')

export const mailIn = z
  .object({
    audience: z.enum(audiences),
    subject: oneLine(200),
    text: textSchema(10_000).refine((text) => text !== '', 'Diese Angabe fehlt.'),
  })
  .strict()
  .meta({ id: 'GroupMailInput' })
export type MailInput = z.infer<typeof mailIn>

export const mailOut = z
  .object({
    id: idSchema,
    audience: z.enum(audiences),
    subject: z.string(),
    text: z.string(),
    sentAt: z.iso.datetime(),
    recipients: z.int(),
  })
  .meta({ id: 'GroupMail' })

export const invitationIn = z
  .object({
    organizationId: idSchema.nullable().default(null),
    uses: z.int().min(1).max(1000).nullable().default(null).meta({ description: 'Null: any number' }),
    expiresAt: z.iso.datetime({ offset: true, error: 'Bitte als Zeitpunkt mit Zeitzone.' }).nullable().default(null),
  })
  .strict()
  .meta({ id: 'EventInvitationInput' })
export type InvitationInput = z.infer<typeof invitationIn>

const moment = z.iso.datetime().nullable()
export const invitationOut = z
  .object({
    id: z.string().meta({ description: 'For ending it; not the secret' }),
    organizationId: idSchema.nullable(),
    usesLeft: z.int().nullable(),
    expiresAt: moment,
    revokedAt: moment,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'EventInvitation' })

export const invitationMade = invitationOut
  .extend({ url: z.string().meta({ description: 'With the secret, in this answer only' }) })
  .meta({ id: 'EventInvitationMade' })

const day = z.iso.date({ error: 'Bitte ein Tag, zum Beispiel 2026-12-31.' })
export const statisticsQuery = z.object({
  from: day.meta({ description: 'First day on which an event begins' }),
  until: day.meta({ description: 'Last day, included' }),
})

export const statisticsOut = z
  .object({
    events: z.int(),
    neverRegistered: z.int().meta({ description: 'Municipalities that registered nobody' }),
    items: z.array(
      z.object({
        organizationId: idSchema,
        name: z.string(),
        registrations: z.int(),
        seats: z.int(),
        datesAttended: z.int(),
        certificates: z.int(),
      }),
    ),
  })
  .meta({ id: 'EventStatistics' })

export const materialIn = z
  .object({
    title: oneLine(200),
    url: httpsSchema.optional().meta({ description: 'Instead of a file' }),
    forEverybody: z.boolean().default(false),
  })
  .strict()
  .meta({ id: 'EventMaterialInput' })
export type MaterialInput = z.infer<typeof materialIn>

export const materialOut = z
  .object({
    id: idSchema,
    title: z.string(),
    url: z.string().nullable(),
    fileName: z.string().nullable(),
    forEverybody: z.boolean(),
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'EventMaterial' })

/** Parts of an upload are texts. */
export const materialParts = z.object({
  title: oneLine(200),
  forEverybody: z.enum(['true', 'false']).default('false'),
})
