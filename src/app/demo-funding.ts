import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgrammeByKey, findRoad, type Programme } from '#foundation/programmes/index.ts'
import {
  type Account,
  book,
  type Booking,
  commissionOrder,
  findOrders,
  listAccounts,
  placeOrders,
  type SpentState,
  spentStates,
} from '#domains/security/funding/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/funding.json: what was ordered for whom. */
interface Story {
  orders: {
    place: string
    daysAgo: number
    contractor: string
    services: { title: string; amountCents: number }[]
  }[]
  /** What came on paper and was booked by the managers: of municipalities that only the whole story has. */
  paper: { municipality: string; services: PaperService[] }[]
}

interface PaperService {
  title: string
  stage: number
  amountCents: number
  /** As far as its money has come. */
  reached: SpentState
  /** So much less was billed than accepted. */
  lessCents?: number
}

const manager = 'programm@verbund.example'
const manager2 = 'programm2@verbund.example'

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of funding: ${outcome.refused}`)
  return outcome
}

/** Orders that the cooperative placed with the contractor for its municipalities, and what it booked from paper. */
export async function tellFunding({ places, speaker }: { places: Places; speaker: Speaker }): Promise<void> {
  const { orders, paper } = JSON.parse(readFileSync(join(packageRoot, 'demo/funding.json'), 'utf8')) as Story
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
  await tellPaper(paper, speaker)
}

async function tellPaper(paper: Story['paper'], speaker: Speaker): Promise<void> {
  const first = await speaker(manager, 'verbund', 1, '10:00')
  const programme = await findProgrammeByKey(first.db, 'sicherkommunal')
  if (!programme) throw new Error('the story of funding: there is no programme')
  const { items } = done(await listAccounts(first.db, { programmeId: programme.id, limit: 200 }))
  const told = paper.flatMap(({ municipality, services }) => {
    const account = items.find(({ organizationName }) => organizationName === municipality)
    return account ? [{ account, services }] : []
  })
  const settlements: Booking[] = []
  for (const { account, services } of told) {
    const bookings = await orderOnPaper(first, programme, account, services)
    done(
      await book(
        first,
        bookings.filter(({ to }) => to !== 'settled'),
      ),
    )
    settlements.push(...bookings.filter(({ to }) => to === 'settled'))
  }
  // Four eyes: whoever booked the invoices does not settle them.
  if (settlements.length > 0) done(await book(await speaker(manager2, 'verbund', 1, '15:30'), settlements))
}

/** Its orders, and the bookings that bring each as far as it has come. */
async function orderOnPaper(
  ctx: Context,
  programme: Programme,
  account: Account,
  services: readonly PaperService[],
): Promise<Booking[]> {
  const { enrollmentId, organizationId, programmeId } = account
  const wishes = services.map(({ title, amountCents, stage }) => ({
    title,
    amountCents,
    contractorId: programme.contractor?.id ?? null,
    stageNumber: stage,
  }))
  const road = { id: enrollmentId, organizationId, programmeId }
  const ids = done(await placeOrders(ctx, road, wishes, { origin: 'order', reason: 'Bestellung auf Papier' }))
  return services.flatMap(({ amountCents, reached, lessCents = 0 }, at): Booking[] => {
    const common = { ...account, orderId: ids[at] ?? '', origin: 'hand' as const }
    const steps = spentStates.slice(1, spentStates.indexOf(reached) + 1).map((to, place): Booking => ({
      ...common,
      from: spentStates[place] ?? 'planned',
      to,
      amountCents: to === 'invoiced' || to === 'settled' ? amountCents - lessCents : amountCents,
      reason: reasons[to],
    }))
    const less = { ...common, from: 'accepted' as const, to: 'limit' as const, amountCents: lessCents }
    return lessCents > 0 ? [...steps, { ...less, reason: 'Weniger berechnet als abgenommen' }] : steps
  })
}

const reasons: Record<SpentState, string> = {
  planned: 'Bestellung auf Papier',
  committed: 'Auftragsschreiben liegt vor',
  delivered: 'Leistungsnachweis liegt vor',
  accepted: 'Abnahmeprotokoll auf Papier',
  invoiced: 'Rechnung auf Papier',
  settled: 'Angewiesen',
}
