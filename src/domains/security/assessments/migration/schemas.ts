import { z } from 'zod'
import { idSchema } from '#platform/http/parse.ts'
import { controlIdSchema } from '../schemas.ts'

export const migrationIn = z
  .object({
    catalogId: idSchema.optional().meta({ description: 'The version of the catalog to move to' }),
    undo: z
      .literal(true)
      .optional()
      .meta({ description: 'Instead of it: the check before runs again; by its id or by that of the new one' }),
  })
  .strict()
  .refine(({ catalogId, undo }) => (catalogId === undefined) !== (undo === undefined), {
    error: 'Bitte entweder den Katalog (catalogId) nennen oder undo.',
    path: ['catalogId'],
  })
  .meta({ id: 'MigrationInput' })

export const adoptionIn = z.object({ lost: controlIdSchema, to: controlIdSchema })

const side = z.object({ id: z.string(), title: z.string() }).nullable()

const part = z.object({
  count: z.number().int(),
  items: z.array(
    z.object({
      before: side,
      after: side,
      answered: z.boolean().meta({ description: 'Somebody said or noted something about it' }),
      changes: z.array(z.enum(['statement', 'title', 'obligation', 'guidance'])),
    }),
  ),
})

const parts = {
  same: part.meta({ description: 'The same requirement under the same number' }),
  renumbered: part.meta({ description: 'The same requirement under another number' }),
  changed: part.meta({ description: 'Those of both whose answer asks for confirmation' }),
  lost: part.meta({ description: 'Gone; their answers stay readable in the old check' }),
  new: part.meta({ description: 'New, and open' }),
}

export const migrationOut = z
  .object({
    assessmentId: idSchema.nullable().meta({ description: 'The new check; null with `dryRun`' }),
    migratedFrom: idSchema,
    ...parts,
  })
  .meta({ id: 'Migration' })

export const migratedOut = z
  .object({
    assessmentId: idSchema,
    migratedFrom: idSchema,
    migratedAt: z.iso.datetime(),
    undone: z.boolean(),
    ...parts,
  })
  .meta({ id: 'MigrationDone' })

export const undoneOut = z
  .object({
    assessmentId: idSchema.meta({ description: 'The check that runs again' }),
    undone: z.literal(true),
    carriedBack: z.number().int().meta({ description: 'Answers given meanwhile that were put on top there' }),
    left: z.number().int().meta({ description: 'Answers without a place there; they stay readable' }),
  })
  .meta({ id: 'MigrationUndone' })

export const migrationReply = z.union([migrationOut, undoneOut]).meta({ id: 'MigrationReply' })
