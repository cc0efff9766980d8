import { Temporal } from 'temporal-polyfill'
import type { Acceptance } from '../acceptance/acceptance.ts'
import type { Delivery } from './delivery.ts'

/** The municipality refused what was delivered, and nothing came since: the contractor is waited for. */
export function awaitsRework(
  order: { delivered: number },
  acceptances: readonly Acceptance[],
  deliveries: readonly Delivery[],
): boolean {
  if (order.delivered === 0) return false
  const refusedAt = acceptances.find(({ state }) => state !== 'withdrawn' && state !== 'returned')
  if (refusedAt?.state !== 'refused' || refusedAt.signedAt === null) return false
  const { signedAt } = refusedAt
  return !deliveries.some(
    ({ reportedAt, withdrawnAt }) => withdrawnAt === null && Temporal.Instant.compare(reportedAt, signedAt) > 0,
  )
}
