import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'
import { decisions } from '../admissions/admission.ts'
import { attachments } from './declaration.ts'

export const day = z.iso.date({ error: 'Bitte ein Datum angeben, zum Beispiel 2026-11-23.' })
export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Bitte laden Sie die Seite neu.')
const signer = textSchema(160)
  .min(1, 'Bitte sagen Sie, wer unterschrieben hat.')
  .refine((text) => !text.includes('\n'), 'Bitte in einer Zeile schreiben.')
const chosen = z.array(z.enum(attachments)).max(attachments.length)

export const signForm = z.object({ attachments: chosen, shownSha256: hash })
export const paperForm = z.object({ attachments: chosen, signedBy: signer, signedOn: day })

/** JSON signs; multipart with `file` records a paper. */
export const declarationIn = z
  .object({
    attachments: chosen
      .or(
        z
          .string()
          .transform((text) => text.split(',').filter(Boolean))
          .pipe(chosen),
      )
      .default([]),
    password: z.string().max(1000).optional().meta({ description: 'The own password once more, as the signature' }),
    shownSha256: hash.optional().meta({ description: 'Hash of the text that was read (GET)' }),
    signedBy: signer.optional().meta({ description: 'Of paper: who signed it' }),
    signedOn: day.optional().meta({ description: 'Of paper: on which day' }),
  })
  .strict()
  .meta({ id: 'DeclarationInput' })

export const reasonIn = z.object({ reason: textSchema(2000).min(1, 'Bitte sagen Sie, warum.') }).strict()

export const declarationOut = z
  .object({
    id: idSchema,
    textVersion: z.int(),
    contractor: z.object({ id: idSchema, name: z.string() }).nullable(),
    attachments: z.array(z.string()),
    way: z.enum(['portal', 'paper']),
    signedBy: z.string(),
    signedOn: day,
    text: z.string(),
    sha256: z.string(),
    fileId: idSchema.nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    withdrawalReason: z.string(),
  })
  .meta({ id: 'Declaration' })

export const admissionOut = z
  .object({
    decision: z.enum(decisions),
    decidedAt: z.iso.datetime(),
    decidedBy: z.object({ id: idSchema, name: z.string().nullable() }),
    reason: z.string(),
  })
  .meta({ id: 'Admission' })

export const declarationStateOut = z
  .object({
    declaration: declarationOut.nullable().meta({ description: 'The one that counts' }),
    toSign: z
      .object({ text: z.string(), sha256: z.string(), textVersion: z.int() })
      .nullable()
      .meta({ description: 'What you would sign now; null once a declaration stands' }),
    missingContacts: z.array(z.string()),
    admission: admissionOut.nullable(),
    isNewerText: z
      .boolean()
      .meta({ description: 'The programme has another text by now; what was signed is not touched' }),
  })
  .meta({ id: 'DeclarationState' })
