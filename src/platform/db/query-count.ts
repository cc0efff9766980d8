import { AsyncLocalStorage } from 'node:async_hooks'

export interface Unit {
  queries: number
  /** Work was put into the queue: whoever does it should look right after the commit. */
  enqueued?: boolean
}

/** The unit of work that is running in this asynchronous context, if one is. */
export const runningUnit = new AsyncLocalStorage<Unit>()

/** What only marks a place in the transaction, as BEGIN and COMMIT do. */
const isControl = /^\s*(?:savepoint|release|rollback to)\b/i

/** Told of each query; the budget of a page (quality.md) is tested with the sum. */
export function countQuery({ query }: { query: { sql: string } }): void {
  const unit = runningUnit.getStore()
  if (unit && !isControl.test(query.sql)) unit.queries += 1
}
