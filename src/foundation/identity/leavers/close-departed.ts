import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { PublicContext } from '#platform/http/context.ts'

/** Ends sessions and tokens of those whose last day has passed; their roles have ended by themselves. */
export const closeDeparted = async ({ db, now }: PublicContext): Promise<void> => {
  await sql`select identity.close_departed(${localDay(now).toString()}::date, ${now.toString()}::timestamptz)`.execute(
    db,
  )
}
