import { germanMoney } from '#kernel/money.ts'
import type { SegmentLook } from '#ui/meter/meter.tsx'
import type { TagState } from '#ui/tag/tag.tsx'
import { type Balances, moneyInWords, type SpentState, spentStates } from '../accounts/account.ts'
import { orderState } from '../orders/order.ts'

/** The nearer to the end, the darker; planned is hatched. */
export const stateLooks: Record<SpentState, SegmentLook> = {
  settled: 'done',
  invoiced: 'done-1',
  accepted: 'done-2',
  delivered: 'done-3',
  committed: 'done-4',
  planned: 'planned',
}

const stateTags: Record<SpentState | 'withdrawn', TagState> = {
  planned: 'none',
  committed: 'running',
  delivered: 'running',
  accepted: 'running',
  invoiced: 'running',
  settled: 'ok',
  withdrawn: 'none',
}

export const orderTag = (order: Balances): TagState => stateTags[orderState(order)]

/** "abgenommen", or each part of it: "4.000,00 € beauftragt, 3.100,00 € abgenommen". */
export function orderStateInWords(order: Balances): string {
  const parts = spentStates.filter((state) => order[state] > 0)
  const [only] = parts
  if (!only) return 'zurückgezogen'
  return parts.length === 1
    ? moneyInWords(only)
    : parts.map((state) => `${germanMoney(order[state])} ${moneyInWords(state)}`).join(', ')
}

/** What left `limit`: planned or further. */
export const bound = (account: Balances): number => spentStates.reduce((sum, state) => sum + account[state], 0)

/** "16.100": the figure without its unit, cents only where there are some. */
export const figure = (cents: number): string =>
  (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })
