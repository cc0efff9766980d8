import { sql } from 'kysely'
import type { Context, PublicContext } from '#platform/http/context.ts'

const linkLength = 10_000

/** Gives every committed entry its place in the chain; runs as the worker. Returns how many got one. */
export async function sealEntries({ db, now }: Pick<PublicContext | Context, 'db' | 'now'>): Promise<number> {
  let sealed = 0
  for (;;) {
    const { rows } = await sql<{ taken: number }>`
      select audit.make_seal(${now.toString()}::timestamptz, ${linkLength}) as taken`.execute(db)
    const taken = rows[0]?.taken ?? 0
    sealed += taken
    if (taken < linkLength) return sealed
  }
}
