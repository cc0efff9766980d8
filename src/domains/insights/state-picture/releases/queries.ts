import type { Db } from '#platform/db/database.ts'
import { quarterly } from '../plan.ts'

export interface Plan {
  /** `MM-DD`, at least one, in the order of the year. */
  days: readonly string[]
  /** 0 while nobody has decided: then it is as usual. */
  version: number
}

/** On which days pictures of a programme appear. */
export async function findPlan(db: Db, programmeId: string): Promise<Plan> {
  const row = await db
    .selectFrom('pictures.release_plan')
    .select(['days', 'version'])
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row ? { days: row.days.toSorted(), version: row.version } : { days: quarterly, version: 0 }
}
