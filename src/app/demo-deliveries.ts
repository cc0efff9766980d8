import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type EnrollmentWithSteps, findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import {
  countersign,
  findAcceptance,
  placeOrder,
  prepareAcceptance,
  reportDelivery,
  signAcceptance,
} from '#domains/security/deliveries/index.ts'
import { commissionOrder, findOrder, listOrders, type ServiceOrder } from '#domains/security/funding/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'
import { type StoryFile, storyFile } from './demo-participation.ts'

/** demo/deliveries.json: services beyond the check, as far as they are. */
interface StoryService {
  place: string
  head: string
  title: string
  /** Of what is ordered here; else the order is there already. */
  placed?: { daysAgo: number; amountCents: number; dueInDays: number }
  delivery?: { daysAgo: number; proof: string; kind: 'attendanceList' | 'report'; note: string }
  acceptance?: { daysAgo: number; reservation: string }
}

const read = (): StoryService[] =>
  JSON.parse(readFileSync(join(packageRoot, 'demo/deliveries.json'), 'utf8')) as StoryService[]

/** Proofs of the story, which lie in the store before it is told. */
export const deliveryFiles = (): StoryFile[] =>
  read().flatMap(({ place, delivery }) => (delivery ? [{ place, what: delivery.proof }] : []))

const [manager, office] = ['programm@verbund.example', 'auftrag@pruefhaus.example']

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of deliveries: ${outcome.refused}`)
  return outcome
}

const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('the story of deliveries: something that was told is not visible')
  return value
}

/** What was ordered, delivered and accepted. */
export async function tellDeliveries({ places, speaker }: { places: Places; speaker: Speaker }): Promise<void> {
  for (const told of read()) {
    const { place, delivery, acceptance } = told
    const ctx = await speaker(manager, 'verbund', told.placed?.daysAgo ?? 1, '09:30')
    const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
    const organizationId = places.get(place)?.id ?? ''
    const road = there(await findRoad(ctx.db, { organizationId, programmeId: programme?.id ?? '' }))
    const contractorId = places.get('pruefhaus')?.id ?? null
    const order = told.placed
      ? await tellOrder(ctx, road, { ...told.placed, title: told.title, contractorId })
      : there(
          done(await listOrders(ctx.db, { enrollmentId: road.id, limit: 100 })).items.find(
            ({ title }) => title === told.title,
          ),
        )
    if (delivery)
      await tellDelivery(await speaker(office, 'pruefhaus', delivery.daysAgo, '16:10'), order, place, delivery)
    if (acceptance) await tellAcceptance(speaker, road, order, { ...told, acceptance })
  }
}

async function tellOrder(
  ctx: Context,
  road: EnrollmentWithSteps,
  {
    daysAgo,
    dueInDays,
    ...wish
  }: { daysAgo: number; dueInDays: number; title: string; amountCents: number; contractorId: string | null },
): Promise<ServiceOrder> {
  const dueOn = localDay(ctx.now)
    .add({ days: daysAgo + dueInDays })
    .toString()
  const order = there(await findOrder(ctx.db, done(await placeOrder(ctx, road, { ...wish, dueOn }))))
  done(await commissionOrder(ctx, order))
  return order
}

async function tellDelivery(
  ctx: Context,
  order: ServiceOrder,
  place: string,
  { proof, kind, note }: NonNullable<StoryService['delivery']>,
): Promise<void> {
  const deliveredOn = localDay(ctx.now).toString()
  const wish = { deliveredOn, note, proof: { kind, file: storyFile({ place, what: proof }).file } }
  done(await reportDelivery(ctx, order, wish))
}

async function tellAcceptance(
  speaker: Speaker,
  road: EnrollmentWithSteps,
  order: ServiceOrder,
  { place, head, acceptance }: StoryService & { acceptance: NonNullable<StoryService['acceptance']> },
): Promise<void> {
  const own = await speaker(head, place, acceptance.daysAgo, '10:20')
  const wish = { isRefused: false, reservations: [acceptance.reservation], note: '' }
  const id = done(await prepareAcceptance(own, road, order, wish))
  const prepared = there(await findAcceptance(own.db, id))
  done(await signAcceptance(own, road, prepared, { role: 'chiefExecutive', passwordConfirmed: true }))
  const other = await speaker(manager, 'verbund', acceptance.daysAgo - 1, '08:50')
  done(await countersign(other, prepared, { role: 'programmeManager', passwordConfirmed: true }))
}
