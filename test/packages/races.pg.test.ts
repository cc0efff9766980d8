// Two who decide, two who want the last one, and money that goes elsewhere meanwhile. Only PostgreSQL has several connections.
import { expect } from 'vitest'
import { demoPassword, manager, test, type TestHouse } from '../harness/house.ts'
import { type PackageJson, type Shop, shopWithMoney } from './money-and-offers.ts'

const password = demoPassword

async function submitted(shop: Shop, offerId: string): Promise<PackageJson> {
  const draft = await shop.start({ items: [{ offerId }] })
  return (await shop.anke.post<PackageJson>(`/measure-packages/${draft.id}/submission`, { version: 1 })).body
}

const ordersOf = async (house: TestHouse, { programmeId }: Shop): Promise<number> =>
  (await (await house.as(manager)).get<{ items: unknown[] }>(`/budget-accounts?programmeId=${programmeId}`)).body.items
    .length

test('ten who decide at once make one decision, one order and one measure', { timeout: 120_000 }, async ({ house }) => {
  const shop = await shopWithMoney(house)
  const offer = await shop.offer({ key: 'einmal', priceCents: 700_000 })
  const { id, version } = await submitted(shop, offer.id)
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => shop.anke.post(`/measure-packages/${id}/decision`, { version, password })),
  )
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    200,
    ...Array.from({ length: 9 }, () => 409),
  ])
  const account = await shop.account()
  expect([account.plannedCents, account.remainingCents]).toEqual([700_000, 910_000])
  expect(await ordersOf(house, shop)).toBe(1)
})

test(
  'a booking and a decision that do not both fit: one of them is made, the other hears what is free',
  { timeout: 120_000 },
  async ({ house }) => {
    for (let round = 1; round <= 5; round++) {
      const shop = await shopWithMoney(house)
      const offer = await shop.offer({ key: 'gross', priceCents: 1_000_000 })
      const { id, version } = await submitted(shop, offer.id)
      const entry = {
        from: 'limit',
        to: 'planned',
        amountCents: 1_000_000,
        orderReference: 'ANDERS',
        reason: 'Anderes',
      }
      const [decided, booked] = await Promise.all([
        shop.anke.post(`/measure-packages/${id}/decision`, { version, password }),
        shop.post(shop.torsten, entry),
      ])
      expect([decided.status, booked.status].toSorted((one, other) => one - other)).toEqual(
        decided.status === 200 ? [200, 422] : [201, 422],
      )
      const account = await shop.account()
      expect([account.plannedCents, account.remainingCents]).toEqual([1_000_000, 610_000])
      const state = (await shop.anke.get<PackageJson>(`/measure-packages/${id}`)).body.state
      expect(state).toBe(decided.status === 200 ? 'decided' : 'submitted')
    }
  },
)

test(
  'ten who change a draft at once: one version each time, the others are told',
  { timeout: 120_000 },
  async ({ house }) => {
    const shop = await shopWithMoney(house)
    const draft = await shop.start({ items: [{ title: 'Erstes' }] })
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        shop.anke.patch(`/measure-packages/${draft.id}`, { version: 1, items: [{ title: `Nummer ${at}` }] }),
      ),
    )
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ])
    const { version } = (await shop.anke.get<PackageJson>(`/measure-packages/${draft.id}`)).body
    expect(version).toBe(2)
  },
)

test('ten who begin a package at once begin one', { timeout: 120_000 }, async ({ house }) => {
  const shop = await shopWithMoney(house)
  const { organizationId, programmeId } = shop
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => shop.anke.post('/measure-packages', { organizationId, programmeId })),
  )
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 422),
  ])
})
