import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { Interest, Place, PublicProgramme } from './interest.ts'

/** A programme that runs, for everybody; undefined for drafts and what has ended. */
export async function findPublicProgramme(db: Db, key: string): Promise<PublicProgramme | undefined> {
  const { rows } = await sql<{ programme: PublicProgramme | null }>`
    select declarations.public_programme(${key}) as programme`.execute(db)
  return rows[0]?.programme ?? undefined
}

/** Programmes in which municipalities may declare interest today. */
export async function listOpenProgrammes({
  db,
  now,
}: Pick<PublicContext, 'db' | 'now'>): Promise<{ key: string; name: string }[]> {
  const { rows } = await sql<{ key: string; name: string }>`
    select * from declarations.public_programmes(${localDay(now).toString()}::date)`.execute(db)
  return rows
}

/** More than that nobody scrolls through: then the name is looked for first. */
export const mostPlaces = 300

/** Organizations of the register that may take part, in German order. */
export async function findPlaces(
  { db, now }: Pick<PublicContext, 'db' | 'now'>,
  key: string,
  words: string,
): Promise<Place[]> {
  const { rows } = await sql<Place>`select * from declarations.find_places(${key}, ${sortKey(words)},
    ${localDay(now).toString()}::date, ${mostPlaces})`.execute(db)
  return rows
}

/** The register's name of a place that may take part; undefined when it may not, or is not there. */
export async function placeName(
  { db, now }: Pick<PublicContext, 'db' | 'now'>,
  key: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string | null
  }>`select declarations.place_name(${key}, ${id}::uuid, ${localDay(now).toString()}::date) as name`.execute(db)
  return rows[0]?.name ?? undefined
}

/** Who leads a programme today: whom to tell. */
export async function leadersOf(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select declarations.leaders_of(${programmeId}::uuid) as ids`.execute(db)
  return rows[0]?.ids ?? []
}

const interests = (db: Db) =>
  db
    .selectFrom('declarations.interest as i')
    .leftJoin('identity.person as p', 'p.id', 'i.decided_by')
    .select([
      'i.id',
      'i.programme_id as programmeId',
      sql<
        Interest['municipality']
      >`(select jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'county', o.county)
        from organizations.organization o where o.id = i.municipality_id)`.as('municipality'),
      'i.municipality_name as municipalityName',
      'i.person_name as name',
      'i.function',
      'i.email',
      'i.phone',
      'i.message',
      'i.received_at as receivedAt',
      sql<Interest['outcome']>`i.outcome`.as('outcome'),
      'i.enrollment_id as enrollmentId',
      'i.decided_at as decidedAt',
      'p.name as decidedByName',
      'i.reason',
    ])

export interface InterestFilter {
  programmeId?: string | undefined
  isOpen?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/** Of programmes in which the actor works, the oldest first: who has waited longest stands on top. */
export async function listInterests(
  db: Db,
  { programmeId, isOpen, limit, cursor }: InterestFilter,
): Promise<Outcome<{ items: Interest[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = interests(db)
    .orderBy('i.id')
    .limit(limit + 1)
  if (programmeId) query = query.where('i.programme_id', '=', programmeId)
  if (isOpen !== undefined) query = query.where('i.decided_at', isOpen ? 'is' : 'is not', null)
  if (after) query = query.where('i.id', '>', String(after[0]))
  return listPage(await query.execute(), limit, ({ id }) => [id])
}

export const findInterest = async (db: Db, id: string): Promise<Interest | undefined> =>
  isId(id) ? interests(db).where('i.id', '=', id).executeTakeFirst() : undefined
