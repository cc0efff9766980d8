import { CompiledQuery } from 'kysely'
import { isConnectionLost } from '#platform/db/connection.ts'
import type { Db } from '#platform/db/database.ts'
import type { Fault } from '#platform/http/answer.ts'

/** Loads one part; gives `otherwise` where that fails. */
export type LoadPart = <Part>(name: string, load: () => Promise<Part>, otherwise: Part) => Promise<Part>

const run = (db: Db, statement: string): Promise<unknown> => db.executeQuery(CompiledQuery.raw(statement))

/**
 * Puts a page together from parts of several modules: one that fails must not take the others along. As long as nothing fails, one
 * savepoint is all it costs; only then each part gets its own. `assemble` may therefore run twice and writes nothing.
 */
export async function loadParts<Whole>(
  db: Db,
  assemble: (part: LoadPart) => Promise<Whole>,
): Promise<{ whole: Whole; faults: Fault[] }> {
  await run(db, 'savepoint parts')
  try {
    return { whole: await assemble((_name, load) => load()), faults: [] }
  } catch (error) {
    if (isConnectionLost(error)) throw error
  }
  await run(db, 'rollback to savepoint parts')
  const faults: Fault[] = []
  const whole = await assemble(async (name, load, otherwise) => {
    await run(db, 'savepoint part')
    try {
      return await load()
    } catch (error) {
      if (isConnectionLost(error)) throw error
      await run(db, 'rollback to savepoint part')
      faults.push({ part: name, error })
      return otherwise
    }
  })
  return { whole, faults }
}
