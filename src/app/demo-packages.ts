import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { parse } from '#platform/http/parse.ts'
import {
  addOffer,
  decidePackage,
  findPackage,
  newOffer,
  offersOf,
  savePackage,
  startPackage,
  submitPackage,
} from '#domains/security/packages/index.ts'
import { type EnrollmentWithSteps, findProgrammeByKey, findRoad, type Programme } from '#foundation/programmes/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/packages.json: the price list of the security programme, and what municipalities made of it. */
interface Story {
  offers: { daysAgo: number; contractor: string; list: StoryOffer[] }
  packages: StoryPackage[]
}

interface StoryOffer {
  key: string
  title: string
  kind: string
  detail: string
  /** In euros. */
  price: number
  /** Working days of the work and of the acceptance. */
  days: [number, number]
  capacity?: number
  /** Days after the deadline of the programme on which it begins. */
  startsAfterDeadline?: number
  /** "list BAK high" */
  closes: string[]
}

interface StoryPackage {
  place: string
  by: string
  daysAgo: number
  /** Keys, instead of what is proposed. */
  offers?: string[]
  /** Something of one's own besides. */
  own?: string
  /** Who decides, on the same day. */
  head?: string
  strike?: string
}

interface Cast {
  places: Places
  speaker: Speaker
}

const manager = 'programm@verbund.example'

function done<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(`the story of packages: ${outcome.refused}`)
  return outcome
}

/** Offers with invented prices; one municipality drafts its package, another one has decided. */
export async function tellPackages(cast: Cast): Promise<void> {
  const { offers, packages } = JSON.parse(readFileSync(join(packageRoot, 'demo/packages.json'), 'utf8')) as Story
  const ctx = await cast.speaker(manager, 'verbund', offers.daysAgo, '10:00')
  const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
  if (!programme) throw new Error('the story of packages: there is no such programme')
  const contractorId = cast.places.get(offers.contractor)?.id ?? null
  for (const offer of offers.list) done(await addOffer(ctx, programme, wishOf(ctx, programme, offer, contractorId)))
  for (const told of packages) await tellPackage(cast, programme, told)
}

function wishOf(ctx: Context, programme: Programme, told: StoryOffer, contractorId: string | null) {
  const { key, title, kind, detail, price, days, capacity, startsAfterDeadline, closes } = told
  const deadline = programme.deadline === null ? null : Temporal.PlainDate.from(programme.deadline)
  const read = parse(newOffer, {
    key,
    title,
    kind,
    detail,
    priceCents: price * 100,
    workDays: days[0],
    acceptanceDays: days[1],
    capacity: capacity ?? null,
    startsOn:
      startsAfterDeadline === undefined ? null : (deadline?.add({ days: startsAfterDeadline }).toString() ?? null),
    contractorId: price === 0 ? null : contractorId,
    closes: closes.map((line) => {
      const [type, what, severity] = line.split(' ')
      return { type, key: what, severity }
    }),
    validFrom: localDay(ctx.now).toString(),
  })
  return done(read)
}

async function tellPackage({ places, speaker }: Cast, programme: Programme, told: StoryPackage): Promise<void> {
  const drafter = await speaker(told.by, told.place, told.daysAgo, '08:30')
  const organizationId = places.get(told.place)?.id ?? ''
  const road = await findRoad(drafter.db, { organizationId, programmeId: programme.id })
  if (!road) throw new Error(`the story of packages: ${told.place} does not take part`)
  const offers = await offersOf(drafter.db, programme.id)
  const wishes = told.offers?.map((key) => ({ offerId: offers.find((one) => one.key === key)?.id ?? '' }))
  const id = done(await startPackage(drafter, road, wishes))
  if (told.own !== undefined) await addOwn(drafter, road, id, told.own)
  if (told.head === undefined) return
  done(await submitPackage(drafter, road, await packageOf(drafter, id), 1))
  const head = await speaker(told.head, told.place, told.daysAgo, '15:00')
  const struck = offers.find(({ key }) => key === told.strike)?.id
  const found = await packageOf(head, id)
  const decision = {
    version: found.version,
    struck: found.items.filter(({ offerId }) => offerId === struck).map(({ itemId }) => itemId),
    by: { way: 'portal' as const, role: 'chiefExecutive', passwordConfirmed: true as const },
  }
  done(await decidePackage(head, road, found, decision))
}

async function addOwn(ctx: Context, road: EnrollmentWithSteps, id: string, title: string): Promise<void> {
  const found = await packageOf(ctx, id)
  const wishes = [...found.items.map(({ itemId }) => ({ itemId })), { title, kind: 'ownWork' as const }]
  done(await savePackage(ctx, road, found, { version: found.version, wishes }))
}

async function packageOf(ctx: Context, id: string) {
  const found = await findPackage(ctx.db, id)
  if (!found) throw new Error('the story of packages: a package is not visible')
  return found
}
