import { AsyncLocalStorage } from 'node:async_hooks'

interface Unit {
  queries: number
}

/** The unit of work that is running in this asynchronous context, if one is. */
export const runningUnit = new AsyncLocalStorage<Unit>()

/** Told of each query; the budget of a page (quality.md) is tested with the sum. */
export function countQuery(): void {
  const unit = runningUnit.getStore()
  if (unit) unit.queries += 1
}
