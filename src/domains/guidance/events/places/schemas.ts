import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

const filled = (most: number) => textSchema(most).refine((text) => text.trim() !== '', 'Diese Angabe fehlt.')

/** The form of a registration: oneself, or a colleague. */
export const ownRegistration = z.object({ personId: idSchema.optional(), note: textSchema(500) }).strict()

/** Whoever registers by an invitation. */
export const guestForm = z
  .object({
    name: filled(200),
    email: z.email({ error: 'Das ist keine E-Mail-Adresse.' }).max(254),
  })
  .strict()
