import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import { commissionOrder, findOrders, placeOrders } from '#domains/security/funding/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/funding.json: what was ordered for whom. */
interface Story {
  orders: {
    place: string
    daysAgo: number
    contractor: string
    services: { title: string; amountCents: number }[]
  }[]
}

const manager = 'programm@verbund.example'

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of funding: ${outcome.refused}`)
  return outcome
}

/** Orders that the cooperative placed with the contractor for its municipalities. */
export async function tellFunding({ places, speaker }: { places: Places; speaker: Speaker }): Promise<void> {
  const { orders } = JSON.parse(readFileSync(join(packageRoot, 'demo/funding.json'), 'utf8')) as Story
  for (const { place, daysAgo, contractor, services } of orders) {
    const ctx = await speaker(manager, 'verbund', daysAgo, '09:00')
    const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
    const organizationId = places.get(place)?.id ?? ''
    const road = await findRoad(ctx.db, { organizationId, programmeId: programme?.id ?? '' })
    if (!road) throw new Error(`the story of funding: ${place} does not take part`)
    const contractorId = places.get(contractor)?.id ?? ''
    const wishes = services.map((service) => ({ ...service, contractorId, stageNumber: 1 }))
    const ids = done(await placeOrders(ctx, road, wishes, { origin: 'order', reason: 'Stufe 1 bestellt' }))
    for (const order of await findOrders(ctx.db, ids)) done(await commissionOrder(ctx, order))
  }
}
