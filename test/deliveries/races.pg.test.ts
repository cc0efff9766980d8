// Several people at the same order or acceptance. Only PostgreSQL has several connections.
import { describe, expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { demoPassword as password, everything, manager, test, type TestHouse } from '../harness/house.ts'
import { type AcceptanceJson, type OrderJson, stageOf, supplier, today, upload } from './cast.ts'

const second = 'programm2@verbund.example'

const count = <Value>(all: readonly Value[], one: Value): number => all.filter((value) => value === one).length

/** Signed by the municipality; its id. */
async function signed(house: TestHouse, orderId: string): Promise<string> {
  const anke = await house.as(everything)
  const { id } = (await anke.post<AcceptanceJson>('/acceptances', { orderId })).body
  expect((await anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password })).status).toBe(201)
  return id
}

const entriesInto = (house: TestHouse, orderId: string, state: string) =>
  asOwner(house, (db) =>
    db
      .selectFrom('funding.entry')
      .select('amount_cents')
      .where('service_order_id', '=', orderId)
      .where('to_state', '=', state)
      .execute(),
  )

describe('with several connections', () => {
  test('what is countersigned by two at once is booked once, and one of them hears that the other was faster', async ({
    house,
  }) => {
    const stage = await stageOf(house)
    const { id: orderId } = await stage.delivered('Zwei zeichnen gegen', 100_000)
    const id = await signed(house, orderId)
    const people = [await house.as(manager), await house.as(second)]
    const replies = await Promise.all(
      people.map((one) => one.post(`/acceptances/${id}/countersignature`, { password })),
    )
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await entriesInto(house, orderId, 'accepted')).toEqual([{ amount_cents: 100_000 }])
  })

  test('a countersignature sent five times over by one person is one', async ({ house }) => {
    const stage = await stageOf(house)
    const { id: orderId } = await stage.delivered('Fünfmal', 100_000)
    const id = await signed(house, orderId)
    const torsten = await house.as(manager)
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => torsten.post(`/acceptances/${id}/countersignature`, { password })),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await entriesInto(house, orderId, 'accepted')).toHaveLength(1)
    const signatures = await asOwner(house, (db) =>
      db.selectFrom('signatures.signature').select('id').where('subject_id', '=', id).execute(),
    )
    expect(signatures).toHaveLength(2)
  })

  test('of five acceptances prepared at once there is one, and signing it five times over is one signature', async ({
    house,
  }) => {
    const stage = await stageOf(house)
    const { id: orderId } = await stage.delivered('Fünf bereiten vor', 100_000)
    const anke = await house.as(everything)
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => anke.post<AcceptanceJson>('/acceptances', { orderId })),
    )
    const statuses = replies.map(({ status }) => status)
    expect([count(statuses, 201), count(statuses, 422)]).toEqual([1, 4])
    const subjectId = replies.find(({ status }) => status === 201)?.body.id ?? ''
    const signings = await Promise.all(
      Array.from({ length: 5 }, () => anke.post('/signatures', { subjectType: 'acceptance', subjectId, password })),
    )
    expect(signings.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const signatures = await asOwner(house, (db) =>
      db.selectFrom('signatures.signature').select('id').where('subject_id', '=', subjectId).execute(),
    )
    expect(signatures).toHaveLength(1)
  })

  test('one report sent five times over delivers once, and more than was commissioned is never delivered', async ({
    house,
  }) => {
    const stage = await stageOf(house)
    const order = await stage.commissioned('Fünf Meldungen', 100_000)
    const office = await house.as(supplier)
    const report = (fields: Record<string, string>) =>
      office.call<OrderJson>('POST', `/orders/${order.id}/deliveries`, upload({ deliveredOn: today(house), ...fields }))
    const same = await Promise.all(
      Array.from({ length: 5 }, () => report({ amountCents: '10000', version: String(order.version) })),
    )
    const statuses = same.map(({ status }) => status)
    expect([count(statuses, 201), count(statuses, 409)]).toEqual([1, 4])
    const greedy = await Promise.all(Array.from({ length: 5 }, () => report({ amountCents: '40000' })))
    expect(
      count(
        greedy.map(({ status }) => status),
        201,
      ),
    ).toBe(2)
    const seen = (await office.get<OrderJson>(`/orders/${order.id}`)).body
    expect([seen.committedCents, seen.deliveredCents]).toEqual([10_000, 90_000])
  })

  test('taking a report back while the municipality signs ends with one of the two, never with both', async ({
    house,
  }) => {
    const stage = await stageOf(house)
    const [anke, office] = [await house.as(everything), await house.as(supplier)]
    for (let round = 1; round <= 8; round++) {
      const order = await stage.delivered(`Runde ${round}`, 10_000)
      const { id } = (await anke.post<AcceptanceJson>('/acceptances', { orderId: order.id })).body
      const back = `/orders/${order.id}/deliveries/${order.deliveries[0]?.id}/withdrawal`
      const [signing, withdrawal] = await Promise.all([
        anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password }),
        office.post(back, { reason: 'Verwechselt.' }),
      ])
      const seen = (await office.get<OrderJson>(`/orders/${order.id}`)).body
      expect([
        [201, 422, 10_000],
        [422, 200, 0],
      ]).toContainEqual([signing.status, withdrawal.status, seen.deliveredCents])
    }
  })

  test('a countersignature and a sending back at once are one of the two', async ({ house }) => {
    const stage = await stageOf(house)
    const { id: orderId } = await stage.delivered('Ja und nein', 100_000)
    const id = await signed(house, orderId)
    const [torsten, other] = [await house.as(manager), await house.as(second)]
    const [yes, no] = await Promise.all([
      torsten.post(`/acceptances/${id}/countersignature`, { password }),
      other.post(`/acceptances/${id}/refusal`, { reason: 'Falscher Nachweis.' }),
    ])
    expect([yes.status, no.status].toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await entriesInto(house, orderId, 'accepted')).toHaveLength(yes.status === 200 ? 1 : 0)
  })
})
