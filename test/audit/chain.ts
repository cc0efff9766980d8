// Entries, seals and tampering for the tests of the audit chain.
import { CompiledQuery, sql } from 'kysely'
import { runVerb } from '#app/operator.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import { nobody, unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'

/** What the sealing job does in its last transaction. */
export const seal = ({ services }: TestHouse): Promise<number> => {
  const now = services.clock.now()
  return unitOfWork(services.database, { as: worker, now, mode: 'read write' }, async (db) => {
    const { rows } = await sql<{ taken: number }>`select audit.make_seal(${now.toString()}, 10000) as taken`.execute(db)
    return rows[0]?.taken ?? 0
  })
}

export const writeEntry = (db: Db, at: string, data: object = {}): Promise<unknown> =>
  sql`select audit.record_audit(${newId()}::uuid, ${at}::timestamptz, null, 'catalog.imported', null, ${JSON.stringify(data)}::jsonb)`.execute(
    db,
  )

export const enter = ({ services }: TestHouse, count: number): Promise<void> => {
  const now = services.clock.now()
  return unitOfWork(services.database, { as: nobody, now, mode: 'read write' }, async (db) => {
    for (let at = 0; at < count; at++) await writeEntry(db, now.toString(), { at })
  })
}

/** What `audit verify` says: the data, or the kinds of its faults with their sentences. */
export async function verify(
  { services }: TestHouse,
  head?: string,
): Promise<{ data?: Record<string, unknown>; faults: string[]; kinds: string[] }> {
  const done = await runVerb(services, 'audit verify', { head })
  if (!isRefusal(done)) return { data: done.data, faults: [], kinds: [] }
  const errors = done.errors ?? []
  return {
    faults: errors.map(({ message }) => message),
    kinds: [...new Set(errors.map(({ path }) => path))].toSorted(),
  }
}

/** Changes the database behind everybody's back, looks at what the verification says, and takes it back. */
export async function afterTampering(house: TestHouse, statements: string[], undo: string[]): Promise<string[]> {
  const run = (texts: string[]) =>
    asOwner(house, async (db) => {
      for (const text of texts) await db.executeQuery(CompiledQuery.raw(text))
    })
  await run(statements)
  const { kinds } = await verify(house)
  await run(undo)
  return kinds
}
