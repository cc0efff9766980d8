// Measures of somebody who leaves.
import { expect } from 'vitest'
import { isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { musterstadt, office, personId, placeId, springer } from '../people/cast.ts'
import { add, type MeasureJson } from './cast.ts'

interface Departure {
  handedOver: { what: string; to: string | null }[]
}

async function leave(house: TestHouse, email: string, successor?: string): Promise<Departure> {
  const sabine = await house.as(office)
  const left = await sabine.post<Departure>('/departures', {
    personId: await personId(house, email),
    organizationId: await placeId(house, musterstadt),
    ...(successor === undefined ? {} : { successorId: await personId(house, successor) }),
  })
  expect([left.status, left.text]).toEqual([201, expect.anything()])
  return left.body
}

test('the successor answers for them from now on and is told; the report names each that is open', async ({
  house,
}) => {
  const jana = await house.as(isb)
  const wish = { title: 'Platten tauschen', state: 'decided', ownerId: await personId(house, itStaff) }
  const { id } = await add(jana, wish)
  const { handedOver } = await leave(house, itStaff, isb)
  expect(handedOver).toContainEqual({ what: 'Maßnahme „Platten tauschen“', to: 'Jana Wiesner' })
  const now = await jana.get<MeasureJson>(`/measures/${id}`)
  expect(now.body.ownerId).toBe(await personId(house, isb))
  const news = await jana.get<{ items: { title: string }[] }>('/notifications')
  expect(news.body.items.map(({ title }) => title).join()).toMatch(/Sabine Lenz hat Ihnen \d+ Maßnahmen gegeben/)
})

test('without a successor nobody answers for them, and they are a duty of whoever leads security', async ({
  house,
}) => {
  const jana = await house.as(isb)
  const wish = { title: 'Kabel beschriften', state: 'decided', ownerId: await personId(house, springer) }
  const { id } = await add(jana, wish)
  const { handedOver } = await leave(house, springer)
  expect(handedOver).toContainEqual({ what: 'Maßnahme „Kabel beschriften“: niemand zuständig', to: null })
  const duties = await jana.get<{ items: { url: string }[] }>('/tasks?limit=200')
  expect(duties.body.items.map(({ url }) => url)).toContain(`/massnahmen/${id}`)
})

test('whoever may not let somebody go hands nothing over', async ({ house }) => {
  const jana = await house.as(isb)
  const wish = { title: 'Bleibt', state: 'decided', ownerId: await personId(house, isb) }
  const { id } = await add(jana, wish)
  const tried = await jana.post('/departures', {
    personId: await personId(house, isb),
    organizationId: await placeId(house, musterstadt),
  })
  expect(tried.status).toBe(403)
  expect((await jana.get<MeasureJson>(`/measures/${id}`)).body.ownerId).toBe(wish.ownerId)
})
