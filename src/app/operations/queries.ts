import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import type { Installation } from '../services.ts'

export async function readMaintenance(db: Db): Promise<Installation['maintenance']> {
  const { rows } = await sql<{
    since: Temporal.Instant
    message: string
  }>`select since, message from platform.maintenance_now()`.execute(db)
  return rows[0]
}

/** False when it was on already; then only the message is another one. */
export async function beginMaintenance(db: Db, message: string, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{
    began: boolean
  }>`select platform.begin_maintenance(${message}, ${at.toString()}::timestamptz) as began`.execute(db)
  return rows[0]?.began ?? false
}

/** False when it was not on. */
export async function endMaintenance(db: Db): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select platform.end_maintenance() as ended`.execute(db)
  return rows[0]?.ended ?? false
}

export interface JobFigure {
  state: string
  jobs: number
  oldestSeconds: number
}

export async function readJobFigures(db: Db, at: Temporal.Instant): Promise<JobFigure[]> {
  const { rows } = await sql<{
    state: string
    jobs: number
    oldest_seconds: number
  }>`select state, jobs, oldest_seconds from platform.job_figures(${at.toString()}::timestamptz)`.execute(db)
  return rows.map(({ state, jobs, oldest_seconds: oldestSeconds }) => ({ state, jobs, oldestSeconds }))
}
