import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { newId } from '#platform/crypto/random.ts'
import { runningUnit } from '#platform/db/query-count.ts'
import type { Context, Actor } from '#platform/http/context.ts'

interface Options {
  /** While a job of this name with this key is unfinished, there is no second one: also while it runs. */
  key?: string | undefined
  dueAt?: Temporal.Instant | undefined
}

/**
 * Puts work into the queue in the deed's own transaction: it is done if and only if the deed is kept. `data` names rows, it
 * does not copy them. False when the key is taken.
 */
export async function enqueue(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  name: string,
  data: unknown,
  { key, dueAt = now }: Options = {},
): Promise<boolean> {
  const { rows } = await sql<{
    added: boolean
  }>`select jobs.enqueue(${newId()}::uuid, ${name}, ${JSON.stringify(data)}::jsonb,
    ${key ?? null}, ${dueAt.toString()}::timestamptz, ${now.toString()}::timestamptz) as added`.execute(db)
  const unit = runningUnit.getStore()
  if (unit) unit.enqueued = true
  return rows[0]?.added ?? false
}

/** Several of the same kind at once; each with its key, due now or at its own time. */
export async function enqueueAll(
  { db, now }: Pick<Context<Actor | null>, 'db' | 'now'>,
  name: string,
  jobs: readonly { data: unknown; key: string; dueAt?: Temporal.Instant | undefined }[],
): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(({ data, key, dueAt = now }) => ({ id: newId(), data, key, due: dueAt.toString() }))
  await sql`select jobs.enqueue(j.id, ${name}, j.data, j.key, j.due, ${now.toString()}::timestamptz)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as j(id uuid, data jsonb, key text, due timestamptz)`.execute(
    db,
  )
  const unit = runningUnit.getStore()
  if (unit) unit.enqueued = true
}
