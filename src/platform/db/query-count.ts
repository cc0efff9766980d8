import { AsyncLocalStorage } from 'node:async_hooks'

export interface Unit {
  queries: number
  /** Work was put into the queue: whoever does it should look right after the commit. */
  enqueued?: boolean
}

/** The unit of work that is running in this asynchronous context, if one is. */
export const runningUnit = new AsyncLocalStorage<Unit>()

/** Told of each query; the budget of a page (quality.md) is tested with the sum. */
export function countQuery(): void {
  const unit = runningUnit.getStore()
  if (unit) unit.queries += 1
}
