// Whatever is done with money, in whatever order: no cent is lost, none is made, and no limit is broken.
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  type Account,
  book,
  bookByHand,
  commissionOrder,
  findAccount,
  findOrders,
  listEntries,
  listOrders,
  type MoneyState,
  placeOrders,
  type ServiceOrder,
  withdrawOrder,
} from '#domains/security/funding/index.ts'
import { isExact, sumOf, closingOf, addedUp } from '#domains/security/funding/statements/statement.ts'
import { readStatements } from '#domains/security/funding/statements/queries.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import type { ApiClient } from '../harness/clients.ts'
import { elbaue, manager, test, type TestHouse } from '../harness/house.ts'
import { programmeWithMoney, type Money } from './money.ts'

const manager2 = 'programm2@verbund.example'

interface Step {
  what: (typeof deeds)[number]
  /** Which of the two municipalities, which of its orders or entries. */
  town: 0 | 1
  pick: number
  cents: number
}

const deeds = [
  'release',
  'plan',
  'commission',
  'withdrawOrder',
  'deliver',
  'accept',
  'invoice',
  'reduce',
  'credit',
  'settle',
  'correct',
  'bundle',
  'leave',
  'return',
] as const

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...deeds),
  town: fc.constantFrom(0 as const, 1 as const),
  pick: fc.nat(20),
  // Often the whole, often a cent, sometimes more than there can be.
  cents: fc.oneof(
    fc.constantFrom(1, 100, 710_000, 900_000, 1_610_000, 3_000_001),
    fc.integer({ min: 1, max: 2_000_000 }),
  ),
})

interface Scene {
  house: TestHouse
  money: Money
  roads: readonly [string, string]
  clients: { torsten: ApiClient; tanja: ApiClient }
  actors: { torsten: Context['actor']; tanja: Context['actor'] }
}

async function actorOf(client: ApiClient): Promise<Context['actor']> {
  const { body } = await client.get<{
    person: { id: string; name: string; email: string }
    actingFor: { id: string; name: string }
    roles: string[]
  }>('/me')
  const actingFor = { ...body.actingFor, kind: 'cooperative' }
  return {
    personId: body.person.id,
    name: body.person.name,
    email: body.person.email,
    actingFor,
    roles: body.roles,
    organizations: [actingFor],
  }
}

async function sceneOf(house: TestHouse): Promise<Scene> {
  const money = await programmeWithMoney(house)
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  const other = (await (await house.as(elbaue)).get<{ actingFor: { id: string } }>('/me')).body.actingFor.id
  const second = await torsten.post<{ id: string }>('/enrollments', {
    organizationId: other,
    programmeId: money.programmeId,
  })
  return {
    house,
    money,
    roads: [(await money.account()).enrollmentId, second.body.id],
    clients: { torsten, tanja },
    actors: { torsten: await actorOf(torsten), tanja: await actorOf(tanja) },
  }
}

/** One deed in a transaction of its own, undone where it is refused, as requests do it. */
const inTurn = (
  { house, actors }: Scene,
  who: 'torsten' | 'tanja',
  work: (ctx: Context) => Promise<unknown>,
): Promise<unknown> => {
  const actor = actors[who]
  const now = house.clock.now()
  return unitOfWork(
    house.services.database,
    {
      as: { personId: actor.personId, actingFor: actor.actingFor?.id ?? null },
      now,
      mode: 'read write',
      undo: isRefusal,
    },
    (db) => work({ actor, db, now }),
  )
}

const items = <Row>(found: Outcome<{ items: Row[] }>): Row[] => (isRefusal(found) ? [] : found.items)

async function onOrder(
  { db }: Context,
  enrollmentId: string,
  pick: number,
  work: (order: ServiceOrder, account: Account) => Promise<unknown>,
): Promise<unknown> {
  const orders = items(await listOrders(db, { enrollmentId, limit: 200 }))
  const account = await findAccount(db, enrollmentId)
  const order = orders[pick % Math.max(1, orders.length)]
  return order && account ? work(order, account) : undefined
}

/** At most what is there, or nearly always; the rest shows that more is refused. */
const part = (there: number, cents: number): number => (cents % 7 === 0 ? cents : Math.min(cents, there))

const move = (
  scene: Scene,
  { town, pick, cents }: Step,
  from: MoneyState,
  to: MoneyState,
  who: 'torsten' | 'tanja' = 'torsten',
) =>
  inTurn(scene, who, (ctx) =>
    onOrder(ctx, scene.roads[town], pick, async (order, account) => {
      const there = from === 'limit' ? account.remaining : from === 'grant' ? 0 : order[from]
      const amountCents = part(there, cents)
      if (amountCents === 0) return undefined
      return bookByHand(ctx, account, { from, to, amountCents, orderReference: order.reference, reason: 'Probe' })
    }),
  )

async function perform(scene: Scene, one: Step): Promise<void> {
  const { town, pick, cents } = one
  const enrollmentId = scene.roads[town]
  switch (one.what) {
    case 'release':
      await scene.clients.torsten.post(`/programmes/${scene.money.programmeId}/releases`, {
        number: (pick % 2) + 1,
        on: '2026-01-02',
        decision: 'Beschluss',
      })
      return
    case 'plan':
      await inTurn(scene, 'torsten', async (ctx) => {
        const account = await findAccount(ctx.db, enrollmentId)
        if (!account) return undefined
        const wish = {
          title: `Leistung ${pick}`,
          amountCents: part(account.remaining, cents) || cents,
          contractorId: null,
        }
        const placed = await placeOrders(ctx, { ...account, id: enrollmentId }, [wish, { ...wish, amountCents: 1 }], {
          origin: 'order',
          reason: 'Probe',
        })
        expect([isRefusal(placed), wish.amountCents + 1 > account.remaining]).toEqual(
          wish.amountCents + 1 > account.remaining ? [true, true] : [false, false],
        )
        return placed
      })
      return
    case 'commission':
      await inTurn(scene, 'torsten', (ctx) =>
        onOrder(ctx, enrollmentId, pick, async (order) => {
          const contractorId = scene.actors.torsten.actingFor?.id ?? null
          return commissionOrder(ctx, { ...order, contractorId })
        }),
      )
      return
    case 'withdrawOrder':
      await inTurn(scene, 'torsten', (ctx) =>
        onOrder(ctx, enrollmentId, pick, (order) => withdrawOrder(ctx, order, { reason: 'Probe' })),
      )
      return
    case 'deliver':
      await move(scene, one, 'committed', 'delivered')
      return
    case 'accept':
      await move(scene, one, 'delivered', 'accepted')
      return
    case 'invoice':
      await move(scene, one, 'accepted', 'invoiced')
      return
    case 'reduce':
      await move(scene, one, 'accepted', 'limit')
      return
    case 'credit':
      await move(scene, one, 'invoiced', 'limit')
      return
    case 'settle':
      await move(scene, one, 'invoiced', 'settled', 'tanja')
      return
    case 'correct':
      await correct(scene, one)
      return
    case 'bundle':
      await bundle(scene, one)
      return
    case 'leave':
      await scene.clients.torsten.post(`/enrollments/${enrollmentId}/withdrawal`, { reason: 'Probe' })
      return
    case 'return':
      await scene.clients.torsten.post(`/enrollments/${enrollmentId}/reentry`, { reason: 'Probe' })
  }
}

const correct = (scene: Scene, { town, pick, cents }: Step) =>
  inTurn(scene, 'tanja', async (ctx) => {
    const account = await findAccount(ctx.db, scene.roads[town])
    const entries = items(await listEntries(ctx.db, { enrollmentId: scene.roads[town], limit: 200 }))
    const entry = entries[pick % Math.max(1, entries.length)]
    if (!account || !entry) return undefined
    const { from, to, amountCents, corrected, id: correctsId } = entry
    const wish = {
      from: to,
      to: from,
      amountCents: part(amountCents - corrected, cents),
      orderReference: '',
      correctsId,
    }
    if (wish.amountCents === 0) return undefined
    const booked = await bookByHand(ctx, account, { ...wish, reason: 'Berichtigung' })
    if (wish.amountCents > amountCents - corrected) expect(isRefusal(booked)).toBe(true)
    return booked
  })

/** Several orders of both municipalities at once: all of it or nothing. */
const bundle = (scene: Scene, { pick, cents }: Step) =>
  inTurn(scene, 'torsten', async (ctx) => {
    const all: ServiceOrder[] = []
    for (const enrollmentId of scene.roads) all.push(...items(await listOrders(ctx.db, { enrollmentId, limit: 200 })))
    if (all.length === 0) return undefined
    const orders = await findOrders(
      ctx.db,
      all.slice(pick % all.length).map(({ id }) => id),
    )
    return book(
      ctx,
      orders.map((order) => ({
        enrollmentId: order.enrollmentId,
        organizationId: order.organizationId,
        programmeId: order.programmeId,
        orderId: order.id,
        from: 'planned',
        to: 'limit',
        amountCents: part(order.planned, cents) || 1,
        reason: 'Probe',
        origin: 'order',
      })),
    )
  })

const columns = ['planned', 'committed', 'delivered', 'accepted', 'invoiced', 'settled'] as const
const sums = (prefix: string) => columns.map((one) => `${prefix}.${one}_cents`).join(' + ')

/** What must hold after every deed, seen past all policies. */
async function expectSound(scene: Scene): Promise<void> {
  const { house, money } = scene
  const { rows } = await asOwner(house, (db) =>
    sql<{ wrong: string }>`
      select 'account ' || a.enrollment_id as wrong from funding.account a
       where a.programme_id = ${money.programmeId}::uuid and (
         a.released_cents <> a.limit_cents + ${sql.raw(sums('a'))}
         or a.released_cents > 3000000 or least(a.limit_cents, ${sql.raw(columns.map((one) => `a.${one}_cents`).join(', '))}) < 0
         or a.released_cents <> (select coalesce(sum(case when n.from_state = 'grant' then n.amount_cents when n.to_state = 'grant' then -n.amount_cents else 0 end), 0)
                                  from funding.entry n where n.enrollment_id = a.enrollment_id)
         or a.entries <> (select count(*) from funding.entry n where n.enrollment_id = a.enrollment_id)
         or ${sql.join(
           columns.map(
             (
               one,
             ) => sql`${sql.ref(`a.${one}_cents`)} <> (select coalesce(sum(${sql.ref(`s.${one}_cents`)}), 0) from funding.service_order s
                                                       where s.enrollment_id = a.enrollment_id)`,
           ),
           sql` or `,
         )})
      union all
      select 'order ' || s.reference from funding.service_order s
       where s.programme_id = ${money.programmeId}::uuid and (${sql.join(
         columns.map(
           (
             one,
           ) => sql`${sql.ref(`s.${one}_cents`)} <> (select coalesce(sum(case ${one} when n.to_state then n.amount_cents when n.from_state then -n.amount_cents else 0 end), 0)
                                                     from funding.entry n where n.service_order_id = s.id)`,
         ),
         sql` or `,
       )})
      union all
      select 'correction ' || n.id from funding.entry n
       where n.programme_id = ${money.programmeId}::uuid
         and n.amount_cents < (select sum(x.amount_cents) from funding.entry x where x.corrects_id = n.id)`.execute(db),
  )
  expect(rows).toEqual([])
  const statements = await unitOfWork(
    house.services.database,
    {
      as: { personId: scene.actors.torsten.personId, actingFor: scene.actors.torsten.actingFor?.id ?? null },
      now: house.clock.now(),
      mode: 'read only',
    },
    (db) => readStatements(db, money.programmeId),
  )
  expect(statements.map((statement) => [statement.account.organizationName, isExact(statement)])).toEqual(
    statements.map(({ account }) => [account.organizationName, true]),
  )
  expect(sumOf(addedUp(statements.map(({ entries }) => closingOf(entries))))).toBe(0)
}

test(
  'any sequence of deeds leaves every account balanced, all of them together at zero, no limit broken, and statements equal to their entries',
  { timeout: 600_000 },
  async ({ house }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
        const scene = await sceneOf(house)
        // Without money most deeds would have nothing to move.
        await scene.money.release(1)
        for (const one of steps) await perform(scene, one)
        await expectSound(scene)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  },
)
