import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { readSigned } from '../books/read-signed.ts'
import { type Item, itemsOf } from './lack.ts'
import { listWaitingOrders, sumAccounts } from './queries.ts'
import { type TimeLeft, timeLeft } from './time-left.ts'

/** Everything the cockpit of the last days shows. */
export interface YearEnd {
  programme: Programme
  left: TimeLeft | null
  /** The most urgent first. */
  items: readonly Item[]
  /** What all accounts hold together, from the accounts themselves. */
  sums: Awaited<ReturnType<typeof sumAccounts>>
}

/** What is missing in a programme until its last day; a handful of queries, however many municipalities take part. */
export async function loadYearEnd(ctx: Context, programme: Programme): Promise<YearEnd> {
  const left = timeLeft(ctx.now, programme.deadline)
  const orders = await listWaitingOrders(ctx.db, programme.id)
  const signed = await readSigned(ctx.db, programme.id)
  const items = itemsOf(
    orders.map((order) => ({ ...order, isSigned: signed.has(order.id) })),
    {
      runBy: programme.runBy,
      typicalDays: new Map(programme.steps.map(({ key, typicalDays }) => [key, typicalDays])),
      left,
    },
  )
  return { programme, left, items, sums: await sumAccounts(ctx.db, programme.id) }
}
