import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'
import { mailStates } from './mail-state.ts'

const version = z.coerce
  .number({ error: 'Diese Angabe fehlt.' })
  .int()
  .min(0)
  .meta({ description: 'Version that was read; 0 when it is ours and was never changed' })

const line = (max: number) =>
  textSchema(max)
    .min(1)
    .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')

export const wordingInput = z
  .object({ subject: line(200), text: textSchema(10_000).min(1), version })
  .meta({ id: 'MailWordingInput' })

export const letterheadInput = z
  .object({ sender: line(200), closing: textSchema(500).min(1), footer: textSchema(2000), version })
  .meta({ id: 'MailLetterheadInput' })

export const versionInput = z.object({ version }).meta({ id: 'MailVersion' })

export const templateOut = z
  .object({
    name: z.string(),
    title: z.string(),
    subject: z.string(),
    text: z.string(),
    placeholders: z.record(z.string(), z.string()).meta({ description: 'Those that may stand in subject and text' }),
    own: z.boolean().meta({ description: 'Worded by the office' }),
    version: z.int(),
  })
  .meta({ id: 'MailTemplate' })

export const letterheadOut = z
  .object({ sender: z.string(), closing: z.string(), footer: z.string(), own: z.boolean(), version: z.int() })
  .meta({ id: 'MailLetterhead' })

export const mailQuery = z.object({
  state: z.enum(mailStates).default('failed').meta({ description: 'What became of it' }),
})

export const mailOut = z
  .object({
    id: idSchema,
    template: z.string(),
    email: z.string(),
    name: z.string(),
    state: z.enum(mailStates),
    attempts: z.int(),
    reason: z.string().nullable(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Mail', description: 'To whom and whether it arrived, never what it says' })
