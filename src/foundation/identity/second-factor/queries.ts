import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Context } from '#platform/http/context.ts'

export interface SecondFactor {
  /** Undefined while it is being set up. */
  since: Temporal.Instant | undefined
  sealedSecret: string
  codesLeft: number
}

/** The second factor of who asks; undefined when there is none. */
export async function ownSecondFactor({ db }: Pick<Context, 'db'>): Promise<SecondFactor | undefined> {
  const { rows } = await sql<{
    sealed_secret: string
    confirmed_at: Temporal.Instant | null
    codes_left: number
  }>`select * from identity.own_second_factor()`.execute(db)
  const row = rows[0]
  return row && { since: row.confirmed_at ?? undefined, sealedSecret: row.sealed_secret, codesLeft: row.codes_left }
}
