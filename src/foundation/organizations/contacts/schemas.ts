import { z } from 'zod'
import { normalizeEmail } from '#kernel/email.ts'
import { largestInteger, textSchema } from '#platform/http/parse.ts'
import { contactFunctions } from './contact.ts'

const email = textSchema(254)
  .overwrite((text) => normalizeEmail(text) ?? text)
  .refine(
    (text) => text === '' || normalizeEmail(text) !== undefined,
    'Das ist keine E-Mail-Adresse. Beispiel: notfall@musterstadt.de',
  )
const phone = textSchema(60).refine(
  (text) => text === '' || (/^[+0-9 /().-]+$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3),
  'Das ist keine Telefonnummer. Beispiel: 03491 421-0',
)

const details = {
  name: textSchema(200).default('').meta({ description: 'A person, or the name of an office' }),
  email: email.default(''),
  phone: phone.default(''),
  address: textSchema(500).default('').meta({ description: 'Postal address, several lines' }),
  note: textSchema(500).default('').meta({ description: 'Such as "outside office hours by the control centre"' }),
}

const seen = z.coerce
  .number()
  .int()
  .min(0)
  .max(largestInteger)
  .meta({ description: 'The version you have seen, 0 for none; left out, the last one who writes wins' })

/** All of the contact: what is left out is empty afterwards. */
export const contactIn = z
  .object({ ...details, version: seen.optional() })
  .strict()
  .meta({ id: 'ContactInput' })

export const contactForm = z.object({ ...details, version: seen })

export const contactRemoval = z.object({ version: seen.optional() })

export const contactOut = z
  .object({
    function: z.enum(contactFunctions),
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
    note: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Contact' })
