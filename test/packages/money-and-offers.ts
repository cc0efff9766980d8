// A programme of one's own with money, an own municipality in it, and a price list: so that no test spends what another one counts.
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { programmeWithMoney, type Money } from '../funding/money.ts'
import { everything, manager, type TestHouse } from '../harness/house.ts'
import type { ApiClient } from '../harness/clients.ts'

export interface OfferJson {
  id: string
  key: string
  title: string
  priceCents: number
  version: number
}

export interface ItemJson {
  itemId: string
  offerId: string | null
  title: string
  priceCents: number
  struck: boolean
  measureId: string | null
  orderId: string | null
  orderReference: string | null
  reason: string | null
  why: string[]
  sources: { type: string; id: string; label: string }[]
}

export interface PackageJson {
  id: string
  number: number
  state: string
  version: number
  sumCents: number
  decideBy: string | null
  returnReason: string | null
  decisionText: string | null
  items: ItemJson[]
  leftOut: { offerId: string; title: string; reason: string }[]
}

export interface ProposalJson {
  remainingCents: number
  sumCents: number
  restCents: number
  formula: string[]
  items: { key: string; title: string; priceCents: number; included: boolean; reason: string; sources: unknown[] }[]
}

export interface Shop extends Money {
  offer(more: object): Promise<OfferJson>
  /** Alles in one person: drafts and decides. */
  anke: ApiClient
  torsten: ApiClient
  start(body?: object): Promise<PackageJson>
}

/** Stage 1 released: 16,100 EUR free. */
export async function shopWithMoney(house: TestHouse): Promise<Shop> {
  const money = await programmeWithMoney(house)
  await money.release(1)
  const anke = await house.as(everything)
  const torsten = await house.as(manager)
  const today = localDay(house.clock.now()).toString()
  return {
    ...money,
    anke,
    torsten,
    offer: async (more) => {
      const reply = await torsten.post<OfferJson>(`/programmes/${money.programmeId}/measure-offers`, {
        kind: 'workshop',
        title: 'Workshop',
        priceCents: 100_000,
        workDays: 3,
        acceptanceDays: 2,
        validFrom: today,
        ...more,
      })
      expect([more, reply.status, reply.text]).toEqual([more, 201, expect.anything()])
      return reply.body
    },
    start: async (body = {}) => {
      const { organizationId, programmeId } = money
      const reply = await anke.post<PackageJson>('/measure-packages', { organizationId, programmeId, ...body })
      expect([reply.status, reply.text]).toEqual([201, expect.anything()])
      return reply.body
    },
  }
}
