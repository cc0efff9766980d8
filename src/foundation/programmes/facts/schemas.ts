import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { kinds } from '#foundation/organizations/index.ts'
import { idSchema, largestInteger, textSchema } from '#platform/http/parse.ts'
import { programmeStates } from '../programme.ts'
import { cents, day, line, lineOrNone } from '../schemas.ts'

const contact = {
  name: textSchema(120),
  email: z.union([z.literal(''), z.email('Das ist keine E-Mail-Adresse.').max(200)]),
  phone: textSchema(60),
}

const openTo = z.array(z.enum(kinds)).min(1, 'Bitte wenigstens eine Art wählen.').max(20)
const expected = z.number().int().min(1).max(20_000)

export const version = z.coerce.number().int().min(1).max(largestInteger)

/** Without defaults: what is left out stays. */
export const programmeChange = z
  .object({
    name: line(120),
    summary: lineOrNone(300),
    about: textSchema(20_000),
    state: z.enum(programmeStates),
    contractorId: idSchema.nullable(),
    startsOn: day.nullable(),
    deadline: day.nullable().meta({ description: 'Last local day, ending at 24:00 in Europe/Berlin' }),
    takesInterest: z.boolean(),
    openTo,
    expected: expected.nullable(),
    totalCents: cents.nullable(),
    declarationText: textSchema(20_000).meta({ description: 'Another text is another version of the declaration' }),
    contact: z.object(contact).partial().strict(),
    observerIds: z.array(idSchema).max(50),
  })
  .partial()
  .extend({
    version: version
      .optional()
      .meta({ description: 'The version you have seen; left out, the last one who writes a field wins' }),
  })
  .strict()
  .meta({ id: 'ProgrammeChange' })

export type ProgrammeChange = z.infer<typeof programmeChange>

const empty = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? null : text)

/** "12.400" is what people write. */
const germanCount = (text: unknown): unknown =>
  typeof text === 'string' && /^\s*\d{1,3}([. ]?\d{3})*\s*$/.test(text)
    ? Number(text.replaceAll(/[. ]/g, ''))
    : empty(text)

const amountError = 'Bitte einen Betrag ab 0,01 € eintragen, zum Beispiel 16.100 oder 16.100,50.'
export const centsForm = z
  .number({ error: amountError })
  .int()
  .min(1, amountError)
  .max(10_000_000_000, 'Das ist mehr als 100 Millionen Euro.')

const dayForm = z.preprocess(
  empty,
  z.iso.date({ error: 'Das ist kein Tag. Bitte TT.MM.JJJJ wählen oder JJJJ-MM-TT eintragen.' }).nullable(),
)
export const dayField = z.iso.date({ error: 'Bitte einen Tag wählen.' })
const choice = z.preprocess(empty, idSchema.nullable())
const switchedOn = z.preprocess((text) => text === 'ja', z.boolean())

/** Of boxes with names of their own, those that are ticked: `art-county`. */
export const ticked = (form: Readonly<Record<string, string | undefined>>, prefix: string): string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith(prefix) && form[name] === 'ja')
    .map((name) => name.slice(prefix.length))

/** The same as a form; boxes are gathered before (`ticked`). */
export const factsForm = z.object({
  name: line(120),
  summary: lineOrNone(300),
  about: textSchema(20_000),
  state: z.enum(programmeStates, { error: 'Bitte wählen Sie den Stand aus.' }),
  startsOn: dayForm,
  deadline: dayForm,
  takesInterest: switchedOn,
  openTo,
  expected: z.preprocess(
    germanCount,
    z.number({ error: 'Bitte eine ganze Zahl eintragen, zum Beispiel 50.' }).int().min(1).max(20_000).nullable(),
  ),
  totalCents: z.preprocess(readGermanCents, centsForm.nullable()),
  contractorId: choice,
  observerIds: z.array(idSchema).max(50),
  declarationText: textSchema(20_000),
  contactName: contact.name,
  contactEmail: contact.email,
  contactPhone: contact.phone,
})

export type FactsForm = z.infer<typeof factsForm>
