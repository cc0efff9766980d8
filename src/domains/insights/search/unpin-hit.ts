import type { Context } from '#platform/http/context.ts'

/** By the id of the document, which no other type has. False when it was not pinned. */
export async function unpinHit({ actor, db }: Context, id: string): Promise<boolean> {
  // No text of the database holds it, and none can be asked for with it.
  if (id.includes('\0')) return false
  const { numDeletedRows } = await db
    .deleteFrom('search.pin')
    .where('person_id', '=', actor.personId)
    .where('document_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
