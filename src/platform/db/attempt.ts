import { CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * Runs a write that the database may refuse with this code (a rule of its own, raised by a row): null then, and what came before stands,
 * so that the page can be shown with what was typed. Any other error rises.
 */
export async function attempt<T>(db: Db, code: string, write: () => Promise<T>): Promise<T | null> {
  await db.executeQuery(CompiledQuery.raw('savepoint attempt'))
  try {
    return await write()
  } catch (error) {
    if (codeOf(error) !== code) throw error
    await db.executeQuery(CompiledQuery.raw('rollback to savepoint attempt'))
    return null
  }
}
