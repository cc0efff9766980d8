import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { mostPins, type Pin } from './hit.ts'

/** Keeps a hit for the person; keeping it twice is keeping it. */
export async function pinHit({ actor, db, now }: Context, { type, id, title }: Pin): Promise<Outcome<true>> {
  const { rows } = await sql<{ fits: boolean }>`
    with others as (
      select count(*) as n from search.pin where (type, document_id) <> (${type}, ${id})),
    added as (
      insert into search.pin (person_id, type, document_id, pinned_at)
      select ${actor.personId}::uuid, ${type}, ${id}, ${now.toString()}::timestamptz from others where n < ${mostPins}
      on conflict do nothing)
    select n < ${mostPins} as fits from others`.execute(db)
  return (
    rows[0]?.fits === true ||
    refuse(
      `Sie haben schon ${mostPins} Treffer gemerkt. „${title}“ ist nicht dazugekommen. Bitte entfernen Sie zuerst einen anderen.`,
    )
  )
}
