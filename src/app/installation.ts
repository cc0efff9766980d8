import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { isLoopback } from '#platform/config.ts'
import type { Db } from '#platform/db/database.ts'
import { diskSpace, isLow } from '#platform/disk-space.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { loadDemo, prepareDemo, type StoryLength } from './demo.ts'
import { storageOf } from '#platform/storage/storage.ts'
import { deliveryFiles } from './demo-deliveries.ts'
import { keepStoryFiles } from './demo-participation.ts'
import type { House } from './house.ts'
import { readMaintenance } from './operations/queries.ts'
import { rebuildSearch } from './rebuild-search.ts'
import type { Installation } from './services.ts'

/** What every page says about the installation. */
export async function readInstallation({ config, database, clock }: House): Promise<Installation> {
  const space = await diskSpace(config.dataFolder)
  const lowDisk = space && isLow(space) ? space : undefined
  return unitOfWork(database, { as: operator, now: clock.now(), mode: 'read only' }, async (db) => {
    const { rows } = await sql<{ demo: boolean }>`select platform.has_demo() as demo`.execute(db)
    const cooperative = await db
      .selectFrom('organizations.organization')
      .select('name')
      .where('kind', '=', 'cooperative')
      .orderBy('created_at')
      .executeTakeFirst()
    return {
      demo: rows[0]?.demo ?? false,
      operatorName: cooperative?.name ?? 'Lotsenwerk',
      maintenance: await readMaintenance(db),
      lowDisk,
    }
  })
}

/**
 * First start: the embedded, loopback-only installation tells the demo story, others only on LOTSENWERK_DEMO=1 while nobody is there.
 * The mark of the first start and the story are one transaction: a start that was killed begins anew.
 */
export async function openInstallation(house: House, length: StoryLength = 'whole'): Promise<Outcome<Installation>> {
  const { config, database, clock } = house
  const wanted = config.demo ?? (database.embedded && isLoopback(config.host))
  const prepared =
    wanted && (await isEmpty(house)) ? await prepareDemo(storageOf(config, clock), clock.now(), length) : undefined
  const isTold = await unitOfWork(database, { as: operator, now: clock.now(), mode: 'read write' }, async (db) => {
    const { rows } = await sql<{
      first: boolean
    }>`select platform.note_start(${clock.now().toString()}::timestamptz) as first`.execute(db)
    // Of two servers that start at once on one PostgreSQL the second waited for note_start and now sees the story of the first.
    if (!prepared || !(rows[0]?.first || config.demo) || (await anybody(db))) return false
    await loadDemo(db, clock.now(), prepared)
    return true
  })
  if (isTold) {
    await keepFiles(house)
    await rebuildSearch(house)
  }
  const installation = await readInstallation(house)
  if (installation.demo && !isLoopback(config.host))
    return refuse(
      `Diese Datenbank enthält Vorführzugänge, deren Passwort alle kennen. Damit startet das Lotsenwerk nur auf 127.0.0.1, nicht auf ${config.host}. Bitte eine leere Datenbank verwenden.`,
    )
  return installation
}

/** The story's files; without a folder (tests on a server) only their rows are there. */
const keepFiles = ({ config, clock }: House): Promise<void> =>
  config.dataFolder === '' ? Promise.resolve() : keepStoryFiles(storageOf(config, clock).blobs, deliveryFiles())

const isEmpty = ({ database, clock }: House): Promise<boolean> =>
  unitOfWork(database, { as: operator, now: clock.now(), mode: 'read only' }, async (db) => !(await anybody(db)))

const anybody = (db: Db) => db.selectFrom('identity.person').select('id').limit(1).executeTakeFirst()

/** The verb `demo load`: the same story on an installation where nobody is yet. */
export async function loadDemoNow(house: House): Promise<Outcome<{ people: number }>> {
  const { database, clock, config } = house
  const prepared = await prepareDemo(storageOf(config, clock), clock.now())
  if (!isLoopback(config.host))
    return refuse('Die Vorführung lässt sich nur laden, wenn HOST auf diesem Rechner bleibt (127.0.0.1).')
  const outcome = await unitOfWork<Outcome<true>>(
    database,
    { as: operator, now: clock.now(), mode: 'read write', undo: isRefusal },
    async (db) => {
      if (await anybody(db))
        return refuse('Hier gibt es schon Zugänge. Die Vorführung lässt sich nur in eine leere Installation laden.')
      await loadDemo(db, clock.now(), prepared)
      return true
    },
  )
  if (isRefusal(outcome)) return outcome
  await keepFiles(house)
  await rebuildSearch(house)
  return { people: prepared.story.people.length }
}
