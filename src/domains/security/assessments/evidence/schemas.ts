import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'

export const newEvidence = z
  .object({
    title: textSchema(200).optional().meta({ description: 'Left out: the name of the file, or the host of the link' }),
    link: textSchema(2000).optional().meta({ description: 'A link (http, https) instead of a file' }),
    validUntil: z.iso
      .date({ error: 'Bitte ein Datum angeben, zum Beispiel 2026-12-31.' })
      .optional()
      .meta({ description: 'The last local day on which it proves anything' }),
  })
  .strict()
  .meta({ id: 'EvidenceInput' })

export type NewEvidence = z.infer<typeof newEvidence>

export const evidenceOut = z
  .object({
    id: idSchema,
    controlId: z.string(),
    title: z.string(),
    file: z
      .object({
        id: idSchema.meta({ description: 'Of `GET /files/{id}`' }),
        name: z.string(),
        mediaType: z.string(),
        size: z.number().int(),
      })
      .nullable(),
    link: z.string().nullable(),
    validUntil: z.string().nullable(),
    validity: z.enum(['endless', 'valid', 'soon', 'expired']).meta({ description: 'soon: it ends within 30 days' }),
    addedBy: z.object({
      id: idSchema,
      name: z.string().nullable().meta({ description: 'Null when you may not see the person' }),
    }),
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'Evidence' })
