// Orders with accepted money, and invoices about them, for the tests of invoices.
import { expect } from 'vitest'
import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import { book, commissionOrder, findOrders, moneyOf, placeOrders } from '#domains/security/funding/index.ts'
import type { Context } from '#platform/http/context.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { ApiClient } from '../harness/clients.ts'
import { manager, type TestHouse } from '../harness/house.ts'
import { type InvoiceWish, ubl } from './xml.ts'

export const office = 'auftrag@pruefhaus.example'
export const manager2 = 'programm2@verbund.example'

export interface InvoiceJson {
  id: string
  number: string
  typeCode: string
  payableCents: number
  buyerReference: string
  state: string
  unmatched: number
  lines: {
    id: string
    position: number
    orderReference: string
    matched: boolean
    amountCents: number
    order: { id: string } | null
  }[]
  findings: { rule: string; path: string; severity: string; text: string }[]
  history: { what: string; text: string }[]
  files: { id: string; name: string; mediaType: string }[]
}

export interface ShareJson {
  id: string
  number: string
  orderReference: string
  amountCents: number
  creditedCents: number
  openCents: number
  differenceCents: number
  settledAt: string | null
}

export interface Items<T> {
  items: T[]
}

export interface Money {
  remainingCents: number
  acceptedCents: number
  invoicedCents: number
  settledCents: number
}

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome
}

interface Me {
  person: { id: string; name: string }
  actingFor: { id: string; name: string; kind: string }
}

/** Does something as the manager, by the verbs. */
export async function asManager<T>(house: TestHouse, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { body } = await (await house.as(manager)).get<Me>('/me')
  const as = { personId: body.person.id, actingFor: body.actingFor.id }
  const now = house.clock.now()
  return unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
    work({
      db,
      now,
      actor: {
        personId: body.person.id,
        name: body.person.name,
        email: manager,
        actingFor: body.actingFor,
        roles: ['programmeManager'],
        organizations: [],
      },
    }),
  )
}

export const idOf = async (house: TestHouse, email: string): Promise<string> =>
  (await (await house.as(email)).get<Me>('/me')).body.actingFor.id

export interface Placed {
  programmeId: string
  organizationId: string
  enrollmentId: string
  orders: { id: string; reference: string }[]
}

/** Orders of the contractor for the municipality of somebody, with so much accepted of each. */
export async function accepted(house: TestHouse, email: string, amounts: readonly number[]): Promise<Placed> {
  const [organizationId, contractorId] = [await idOf(house, email), await idOf(house, office)]
  return asManager(house, async (ctx) => {
    const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
    const programmeId = programme?.id ?? ''
    const road = await findRoad(ctx.db, { organizationId, programmeId })
    if (!road) throw new Error('no road')
    const wishes = amounts.map((amountCents, at) => ({ title: `Leistung ${at + 1}`, amountCents, contractorId }))
    const ids = done(await placeOrders(ctx, road, wishes, { origin: 'order', reason: 'Bestellt' }))
    const orders = await findOrders(ctx.db, ids)
    for (const order of orders) {
      done(await commissionOrder(ctx, order))
      const common = { ...moneyOf(order), amountCents: order.planned, reason: 'Probe', origin: 'hand' } as const
      done(
        await book(ctx, [
          { ...common, from: 'committed', to: 'delivered' },
          { ...common, from: 'delivered', to: 'accepted' },
        ]),
      )
    }
    return {
      programmeId,
      organizationId,
      enrollmentId: road.id,
      // In the order of the amounts.
      orders: ids.flatMap((id) =>
        orders.filter((order) => order.id === id).map(({ reference }) => ({ id, reference })),
      ),
    }
  })
}

export const upload = (client: ApiClient, xml: string | Uint8Array<ArrayBuffer>) =>
  client.upload<InvoiceJson>('/invoices', xml, 'rechnung.xml')

/** Hands in an invoice of the contractor, which must be taken. */
export async function handIn(house: TestHouse, wish: InvoiceWish): Promise<InvoiceJson> {
  const reply = await upload(await house.as(office), ubl(wish))
  expect([reply.status, reply.text]).toEqual([201, expect.anything()])
  return reply.body
}

export const moneyOfPlace = async (house: TestHouse, { organizationId, programmeId }: Placed): Promise<Money> =>
  (await (await house.as(manager)).get<Money>(`/budget-accounts/${organizationId}?programmeId=${programmeId}`)).body

export const sharesOf = async (house: TestHouse, invoiceId: string): Promise<ShareJson[]> =>
  (await (await house.as(manager)).get<Items<ShareJson>>(`/invoice-shares?invoiceId=${invoiceId}`)).body.items
