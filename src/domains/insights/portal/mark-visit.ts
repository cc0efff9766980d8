import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { visitMinutes } from './visit.ts'

/** Notes that the person has seen the start page now. */
export async function markVisit({ actor, db, now }: Context): Promise<void> {
  await sql`
    insert into portal.visit as v (person_id, seen_at) values (${actor.personId}::uuid, ${now.toString()}::timestamptz)
    on conflict (person_id) do update set
      before_at = case when excluded.seen_at >= v.seen_at + make_interval(mins => ${visitMinutes}) then v.seen_at else v.before_at end,
      seen_at = greatest(v.seen_at, excluded.seen_at)`.execute(db)
}
