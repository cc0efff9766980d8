import { sql } from 'kysely'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { recordEach } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { book, holdAccounts } from '../entries/book.ts'
import type { Origin } from '../entries/entry.ts'

/** The road that an order is for. */
export interface OrderedFor {
  id: string
  organizationId: string
  programmeId: string
}

export interface OrderWish {
  title: string
  /** Gross, in cents; above zero. */
  amountCents: number
  contractorId: string | null
  stageNumber?: number
  /** Last local day on which it can be delivered. */
  dueOn?: string
  /** Given where it exists already (paper, an earlier system); else the next one of the year. */
  reference?: string
}

/** Places orders for one municipality and plans their amounts, all of them or none. Their ids, in the given order. */
export async function placeOrders(
  ctx: Context,
  road: OrderedFor,
  wishes: readonly OrderWish[],
  { origin, reason }: { origin: Origin; reason: string },
): Promise<Outcome<string[]>> {
  if (wishes.length === 0) return []
  await holdAccounts(ctx, [road.id])
  const orders = await insertOrders(ctx, road, wishes)
  const booked = await book(
    ctx,
    orders.map(({ id, amountCents }) => ({
      enrollmentId: road.id,
      organizationId: road.organizationId,
      programmeId: road.programmeId,
      from: 'limit',
      to: 'planned',
      amountCents,
      orderId: id,
      reason,
      origin,
    })),
  )
  return isRefusal(booked) ? booked : orders.map(({ id }) => id)
}

/** The rows alone, without money; the caller books on them. */
export async function insertOrders(
  ctx: Context,
  road: OrderedFor,
  wishes: readonly OrderWish[],
): Promise<(OrderWish & { id: string; reference: string })[]> {
  const unnamed = wishes.filter(({ reference }) => reference === undefined).length
  const references = unnamed === 0 ? [] : await nextReferences(ctx, road.programmeId, unnamed)
  const orders = wishes.map((wish) => ({
    ...wish,
    id: newId(),
    reference: wish.reference ?? references.shift() ?? '',
    road,
  }))
  await insertNamed(ctx, orders)
  return orders
}

/** Of several municipalities at once, with their references. */
export async function insertNamed(
  ctx: Context,
  orders: readonly (OrderWish & { id: string; reference: string; road: OrderedFor })[],
): Promise<void> {
  if (orders.length === 0) return
  await ctx.db
    .insertInto('funding.service_order')
    .values(
      orders.map(({ id, title, contractorId, stageNumber, dueOn, reference, road }) => ({
        id,
        organization_id: road.organizationId,
        programme_id: road.programmeId,
        enrollment_id: road.id,
        contractor_id: contractorId,
        reference,
        title,
        stage_number: stageNumber ?? null,
        due_on: dueOn ?? null,
        placed_by: ctx.actor.personId,
        placed_at: ctx.now.toString(),
      })),
    )
    .execute()
  await recordEach(
    ctx,
    'order.placed',
    orders.map(({ id, reference, title, road: { organizationId } }) => ({
      organizationId,
      subjectId: id,
      data: { reference, title },
    })),
  )
}

async function nextReferences({ db }: Pick<Context, 'db'>, programmeId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{
    given: string[]
  }>`select funding.next_references(${programmeId}::uuid, ${count}) as given`.execute(db)
  return [...(rows[0]?.given ?? [])]
}
