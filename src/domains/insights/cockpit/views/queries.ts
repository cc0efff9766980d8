import type { Db } from '#platform/db/database.ts'
import { mostViews, type View } from './view.ts'

const views = (db: Db) =>
  db.selectFrom('cockpit.view').select(['id', 'name', 'filters as filter', 'is_default as isDefault', 'position'])

/** The actor's own, in their order. */
export const listViews = async (db: Db, programmeId: string): Promise<View[]> =>
  (await views(db)
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .orderBy('id')
    .limit(mostViews)
    .execute()) as unknown as View[]

/** Of the actor; undefined when it is not there or somebody else's. */
export const findView = async (db: Db, id: string): Promise<(View & { programmeId: string }) | undefined> =>
  (await views(db).select('programme_id as programmeId').where('id', '=', id).executeTakeFirst()) as unknown as
    | (View & { programmeId: string })
    | undefined
