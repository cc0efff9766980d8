import { z } from 'zod'
import { readGermanCents } from '#kernel/money.ts'
import { stageRequirements } from '../programme.ts'
import { cents, day, line } from '../schemas.ts'
import { centsForm, dayField } from '../facts/schemas.ts'

export const stageInput = z
  .object({ title: line(120), amountCents: cents, requires: z.enum(stageRequirements).default('admitted') })
  .strict()
  .meta({ id: 'StageInput' })

export type StageInput = z.infer<typeof stageInput>

export const stageForm = z.object({
  title: line(120),
  amountCents: z.preprocess(readGermanCents, centsForm),
  requires: z.enum(stageRequirements, { error: 'Bitte wählen Sie aus, wer die Stufe erhält.' }),
})

export const stageReleaseInput = z
  .object({
    number: z.int().min(1).max(1000),
    on: day.meta({ description: 'Local day of the decision' }),
    decision: line(300).meta({ description: 'Who decided what' }),
  })
  .strict()
  .meta({ id: 'StageReleaseInput' })

export const releaseForm = z.object({ on: dayField, decision: line(300) })
