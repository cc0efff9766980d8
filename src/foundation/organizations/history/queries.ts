import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Change, Deed, FieldChange } from './change.ts'

interface Paging {
  limit: number
  cursor?: string | undefined
}

/** The latest first. Names of people only as far as the actor may see them. */
export async function listChanges(
  db: Db,
  organizationId: string,
  paging: Paging,
): Promise<Outcome<{ items: Change[]; next: string | null }>> {
  const after = decodeCursor(paging.cursor, ['id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('organizations.change as c')
    .leftJoin('identity.person as p', 'p.id', 'c.person_id')
    .leftJoin('organizations.organization as o', 'o.id', 'c.acting_for')
    .select([
      'c.id',
      'c.at',
      'c.deed',
      'c.fields',
      'c.person_id as personId',
      'p.name as personName',
      'o.id as placeId',
      'o.name as placeName',
    ])
    .where('c.organization_id', '=', organizationId)
    .orderBy('c.id', 'desc')
    .limit(paging.limit + 1)
  if (after) query = query.where('c.id', '<', String(after[0]))
  const { items, next } = listPage(await query.execute(), paging.limit, ({ id }) => [id])
  return {
    items: items.map(({ id, at, deed, fields, personId, personName, placeId, placeName }) => ({
      id,
      at,
      deed: deed as Deed,
      fields: fields as FieldChange[],
      person: personId === null ? null : { id: personId, name: personName },
      actingFor: placeId === null || placeName === null ? null : { id: placeId, name: placeName },
    })),
    next,
  }
}

/** Who changed it last, for the page that shows two versions. */
export async function lastChange(db: Db, organizationId: string): Promise<Change | undefined> {
  const found = await listChanges(db, organizationId, { limit: 1 })
  return isRefusal(found) ? undefined : found.items[0]
}
