// A programme with two stages and one municipality in it, for the tests of money.
import type { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import type { ApiClient } from '../harness/clients.ts'
import { everything, manager, type TestHouse } from '../harness/house.ts'

export interface AccountJson {
  organizationId: string
  programmeId: string
  enrollmentId: string
  releasedCents: number
  unreleasedCents: number
  remainingCents: number
  plannedCents: number
  committedCents: number
  deliveredCents: number
  acceptedCents: number
  invoicedCents: number
  settledCents: number
}

export interface EntryWish {
  from: string
  to: string
  amountCents: number
  orderReference: string
  reason: string
  correctsId?: string
}

/** planned, committed, delivered, accepted, invoiced, settled, remaining: the columns of the worked example. */
export const states = (account: AccountJson): number[] => [
  account.plannedCents,
  account.committedCents,
  account.deliveredCents,
  account.acceptedCents,
  account.invoicedCents,
  account.settledCents,
  account.remainingCents,
]

export interface Money {
  programmeId: string
  organizationId: string
  deadline: Temporal.PlainDate
  /** Path of the entries of its account. */
  entries: string
  account(): Promise<AccountJson>
  release(stage: number): Promise<void>
  /** Books by hand, whatever comes. */
  post(client: ApiClient, wish: EntryWish): ReturnType<ApiClient['post']>
  /** Books by hand, and it must do. */
  entry(client: ApiClient, wish: EntryWish): Promise<void>
}

let made = 0

/** Stage 1 with 16,100 EUR, stage 2 with 13,900 EUR, both together at most 30,000 EUR; nothing released yet. */
export async function programmeWithMoney(house: TestHouse): Promise<Money> {
  const torsten = await house.as(manager)
  const anke = await house.as(everything)
  const deadline = localDay(house.clock.now()).add({ days: 30 })
  made += 1
  const programme = await torsten.post<{ id: string }>('/programmes', {
    name: `Geldprobe ${made}`,
    deadline: deadline.toString(),
    totalCents: 3_000_000,
    stages: [
      { title: 'Stufe 1', amountCents: 1_610_000 },
      { title: 'Stufe 2', amountCents: 1_390_000 },
    ],
  })
  expect(programme.status).toBe(201)
  const organizationId = (await anke.get<{ actingFor: { id: string } }>('/me')).body.actingFor.id
  const road = await torsten.post<{ id: string }>('/enrollments', { organizationId, programmeId: programme.body.id })
  expect(road.status).toBe(201)
  const programmeId = programme.body.id
  const entries = `/budget-accounts/${organizationId}/entries?programmeId=${programmeId}`
  const post: Money['post'] = (client, wish) => client.post(entries, wish)
  return {
    programmeId,
    organizationId,
    deadline,
    entries,
    account: async () =>
      (await torsten.get<AccountJson>(`/budget-accounts/${organizationId}?programmeId=${programmeId}`)).body,
    release: async (stage) => {
      const on = localDay(house.clock.now()).toString()
      const reply = await torsten.post(`/programmes/${programmeId}/releases`, {
        number: stage,
        on,
        decision: 'Beschluss',
      })
      expect(reply.status).toBe(201)
    },
    post,
    entry: async (client, wish) => {
      const reply = await post(client, wish)
      expect([wish, reply.status, reply.text]).toEqual([wish, 201, expect.anything()])
    },
  }
}
