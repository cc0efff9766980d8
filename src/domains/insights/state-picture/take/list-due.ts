import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'
import { quarterly } from '../plan.ts'
import { dueDay } from './due.ts'

/** Of which programmes a picture is due now, and for which fixed day; also where it was taken already. */
export async function listDue(db: Db, now: Temporal.Instant): Promise<{ programmeId: string; releaseOn: string }[]> {
  const { rows } = await sql<{ programmeId: string; days: string[] | null }>`
    select o.programme_id as "programmeId", o.days from pictures.observed o order by o.programme_id`.execute(db)
  return rows.flatMap(({ programmeId, days }) => {
    const releaseOn = dueDay(days ?? quarterly, localDay(now))
    return releaseOn === undefined ? [] : [{ programmeId, releaseOn }]
  })
}
