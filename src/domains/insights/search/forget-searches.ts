import type { Context } from '#platform/http/context.ts'

/** All that the person searched for. */
export async function forgetSearches({ actor, db }: Context): Promise<void> {
  await db.deleteFrom('search.recent').where('person_id', '=', actor.personId).execute()
}
