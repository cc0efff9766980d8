import { euro } from '#kernel/money.ts'
import type { FieldError } from '#kernel/outcome.ts'
import type { Line, LineOrder } from './invoice.ts'

/** What an invoice wants of one order, against what is accepted of it. */
export interface Weighed {
  order: LineOrder
  lines: readonly Line[]
  billed: number
  accepted: number
  /** Accepted above what is billed. */
  difference: number
}

/** Lines by their orders, in the order of the invoice; those without one are left out. */
export function weigh(lines: readonly Line[]): Weighed[] {
  const byOrder = Map.groupBy(
    lines.filter(({ order }) => order !== null),
    ({ order }) => order?.id ?? '',
  )
  return [...byOrder.values()].flatMap((own) => {
    const order = own[0]?.order
    if (!order) return []
    const billed = own.reduce((sum, { amountCents }) => sum + amountCents, 0)
    return [{ order, lines: own, billed, accepted: order.accepted, difference: Math.max(0, order.accepted - billed) }]
  })
}

const positions = (lines: readonly Pick<Line, 'position'>[]): string =>
  `${lines.length === 1 ? 'Position' : 'Positionen'} ${lines.map(({ position }) => position).join(', ')}`

/** Why lines cannot be booked yet, each with its place. */
export function matchingFaults(lines: readonly Line[]): FieldError[] {
  const loose = lines.filter(({ order, amountCents }) => order === null && amountCents !== 0)
  return loose.map(({ position, orderReference }) => ({
    path: `line-${position}`,
    message:
      orderReference === ''
        ? `Position ${position} nennt keinen Auftrag. Bitte ordnen Sie sie zu.`
        : `Position ${position}: Einen Auftrag ${orderReference} dieses Dienstleisters gibt es nicht. Bitte ordnen Sie sie zu.`,
  }))
}

/** Orders of which less is accepted than is billed. */
export const overFaults = (weighed: readonly Weighed[]): FieldError[] =>
  weighed
    .filter(({ billed, accepted }) => billed > accepted)
    .map(({ order, lines, billed, accepted }) => ({
      path: `line-${lines[0]?.position ?? 1}`,
      message: `${positions(lines)}: höher als abgenommen. ${order.reference} (${order.organizationName}): in Rechnung ${euro(billed)}, abgenommen ${euro(accepted)}.`,
    }))
