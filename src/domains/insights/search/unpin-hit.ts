import type { Context } from '#platform/http/context.ts'

/** False when it was not pinned. */
export async function unpinHit({ actor, db }: Context, { type, id }: { type: string; id: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('search.pin')
    .where('person_id', '=', actor.personId)
    .where('type', '=', type)
    .where('document_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
