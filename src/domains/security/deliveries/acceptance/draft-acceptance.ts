import { euro } from '#kernel/money.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { ServiceOrder } from '#domains/security/funding/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { lateFault } from '../deadline.ts'
import { holdOrder } from '../hold-order.ts'
import { isPending, type Result } from './acceptance.ts'
import { acceptancesOf } from './queries.ts'

export interface AcceptanceWish {
  isRefused: boolean
  /** Gross, in cents; left out: all that is delivered. */
  amountCents?: number | undefined
  reservations: readonly string[]
  /** Of a refusal its reason. */
  note: string
}

/** The municipality prepares its decision on what was delivered; it counts once it is signed. */
export async function prepareAcceptance(
  ctx: Context,
  road: EnrollmentWithSteps,
  { id, enrollmentId }: Pick<ServiceOrder, 'id' | 'enrollmentId'>,
  wish: AcceptanceWish,
): Promise<Outcome<string>> {
  const order = await holdOrder(ctx, { id, enrollmentId })
  if (!order?.contractorId) return refuse('Diesen Auftrag gibt es nicht. Gespeichert ist nichts.')
  const earlier = await acceptancesOf(ctx.db, id)
  if (earlier.some(isPending))
    return refuse(
      'Zu diesem Auftrag ist schon eine Abnahme vorbereitet. Gespeichert ist nichts Neues; nehmen Sie die andere zuerst zurück.',
    )
  const amountCents = wish.isRefused ? order.delivered : (wish.amountCents ?? order.delivered)
  const fault =
    amountFault(order, amountCents) ?? wordsFault(wish) ?? (wish.isRefused ? undefined : lateFault(road, ctx.now))
  if (fault) return fault
  const acceptanceId = newId()
  await insert(ctx, order, wish, {
    id: acceptanceId,
    number: (earlier[0]?.number ?? 0) + 1,
    result: resultOf(order, wish, amountCents),
    amountCents,
  })
  await record(ctx, 'acceptance.prepared', {
    organizationId: order.organizationId,
    subjectId: acceptanceId,
    data: { reference: order.reference, title: order.title },
  })
  return acceptanceId
}

/** A part of the order that is accepted wholly is still a part. */
const resultOf = (
  { planned, committed, delivered }: ServiceOrder,
  { isRefused }: AcceptanceWish,
  amount: number,
): Result => (isRefused ? 'refused' : amount === planned + committed + delivered ? 'whole' : 'partial')

function amountFault({ title, reference, delivered }: ServiceOrder, amountCents: number): Refusal | undefined {
  if (delivered === 0)
    return refuse(
      `Von „${title}“ (${reference}) ist nichts als erbracht gemeldet, worüber noch zu entscheiden wäre. Abgenommen wird, was erbracht ist; gespeichert ist nichts.`,
    )
  return amountCents > delivered
    ? refuse(
        `Von „${title}“ (${reference}) sind ${euro(delivered)} erbracht, abnehmen wollten Sie ${euro(amountCents)}. Gespeichert ist nichts.`,
        [{ path: 'amountCents', message: `Höchstens ${euro(delivered)}.` }],
      )
    : undefined
}

function wordsFault({ isRefused, reservations, note }: AcceptanceWish): Refusal | undefined {
  if (!isRefused) return undefined
  if (note === '')
    return refuse('Die Entscheidung ist noch nicht gespeichert.', [
      { path: 'note', message: 'Warum nehmen Sie nicht ab? Der Dienstleister liest das.' },
    ])
  return reservations.length > 0
    ? refuse('Die Entscheidung ist noch nicht gespeichert.', [
        { path: 'reservations', message: 'Vorbehalte gehören zu einer Abnahme. Was fehlt, nennen Sie im Grund.' },
      ])
    : undefined
}

async function insert(
  ctx: Context,
  order: ServiceOrder,
  { reservations, note }: AcceptanceWish,
  { id, number, result, amountCents }: { id: string; number: number; result: Result; amountCents: number },
): Promise<void> {
  const whose = {
    organization_id: order.organizationId,
    programme_id: order.programmeId,
    contractor_id: order.contractorId ?? '',
  }
  await ctx.db
    .insertInto('deliveries.acceptance')
    .values({
      ...whose,
      id,
      enrollment_id: order.enrollmentId,
      service_order_id: order.id,
      number,
      result,
      amount_cents: amountCents,
      note,
      state: 'prepared',
      prepared_by: ctx.actor.personId,
      prepared_at: ctx.now.toString(),
    })
    .execute()
  if (reservations.length > 0)
    await ctx.db
      .insertInto('deliveries.reservation')
      .values(reservations.map((text, at) => ({ ...whose, id: newId(), acceptance_id: id, number: at + 1, text })))
      .execute()
}
