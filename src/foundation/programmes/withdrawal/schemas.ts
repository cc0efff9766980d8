import { z } from 'zod'
import { textSchema } from '#platform/http/parse.ts'

export const withdrawalIn = z
  .object({ reason: textSchema(1000).min(3, 'Bitte nennen Sie den Grund.') })
  .strict()
  .meta({ id: 'ParticipationReason' })
