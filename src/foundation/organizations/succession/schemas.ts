import { z } from 'zod'
import { idSchema, textSchema } from '#platform/http/parse.ts'
import { successionKinds } from './succession.ts'

const day = z.iso
  .date({ error: 'Bitte ein Datum eintragen, zum Beispiel 01.01.2026.' })
  .refine((text) => text >= '1800-01-01' && text < '2200-01-01', 'Dieses Jahr kann nicht stimmen.')
const from = day.meta({ description: 'The first day on which the new state holds' })
const name = textSchema(200).min(1, { error: 'Bitte tragen Sie den neuen Namen ein.' })

/** A merger or a part of a split names the successor, a renaming the new name. */
export const successorIn = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(successionKinds), successorId: idSchema, from }).strict(),
    z.object({ kind: z.literal('rename'), name, from }).strict(),
  ])
  .meta({ id: 'NewSuccessor' })

export const successionForm = z.object({
  kind: z.enum(successionKinds, { error: 'Bitte wählen Sie aus, was geschehen ist.' }),
  successorId: z.uuid({ error: 'Bitte wählen Sie die Nachfolgerin aus.' }),
  from,
})

export const renameForm = z.object({ name, from })

const succession = z.object({
  id: idSchema,
  kind: z.enum(successionKinds),
  from: z.iso.date(),
  organization: z.object({ id: idSchema, name: z.string() }),
})

export const descentOut = {
  formerNames: z
    .array(z.object({ name: z.string(), until: z.iso.date() }))
    .meta({ description: 'Names before a renaming, with their last day' }),
  predecessors: z.array(succession).meta({ description: 'Organizations that were merged into this one, or split' }),
  successors: z.array(succession).meta({ description: 'What took its place' }),
}
