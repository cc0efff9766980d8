import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { PublicContext } from '#platform/http/context.ts'

/** Days of which a worker that was away catches up. */
const turningDays = 14

/** People whose roles begin or end these days are found by other words from then on, and no deed says so. */
export async function noteTurningRoles({ db, now }: PublicContext): Promise<void> {
  const since = localDay(now).subtract({ days: turningDays }).toString()
  await sql`select search.note_turning_roles(${since}::date)`.execute(db)
}
