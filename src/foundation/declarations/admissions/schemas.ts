import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'
import { decisions } from './admission.ts'

export const admissionIn = z
  .object({
    decision: z.enum(decisions),
    reason: textSchema(1000).default('').meta({ description: 'Needed unless admitted; the municipality reads it' }),
  })
  .strict()
  .meta({ id: 'AdmissionInput' })
