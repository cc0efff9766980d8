import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Balances, MoneyState } from '../accounts/account.ts'
import { goesBack, moveFault, type Origin, tooLittle } from './entry.ts'

/** A transfer to be made. Amount in cents, gross. */
export interface Booking {
  enrollmentId: string
  organizationId: string
  programmeId: string
  from: MoneyState
  to: MoneyState
  amountCents: number
  /** Null only between grant and limit. */
  orderId: string | null
  stageNumber?: number
  reason: string
  origin: Origin
  /** The deed behind it. */
  subjectId?: string
  correctsId?: string
}

/**
 * Holds the accounts until the end of the transaction, always in the same order: whoever books on several comes after or before another, never
 * across. False where not all of them are there for this actor.
 */
export async function holdAccounts({ db }: Pick<Context, 'db'>, enrollmentIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(enrollmentIds)]
  if (ids.length === 0) return true
  const { rows } = await sql<{ held: number }>`select funding.hold(${ids}::uuid[]) as held`.execute(db)
  return rows[0]?.held === ids.length
}

/**
 * Books all of it or nothing, in the given order: holds the accounts, checks every balance on the way, writes. Answers with the ids.
 * Whoever calls decides before whether the deed may be done at all.
 */
export async function book(ctx: Context, bookings: readonly Booking[]): Promise<Outcome<string[]>> {
  if (bookings.length === 0) return []
  const there = await holdBalances(ctx, bookings)
  if (!there) return refuse('Dieses Budgetkonto gibt es nicht. Gebucht ist nichts.')
  const fault = await faultOf(ctx, bookings, there)
  if (fault) return fault
  const rows = bookings.map((booking) => ({ id: newId(), ...booking }))
  const wanted = rows.map((row) => ({
    id: row.id,
    organization_id: row.organizationId,
    programme_id: row.programmeId,
    enrollment_id: row.enrollmentId,
    from_state: row.from,
    to_state: row.to,
    amount_cents: row.amountCents,
    service_order_id: row.orderId,
    stage_number: row.stageNumber ?? null,
    reason: row.reason,
    origin: row.origin,
    subject_id: row.subjectId ?? null,
    corrects_id: row.correctsId ?? null,
  }))
  await sql`select funding.record_entries(${JSON.stringify(wanted)}::jsonb)`.execute(ctx.db)
  await recordEach(
    ctx,
    'funding.booked',
    rows.map(({ organizationId, id, from, to, amountCents }) => ({
      organizationId,
      subjectId: id,
      data: { from, to, cents: amountCents },
    })),
  )
  return rows.map(({ id }) => id)
}

/** Why these bookings cannot be made, as things stand; for a look ahead. */
export const bookingFault = async (
  ctx: Pick<Context, 'db' | 'now'>,
  bookings: readonly Booking[],
): Promise<Refusal | undefined> =>
  faultOf(ctx, bookings, { free: await freeAmounts(ctx.db, bookings), orders: await readOrders(ctx.db, bookings) })

const faultOf = async (
  ctx: Pick<Context, 'db' | 'now'>,
  bookings: readonly Booking[],
  there: There,
): Promise<Refusal | undefined> =>
  bookings
    .map((booking) => moveFault(booking.from, booking.to, isExempt(booking)))
    .find((fault) => fault !== undefined) ??
  (await lateFault(ctx, bookings)) ??
  balanceFault(bookings, there)

/** What stood in the books before, and what is put right as it was before. */
const isExempt = ({ origin, correctsId }: Booking): boolean => origin === 'opening' || correctsId !== undefined

const timely: ReadonlySet<MoneyState> = new Set(['accepted', 'settled'])

/** Acceptance and settlement end with the last day of the programme, at 24:00. What stood in the books before is brought in later too. */
async function lateFault(ctx: Pick<Context, 'db' | 'now'>, bookings: readonly Booking[]): Promise<Refusal | undefined> {
  const bound = bookings.filter(
    (booking) => timely.has(booking.to) && !goesBack(booking.from, booking.to) && !isExempt(booking),
  )
  if (bound.length === 0) return undefined
  const ids = [...new Set(bound.map(({ programmeId }) => programmeId))]
  const programmes = await ctx.db
    .selectFrom('programmes.programme')
    .select(['name', sql<string>`deadline_on::text`.as('deadline')])
    .where('id', 'in', ids)
    .where('deadline_on', '<', localDay(ctx.now).toString())
    .execute()
  const [late] = programmes
  return late
    ? refuse(
        `Die Frist von „${late.name}“ ist am ${germanDay(Temporal.PlainDate.from(late.deadline))} um 24 Uhr abgelaufen: Abgenommen und abgerechnet wird nicht mehr. Gebucht ist nichts.`,
      )
    : undefined
}

/** What is there, by state and by whose it is: of `limit` the account, of everything else the order. */
type Ledger = Map<string, number>

const keyOf = (state: MoneyState, { orderId, enrollmentId }: Pick<Booking, 'orderId' | 'enrollmentId'>): string =>
  `${state} ${state === 'limit' ? enrollmentId : (orderId ?? '')}`

/** The first booking that would take more than is there, with everything before it already moved. */
function balanceFault(bookings: readonly Booking[], { free, orders }: There): Refusal | undefined {
  const ledger: Ledger = new Map([
    ...free,
    ...orders.flatMap(({ id, reference: _, ...states }) =>
      Object.entries(states).map(([state, there]): [string, number] => [`${state} ${id}`, there]),
    ),
  ])
  const references = new Map(orders.map(({ id, reference }) => [id, reference]))
  if (bookings.some(({ orderId }) => orderId !== null && !references.has(orderId)))
    return refuse('Diesen Auftrag gibt es nicht. Gebucht ist nichts.')
  for (const booking of bookings) {
    const there = ledger.get(keyOf(booking.from, booking)) ?? 0
    if (there < booking.amountCents)
      return tooLittle(booking.from, there, booking.amountCents, references.get(booking.orderId ?? ''))
    ledger.set(keyOf(booking.from, booking), there - booking.amountCents)
    ledger.set(keyOf(booking.to, booking), (ledger.get(keyOf(booking.to, booking)) ?? 0) + booking.amountCents)
  }
  return undefined
}

/** What is free, by account, and where the orders stand. */
interface There {
  free: readonly [string, number][]
  orders: readonly (Balances & { id: string; reference: string })[]
}

/** Holds the accounts of these bookings and reads what stands on them; undefined where not all of them are there for this actor. */
async function holdBalances({ db }: Pick<Context, 'db'>, bookings: readonly Booking[]): Promise<There | undefined> {
  const roads = [...new Set(bookings.map(({ enrollmentId }) => enrollmentId))]
  const { rows } = await sql<{ held: { accounts: Record<string, number>; orders: There['orders'] } }>`
    select funding.hold_balances(${roads}::uuid[], ${orderIds(bookings)}::uuid[]) as held`.execute(db)
  const [{ held } = { held: { accounts: {}, orders: [] } }] = rows
  const free = Object.entries(held.accounts).map(([id, cents]): [string, number] => [`limit ${id}`, cents])
  return free.length === roads.length ? { free, orders: held.orders } : undefined
}

const orderIds = (bookings: readonly Booking[]): string[] => [
  ...new Set(bookings.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]))),
]

const readOrders = async (db: Context['db'], bookings: readonly Booking[]) => {
  const ids = orderIds(bookings)
  if (ids.length === 0) return []
  return db
    .selectFrom('funding.service_order')
    .select([
      'id',
      'reference',
      'planned_cents as planned',
      'committed_cents as committed',
      'delivered_cents as delivered',
      'accepted_cents as accepted',
      'invoiced_cents as invoiced',
      'settled_cents as settled',
    ])
    .where('id', 'in', ids)
    .execute()
}

async function freeAmounts(db: Context['db'], bookings: readonly Booking[]): Promise<[string, number][]> {
  const ids = [...new Set(bookings.filter(({ from }) => from === 'limit').map(({ enrollmentId }) => enrollmentId))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('funding.account')
    .select(['enrollment_id as id', 'limit_cents as free'])
    .where('enrollment_id', 'in', ids)
    .execute()
  return rows.map(({ id, free }) => [`limit ${id}`, free])
}
