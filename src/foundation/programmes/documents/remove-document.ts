import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'

const stillNeeded = '23503'

/** Is not asked for any more. What municipalities have handed in for it keeps it. */
export async function removeDocument(
  ctx: Context,
  { id, name, documents }: Programme,
  key: string,
): Promise<Outcome<'removed' | 'none'>> {
  const title = documents.find((one) => one.key === key)?.title
  if (title === undefined) return 'none'
  try {
    await ctx.db
      .deleteFrom('programmes.wanted_document')
      .where('programme_id', '=', id)
      .where('key', '=', key)
      .execute()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === stillNeeded)
      return refuse(
        `„${title}“ bleibt: Kommunen haben dazu schon etwas eingereicht oder gemeldet. Nötig oder nicht nötig können Sie weiter ändern.`,
      )
    throw error
  }
  await record(ctx, 'programme.documentsChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: name, document: title, what: 'removed' },
  })
  return 'removed'
}
