import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'
import { line } from '../schemas.ts'

export const documentInput = z
  .object({ title: line(120), hint: textSchema(500).default(''), isRequired: z.boolean().default(true) })
  .strict()
  .meta({ id: 'WantedDocumentInput' })

export type DocumentInput = z.infer<typeof documentInput>

export const documentForm = z.object({
  title: line(120),
  hint: textSchema(500),
  isRequired: z.preprocess((text) => text === 'ja', z.boolean()),
})
