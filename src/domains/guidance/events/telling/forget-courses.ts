import { sql } from 'kysely'
import { localZone } from '#kernel/local-day.ts'
import type { PublicContext } from '#platform/http/context.ts'

/** So long after the last date the data of a course are kept: until then certificates are corrected and numbers are asked for. */
export const courseDataYears = 2

/** Guests lose name and address, and links, notes and mails to groups go. Returns how many guests. */
export async function forgetCourses({ db, now }: Pick<PublicContext, 'db' | 'now'>): Promise<number> {
  const before = now.toZonedDateTimeISO(localZone).subtract({ years: courseDataYears }).toInstant()
  const { rows } = await sql<{ gone: number }>`
    select guidance.forget(${before.toString()}::timestamptz, ${now.toString()}::timestamptz) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}
