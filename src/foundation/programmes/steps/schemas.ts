import { z } from 'zod'
import { parties } from '../programme.ts'
import { key, line, stepIn } from '../schemas.ts'

const place = {
  phaseKey: key,
  after: key
    .nullish()
    .meta({ description: 'The step of that phase that it follows; null: the first one of the phase' }),
}

/** A step for a programme that runs already. */
export const newStep = stepIn
  .extend({ ...place, key: key.optional().meta({ description: 'Made from the title where it is left out' }) })
  .strict()
  .meta({ id: 'NewStep' })

export type NewStep = z.infer<typeof newStep>

/** Without defaults: what is left out stays. The key never changes. */
export const stepDefinitionChange = z
  .object({
    title: line(80),
    duty: line(160),
    acts: z.enum(parties),
    needs: z.array(key).max(20),
    isOptional: z.boolean(),
    byDeed: z.boolean(),
    byDeadline: z.boolean(),
    typicalDays: z.number().int().min(0).max(1000),
    ...place,
  })
  .partial()
  .strict()
  .meta({ id: 'StepDefinitionChange' })

export type StepDefinitionChange = z.infer<typeof stepDefinitionChange>

export const phaseChange = z
  .object({
    title: line(80),
    after: key.nullish().meta({ description: 'The phase that it follows; null: the first one' }),
  })
  .strict()
  .meta({ id: 'PhaseInput' })

export type PhaseChange = z.infer<typeof phaseChange>

/** Boxes are gathered before: `needs`. */
export const stepForm = z.object({
  title: line(80),
  duty: line(160),
  acts: z.enum(parties, { error: 'Bitte wählen Sie aus, wer handelt.' }),
  typicalDays: z.preprocess(
    (text) => (typeof text === 'string' && /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : text),
    z
      .number({ error: 'Bitte eine ganze Zahl von Tagen eintragen, zum Beispiel 7.' })
      .int()
      .min(0)
      .max(1000, 'Höchstens 1000 Tage.'),
  ),
  needs: z.array(key).max(20),
  isOptional: z.preprocess((text) => text === 'ja', z.boolean()),
  byDeed: z.preprocess((text) => text === 'ja', z.boolean()),
  byDeadline: z.preprocess((text) => text === 'ja', z.boolean()),
  place: z
    .string({ error: 'Bitte wählen Sie aus, wo der Schritt steht.' })
    .regex(/^[a-z][a-zA-Z0-9]{0,39}\/([a-z][a-zA-Z0-9]{0,39})?$/, 'Bitte wählen Sie aus, wo der Schritt steht.'),
})

export const phaseForm = z.object({
  title: line(80),
  after: z.preprocess((text) => (text === '' || text === undefined ? null : text), key.nullable()),
})
