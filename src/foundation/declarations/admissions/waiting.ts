import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'

export interface Waiting {
  id: string
  organizationName: string
  /** Null where the declaration was brought in with the running programme. */
  signerName: string | null
  since: Temporal.Instant | null
}

/** Roads whose next step is the programme's word, in order of the waiting. */
export async function listWaiting(
  db: Db,
  { programmeId, limit, cursor }: { programmeId: string; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Waiting[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['id'])
  if (isRefusal(after)) return after
  let query = db
    .selectFrom('programmes.enrollment as e')
    .innerJoin('organizations.organization as o', 'o.id', 'e.organization_id')
    .leftJoin('declarations.declaration as d', (on) =>
      on.onRef('d.enrollment_id', '=', 'e.id').on('d.withdrawn_at', 'is', null),
    )
    .select(['e.id', 'o.name as organizationName', 'd.signer_name as signerName', 'e.waiting_since as since'])
    .where('e.programme_id', '=', programmeId)
    .where('e.state', '=', 'active')
    .where('e.current_step', '=', 'admission')
    .where('e.waiting_for', '=', 'cooperative')
    .orderBy('e.waiting_since')
    .orderBy('e.id')
    .limit(limit + 1)
  if (after)
    query = query.where(sql<boolean>`(e.waiting_since, e.id) > (
      select last.waiting_since, last.id from programmes.enrollment last where last.id = ${after[0]}::uuid)`)
  return listPage(await query.execute(), limit, ({ id }) => [id])
}
