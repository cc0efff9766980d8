import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { germanDay } from '#kernel/local-day.ts'
import { germanMoney } from '#kernel/money.ts'
import { notify } from '#foundation/notifications/index.ts'
import { findOrders, orderTotal, type ServiceOrder } from '#domains/security/funding/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { Context, PublicContext } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { deliveryKinds } from './notifications.ts'

type Occasion = keyof typeof deliveryKinds
const occasions = Object.keys(deliveryKinds) as [Occasion, ...Occasion[]]
type Side = 'organization' | 'contractor' | 'cooperative'

export const tellingJob = 'deliveries.tell'

export const telling = z.object({
  occasion: z.enum(occasions),
  orderIds: z.array(idSchema),
  /** Who did it, and when. */
  personId: idSchema,
  at: z.iso.datetime(),
})

/** Tells the other sides, after the deed is kept. */
export const tell = (ctx: Context, occasion: Occasion, orderIds: readonly string[]): Promise<boolean> =>
  enqueue(ctx, tellingJob, {
    occasion,
    orderIds: [...orderIds],
    personId: ctx.actor.personId,
    at: ctx.now.toString(),
  } satisfies z.infer<typeof telling>)

interface Way {
  kind: (typeof deliveryKinds)[Occasion]
  to: readonly Side[]
  sentence: (orders: readonly ServiceOrder[]) => string
}

const one = (orders: readonly ServiceOrder[]): string => {
  const [order] = orders
  return order ? `„${order.title}“ (${order.reference}) für ${order.organizationName}` : ''
}

const ways: Record<Occasion, Way> = {
  commissioned: {
    kind: deliveryKinds.commissioned,
    to: ['contractor'],
    sentence: (orders) =>
      orders.length === 1 ? `Sie sind beauftragt: ${one(orders)}.` : `Sie haben ${orders.length} neue Aufträge.`,
  },
  orderWithdrawn: {
    kind: deliveryKinds.orderWithdrawn,
    to: ['contractor'],
    sentence: (orders) => `Der Auftrag ${one(orders)} ist zurückgezogen.`,
  },
  delivered: {
    kind: deliveryKinds.delivered,
    to: ['organization'],
    sentence: (orders) => `${orders[0]?.contractorName ?? 'Der Dienstleister'} meldet als erbracht: ${one(orders)}.`,
  },
  deliveryWithdrawn: {
    kind: deliveryKinds.deliveryWithdrawn,
    to: ['organization'],
    sentence: (orders) =>
      `${orders[0]?.contractorName ?? 'Der Dienstleister'} nimmt eine Meldung zurück: ${one(orders)}.`,
  },
  signed: {
    kind: deliveryKinds.signed,
    to: ['cooperative'],
    sentence: (orders) => `Die Kommune hat die Abnahme unterschrieben: ${one(orders)}.`,
  },
  refused: {
    kind: deliveryKinds.refused,
    to: ['contractor', 'cooperative'],
    sentence: (orders) => `Die Kommune nimmt nicht ab: ${one(orders)}.`,
  },
  sentBack: {
    kind: deliveryKinds.sentBack,
    to: ['organization'],
    sentence: (orders) => `Der Verbund zeichnet nicht gegen: ${one(orders)}.`,
  },
  accepted: {
    kind: deliveryKinds.accepted,
    to: ['organization', 'contractor'],
    sentence: (orders) => `Abgenommen und gegengezeichnet: ${one(orders)}.`,
  },
}

const line = (order: ServiceOrder): string =>
  [
    `${order.reference}: ${order.title}`,
    order.organizationName,
    ...(orderTotal(order) > 0 ? [germanMoney(orderTotal(order))] : []),
    ...(order.dueOn === null ? [] : [`fällig ${germanDay(Temporal.PlainDate.from(order.dueOn))}`]),
  ].join(', ')

/** The job: in the scope of whoever did the deed, dated as the deed. One message for each contractor, however many orders there are. */
export async function tellSides({ db }: PublicContext, data: z.infer<typeof telling>): Promise<void> {
  const found = data.orderIds.length === 0 ? [] : await findOrders(db, data.orderIds)
  const { kind, to, sentence } = ways[data.occasion]
  for (const orders of Map.groupBy(found, ({ contractorId }) => contractorId).values()) {
    const [first] = orders
    if (!first) continue
    const people = await Promise.all(to.map((side) => peopleOf(db, first.id, side)))
    const link = orders.length === 1 ? `/auftraege/${first.id}` : '/auftraege'
    const title = sentence(orders)
    await notify(
      { db, now: Temporal.Instant.from(data.at) },
      {
        personIds: people.flat().filter((id) => id !== data.personId),
        kind,
        title,
        url: link,
        mail: {
          template: kind.kind,
          data: { satz: title, auftraege: orders.map(line).join('\n'), link },
        },
      },
    )
  }
}

async function peopleOf(db: Db, orderId: string, side: Side): Promise<string[]> {
  const { rows } = await sql<{
    people: string[] | null
  }>`select deliveries.people_of(${orderId}::uuid, ${side}) as people`.execute(db)
  return rows[0]?.people ?? []
}
