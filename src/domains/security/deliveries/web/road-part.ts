import type { RoadPart } from '#foundation/programmes/index.ts'
import { deliveryRoutes } from '../routes.ts'
import { countOrders } from '../task-queries.ts'

const count = (many: number, one: string, several: string): string => `${many} ${many === 1 ? one : several}`

/** What a road's page says about orders and acceptances. */
export const deliveryPart: RoadPart = {
  name: 'orders',
  title: 'Aufträge und Abnahmen',
  steps: ['execution', 'acceptance'],
  href: ({ id }) => deliveryRoutes.roadOrders.href({ id }),
  async tell({ db }, { id }) {
    const { orders, undelivered, unaccepted, pending } = await countOrders(db, id)
    if (orders === 0) return 'Noch kein Auftrag.'
    const parts = [
      ...(undelivered > 0 ? [`${undelivered} noch nicht ganz erbracht`] : []),
      ...(unaccepted > 0 ? [`${unaccepted} erbracht und nicht ganz abgenommen`] : []),
      ...(pending > 0
        ? [count(pending, 'Abnahme wartet auf die Gegenzeichnung', 'Abnahmen warten auf die Gegenzeichnung')]
        : []),
    ]
    return `${count(orders, 'Auftrag', 'Aufträge')}: ${parts.length === 0 ? 'alles abgenommen' : parts.join(', ')}.`
  },
}
