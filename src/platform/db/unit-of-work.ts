import { CompiledQuery } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { isConnectionLost, KeepingUnknown } from './connection.ts'
import type { Database, Db } from './database.ts'
import { runningUnit, type Unit } from './query-count.ts'

/** Whom the database sees. `operator` is the command line on the server itself: operations verbs, no tenant content. */
export interface Subject {
  personId: string | null
  actingFor: string | null
  operator?: boolean
  /** The worker's role may claim and finish jobs, the one of insights reads named views and keeps pictures; everything else runs as the app. */
  role?: 'lotsenwerk_app' | 'lotsenwerk_worker' | 'lotsenwerk_insights'
}

export const nobody: Subject = { personId: null, actingFor: null }
export const worker: Subject = { personId: null, actingFor: null, role: 'lotsenwerk_worker' }
export const insights: Subject = { personId: null, actingFor: null, role: 'lotsenwerk_insights' }
export const operator: Subject = { personId: null, actingFor: null, operator: true }

export interface UnitOptions {
  as: Subject
  now: Temporal.Instant
  /** With the isolation level several queries see the same moment. */
  mode: 'read only' | 'read write' | 'isolation level repeatable read read only'
  /** Whether a finished result must be undone; thrown errors always are. */
  undo?: (result: unknown) => boolean
}

/**
 * One transaction under the role that owns nothing. Person, acting-for and the local day are settings of this transaction;
 * the policies read them. PGlite has one connection: a unit inside a unit would wait for itself, so it throws at once.
 */
export async function unitOfWork<T>(
  database: Database,
  options: UnitOptions,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  if (runningUnit.getStore()) throw new Error('a unit of work inside a unit of work would wait for its own connection')
  const unit: Unit = { queries: 0 }
  const result = await runningUnit.run(unit, () =>
    database.kysely.connection().execute(async (connection) => {
      const opening = begin(database, options)
      let outcome: T
      try {
        await connection.executeQuery(CompiledQuery.raw(opening))
        outcome = await work(connection)
      } catch (error) {
        // On a connection that is gone this fails too; the first error says why.
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
        throw error
      }
      const end = options.undo?.(outcome) ? 'rollback' : 'commit'
      await connection.executeQuery(CompiledQuery.raw(end)).catch((error: unknown) => {
        const mayBeKept = end === 'commit' && options.mode === 'read write' && isConnectionLost(error)
        throw mayBeKept ? new KeepingUnknown(error) : error
      })
      return outcome
    }),
  )
  database.observe?.(unit.queries)
  if (unit.enqueued) database.wake?.()
  return result
}

/** One round trip: without parameters `pg` uses the simple protocol, which takes several statements. Hence the strict check of the values. */
const begin = (database: Database, { as, now, mode }: UnitOptions): string =>
  `begin ${mode};${database.preamble} ${settings(as, now)}`

function settings(as: Subject, now: Temporal.Instant): string {
  const values = {
    role: as.role ?? 'lotsenwerk_app',
    'lotsenwerk.person': checked(as.personId),
    'lotsenwerk.acting_for': checked(as.actingFor),
    'lotsenwerk.operator': as.operator ? 'on' : '',
    'lotsenwerk.today': localDay(now).toString(),
    'lotsenwerk.now': now.toString(),
  }
  const calls = Object.entries(values).map(([name, value]) => `set_config('${name}', '${value}', true)`)
  return `select ${calls.join(', ')}`
}

/** From here on the running unit speaks for somebody else, at another time: how the demo story is told in one transaction. */
export const speakAs = async (db: Db, as: Subject, now: Temporal.Instant): Promise<void> => {
  await db.executeQuery(CompiledQuery.raw(settings(as, now)))
}

function checked(id: string | null): string {
  if (id !== null && !isId(id)) throw new TypeError('not an id')
  return id ?? ''
}
