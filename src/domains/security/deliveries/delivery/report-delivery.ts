import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { euro } from '#kernel/money.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { book, moneyOf, type ServiceOrder } from '#domains/security/funding/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { acceptancesOf } from '../acceptance/queries.ts'
import { holdOrder } from '../hold-order.ts'
import { tendExecution } from '../tend-steps.ts'
import { tell } from '../tell.ts'
import { type Delivery, mostDeliveries, type ProofKind } from './delivery.ts'
import { deliveriesOf } from './queries.ts'
import { awaitsRework } from './rework.ts'

export interface DeliveryWish {
  /** Gross, in cents; left out: all that is commissioned. Nothing where what was refused is delivered again. */
  amountCents?: number | undefined
  deliveredOn: string
  note: string
  proof?: { kind: ProofKind; file: PreparedFile } | undefined
  /** Of the order, as it was read. */
  version?: number | undefined
}

/** The contractor reports what it delivered; its amount goes from commissioned to delivered. `changed`: the order is another one by now. */
export async function reportDelivery(
  ctx: Context,
  { id, enrollmentId }: Pick<ServiceOrder, 'id' | 'enrollmentId'>,
  wish: DeliveryWish,
): Promise<Outcome<{ reported: string } | { changed: Refusal }>> {
  const order = await holdOrder(ctx, { id, enrollmentId })
  if (!order?.contractorId) return refuse('Diesen Auftrag gibt es nicht. Gespeichert ist nichts.')
  if (wish.version !== undefined && wish.version !== order.version)
    return {
      changed: refuse(
        'Der Auftrag hat sich inzwischen geändert, vielleicht durch Ihre eigene Meldung. Gespeichert ist nichts Neues; bitte sehen Sie nach.',
      ),
    }
  const earlier = await deliveriesOf(ctx.db, id)
  const isRework = awaitsRework(order, await acceptancesOf(ctx.db, id), earlier)
  const amountCents = wish.amountCents ?? order.committed
  const fault = amountFault(order, amountCents, isRework) ?? dayFault(ctx, order, wish.deliveredOn)
  if (fault) return fault
  if (earlier.length >= mostDeliveries)
    return refuse(`Zu diesem Auftrag gibt es schon ${mostDeliveries} Meldungen; mehr sind nicht möglich.`)
  const done = await keep(ctx, order, { ...wish, amountCents, number: (earlier.at(-1)?.number ?? 0) + 1 })
  if (isRefusal(done)) return done
  await tell(ctx, 'delivered', [id])
  return { reported: done }
}

function amountFault(order: ServiceOrder, amountCents: number, isRework: boolean): Refusal | undefined {
  const name = `„${order.title}“ (${order.reference})`
  if (amountCents === 0 && isRework) return undefined
  if (order.committed === 0)
    return refuse(
      order.planned > 0
        ? `${name} ist noch nicht beauftragt. Gemeldet wird, was beauftragt ist; gespeichert ist nichts.`
        : `Von ${name} ist nichts mehr beauftragt, was noch zu erbringen wäre. Gespeichert ist nichts.`,
    )
  if (amountCents > order.committed)
    return refuse(`Von ${name} sind noch ${euro(order.committed)} beauftragt. Gespeichert ist nichts.`, [
      { path: 'amountCents', message: `Höchstens ${euro(order.committed)}.` },
    ])
  return amountCents > 0
    ? undefined
    : refuse('Die Meldung ist noch nicht gespeichert.', [
        { path: 'amountCents', message: 'Bitte einen Betrag über null nennen.' },
      ])
}

function dayFault({ now }: Context, { committedAt }: ServiceOrder, deliveredOn: string): Refusal | undefined {
  const day = Temporal.PlainDate.from(deliveredOn)
  if (Temporal.PlainDate.compare(day, localDay(now)) > 0) return no('Dieser Tag liegt noch vor uns.')
  const begun = committedAt && localDay(committedAt)
  return begun && Temporal.PlainDate.compare(day, begun) < 0
    ? no(`Beauftragt wurde am ${germanDay(begun)}; davor kann nichts erbracht sein.`)
    : undefined
}

const no = (message: string): Refusal =>
  refuse('Die Meldung ist noch nicht gespeichert.', [{ path: 'deliveredOn', message }])

type Kept = DeliveryWish & Pick<Delivery, 'number' | 'amountCents'>

async function keep(ctx: Context, order: ServiceOrder, wish: Kept): Promise<Outcome<string>> {
  const { organizationId, programmeId, enrollmentId, contractorId, reference, title } = order
  const { number, amountCents, deliveredOn, note, proof } = wish
  const id = newId()
  await ctx.db
    .insertInto('deliveries.delivery')
    .values({
      id,
      organization_id: organizationId,
      programme_id: programmeId,
      enrollment_id: enrollmentId,
      service_order_id: order.id,
      contractor_id: contractorId ?? '',
      number,
      amount_cents: amountCents,
      delivered_on: deliveredOn,
      note,
      reported_by: ctx.actor.personId,
      reported_at: ctx.now.toString(),
    })
    .execute()
  const stored =
    proof && (await storeProof(ctx, { id, organizationId, programmeId, contractorId: contractorId ?? '' }, proof))
  if (isRefusal(stored)) return stored
  if (amountCents > 0) {
    const booking = { ...moneyOf(order), amountCents, reason: `Lieferung ${number}`, subjectId: id }
    const booked = await book(ctx, [{ ...booking, from: 'committed', to: 'delivered', origin: 'delivery' }])
    if (isRefusal(booked)) return booked
    await tendExecution(ctx, order)
  }
  await record(ctx, 'delivery.reported', { organizationId, subjectId: id, data: { number, reference, title } })
  return id
}

/** A file that proves a delivery. */
export async function storeProof(
  ctx: Context,
  {
    id,
    organizationId,
    programmeId,
    contractorId,
  }: Pick<Delivery, 'id' | 'organizationId' | 'programmeId' | 'contractorId'>,
  { kind, file }: { kind: ProofKind; file: PreparedFile },
): Promise<Outcome<string>> {
  const fileId = await storeFile(ctx, { organizationId, type: 'delivery', id }, file)
  if (isRefusal(fileId)) return fileId
  const proofId = newId()
  await ctx.db
    .insertInto('deliveries.proof')
    .values({
      id: proofId,
      organization_id: organizationId,
      programme_id: programmeId,
      contractor_id: contractorId,
      delivery_id: id,
      kind,
      file_id: fileId,
      name: file.name,
      sha256: file.sha256,
    })
    .execute()
  return proofId
}
