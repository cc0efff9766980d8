import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Entry } from './entry.ts'

const entries = (db: Db) =>
  db
    .selectFrom('funding.entry as e')
    .leftJoin('funding.service_order as s', 's.id', 'e.service_order_id')
    .leftJoin('identity.person as w', 'w.id', 'e.person_id')
    .leftJoin('funding.entry as c', 'c.id', 'e.corrects_id')
    .select([
      'e.id',
      'e.enrollment_id as enrollmentId',
      'e.organization_id as organizationId',
      'e.programme_id as programmeId',
      'e.number',
      'e.from_state as from',
      'e.to_state as to',
      'e.amount_cents as amountCents',
      'e.service_order_id as orderId',
      's.reference as orderReference',
      's.title as orderTitle',
      'e.stage_number as stageNumber',
      'e.reason',
      'e.origin',
      'e.subject_id as subjectId',
      'e.corrects_id as correctsId',
      'c.number as correctsNumber',
      sql<number>`coalesce((select sum(x.amount_cents) from funding.entry x where x.corrects_id = e.id), 0)::bigint`.as(
        'corrected',
      ),
      'e.at',
      'e.person_id as personId',
      'w.name as personName',
    ])

export interface EntryFilter {
  enrollmentId: string
  orderId?: string | undefined
  newestFirst?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/** Entries of one account, the first one first unless told otherwise. */
export async function listEntries(
  db: Db,
  { enrollmentId, orderId, newestFirst = false, limit, cursor }: EntryFilter,
): Promise<Outcome<{ items: Entry[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['integer'])
  if (isRefusal(after)) return after
  let query = entries(db)
    .where('e.enrollment_id', '=', enrollmentId)
    .orderBy('e.number', newestFirst ? 'desc' : 'asc')
    .limit(limit + 1)
  if (orderId) query = query.where('e.service_order_id', '=', orderId)
  if (after) query = query.where('e.number', newestFirst ? '<' : '>', Number(after[0]))
  return listPage((await query.execute()) as Entry[], limit, ({ number }) => [number])
}

export const findEntry = async (db: Db, id: string): Promise<Entry | undefined> =>
  isId(id) ? ((await entries(db).where('e.id', '=', id).executeTakeFirst()) as Entry | undefined) : undefined

/** Who moved money of an order into a state, by their ids. */
export async function whoBooked(db: Db, orderId: string, to: Entry['to']): Promise<string[]> {
  const rows = await db
    .selectFrom('funding.entry')
    .select('person_id')
    .distinct()
    .where('service_order_id', '=', orderId)
    .where('to_state', '=', to)
    .execute()
  return rows.flatMap(({ person_id }) => person_id ?? [])
}
