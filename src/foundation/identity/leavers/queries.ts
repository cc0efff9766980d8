import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Departure, HandedOver } from './departure.ts'

const departures = (db: Db) =>
  db
    .selectFrom('identity.departure as d')
    .innerJoin('identity.person as p', 'p.id', 'd.person_id')
    .innerJoin('organizations.organization as o', 'o.id', 'd.organization_id')
    .innerJoin('identity.person as r', 'r.id', 'd.recorded_by')
    .leftJoin('identity.person as s', 's.id', 'd.successor_id')
    .select([
      'd.id',
      'd.organization_id as organizationId',
      'o.name as organizationName',
      'd.person_id as personId',
      'p.name as personName',
      'd.successor_id as successorId',
      's.name as successorName',
      sql<string>`d.last_day::text`.as('lastDay'),
      'r.name as recordedByName',
      sql<string>`(d.recorded_at at time zone 'Europe/Berlin')::date::text`.as('recordedOn'),
      sql<HandedOver[]>`d.handed_over`.as('handedOver'),
    ])

/** Who left one organization lately. */
export const recentDepartures = (db: Db, organizationId: string): Promise<Departure[]> =>
  departures(db).where('d.organization_id', '=', organizationId).orderBy('d.id', 'desc').limit(20).execute()

/** Who left, the newest first. */
export async function listDepartures(
  db: Db,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Departure[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = departures(db)
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where('d.id', '<', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

export const findDeparture = async (db: Db, id: string): Promise<Departure | undefined> =>
  isId(id) ? departures(db).where('d.id', '=', id).executeTakeFirst() : undefined
