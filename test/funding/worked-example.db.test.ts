// The worked example of the rules of money, with every state in between; and what the ledger refuses.
import { expect } from 'vitest'
import { manager, test } from '../harness/house.ts'
import { programmeWithMoney, states } from './money.ts'

const manager2 = 'programm2@verbund.example'

/** planned, committed, delivered, accepted, invoiced, settled, remaining */
type Line = [number, number, number, number, number, number, number]

test('the worked example holds step by step, to the cent', async ({ house }) => {
  const { account, entries, entry, release } = await programmeWithMoney(house)
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  const line = async (): Promise<Line> => states(await account()) as Line
  const a = { orderReference: 'A', reason: 'Stufe 1, Teil A' }
  const b = { orderReference: 'B', reason: 'Stufe 1, Teil B' }
  const c = { orderReference: 'C', reason: 'Maßnahmenpaket' }

  await release(1)
  expect(await line()).toEqual([0, 0, 0, 0, 0, 0, 1_610_000])
  await entry(torsten, { from: 'limit', to: 'planned', amountCents: 900_000, ...a })
  await entry(torsten, { from: 'limit', to: 'planned', amountCents: 710_000, ...b })
  expect(await line()).toEqual([1_610_000, 0, 0, 0, 0, 0, 0])
  await entry(torsten, { from: 'planned', to: 'committed', amountCents: 900_000, ...a })
  await entry(torsten, { from: 'planned', to: 'committed', amountCents: 710_000, ...b })
  expect(await line()).toEqual([0, 1_610_000, 0, 0, 0, 0, 0])
  await entry(torsten, { from: 'committed', to: 'delivered', amountCents: 900_000, ...a })
  await entry(torsten, { from: 'delivered', to: 'accepted', amountCents: 900_000, ...a })
  expect(await line()).toEqual([0, 710_000, 0, 900_000, 0, 0, 0])
  await entry(torsten, { from: 'accepted', to: 'invoiced', amountCents: 899_900, ...a })
  await entry(torsten, { from: 'accepted', to: 'limit', amountCents: 100, ...a })
  expect(await line()).toEqual([0, 710_000, 0, 0, 899_900, 0, 100])
  await entry(tanja, { from: 'invoiced', to: 'settled', amountCents: 899_900, ...a })
  expect(await line()).toEqual([0, 710_000, 0, 0, 0, 899_900, 100])
  await entry(torsten, { from: 'committed', to: 'delivered', amountCents: 710_000, ...b })
  await entry(torsten, { from: 'delivered', to: 'accepted', amountCents: 710_000, ...b })
  await entry(torsten, { from: 'accepted', to: 'invoiced', amountCents: 710_000, ...b })
  expect(await line()).toEqual([0, 0, 0, 0, 710_000, 899_900, 100])
  await entry(torsten, { from: 'invoiced', to: 'limit', amountCents: 10_000, ...b })
  expect(await line()).toEqual([0, 0, 0, 0, 700_000, 899_900, 10_100])
  await entry(tanja, { from: 'invoiced', to: 'settled', amountCents: 700_000, ...b })
  expect(await line()).toEqual([0, 0, 0, 0, 0, 1_599_900, 10_100])
  await release(2)
  expect(await line()).toEqual([0, 0, 0, 0, 0, 1_599_900, 1_400_100])
  await entry(torsten, { from: 'limit', to: 'planned', amountCents: 1_390_100, ...c })
  expect(await line()).toEqual([1_390_100, 0, 0, 0, 0, 1_599_900, 10_000])
  await entry(torsten, { from: 'planned', to: 'limit', amountCents: 90_100, ...c })
  expect(await line()).toEqual([1_300_000, 0, 0, 0, 0, 1_599_900, 100_100])

  const { body } = await torsten.get<{ items: { from: string; amountCents: number }[] }>(entries)
  const given = body.items.filter(({ from }) => from === 'grant').map(({ amountCents }) => amountCents)
  expect(given).toEqual([1_610_000, 1_390_000])
})

test('nothing goes over what is there, and what is wrong says why', async ({ house }) => {
  const { account, release, post } = await programmeWithMoney(house)
  const torsten = await house.as(manager)
  await release(1)
  const plan = { from: 'limit', to: 'planned', orderReference: 'A', reason: 'Probe' }
  const over = await post(torsten, { ...plan, amountCents: 1_610_001 })
  expect([over.status, over.text.includes('Das Budget reicht nicht')]).toEqual([422, true])
  const skipped = await post(torsten, { ...plan, to: 'accepted', amountCents: 1 })
  expect([skipped.status, skipped.text.includes('wird nicht gebucht')]).toEqual([422, true])
  const unnamed = await post(torsten, { ...plan, orderReference: '', amountCents: 1 })
  expect([unnamed.status, unnamed.text.includes('orderReference')]).toEqual([422, true])
  const granted = await post(torsten, { ...plan, from: 'grant', to: 'limit', amountCents: 1 })
  expect([granted.status, granted.text.includes('Freigaben folgen')]).toEqual([422, true])
  expect((await post(torsten, { ...plan, amountCents: 100.5 })).status).toBe(422)
  expect((await post(torsten, { ...plan, amountCents: 500 })).status).toBe(201)
  const more = await post(torsten, { ...plan, from: 'planned', to: 'committed', amountCents: 501 })
  expect([more.status, more.text.includes('sind nur 5')]).toEqual([422, true])
  expect(states(await account())).toEqual([500, 0, 0, 0, 0, 0, 1_609_500])
})

test('whoever booked the invoice does not settle it', async ({ house }) => {
  const { release, post } = await programmeWithMoney(house)
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  await release(1)
  const road = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced']
  for (const [place, from] of road.slice(0, -1).entries()) {
    const wish = { from, to: road[place + 1] ?? '', amountCents: 100, orderReference: 'A', reason: 'Probe' }
    expect((await post(torsten, wish)).status).toBe(201)
  }
  const settle = { from: 'invoiced', to: 'settled', amountCents: 100, orderReference: 'A', reason: 'Probe' }
  const alone = await post(torsten, settle)
  expect([alone.status, alone.text.includes('zu zweit')]).toEqual([422, true])
  expect((await post(tanja, settle)).status).toBe(201)
})

test('acceptance ends with the last day of the programme at midnight in Saxony-Anhalt', async ({ house }) => {
  const { account, release, post, deadline } = await programmeWithMoney(house)
  const torsten = await house.as(manager)
  await release(1)
  const move = (from: string, to: string, amountCents: number) =>
    post(torsten, { from, to, amountCents, orderReference: 'A', reason: 'Probe' })
  for (const [from, to] of [
    ['limit', 'planned'],
    ['planned', 'committed'],
    ['committed', 'delivered'],
  ] as const)
    expect((await move(from, to, 1000)).status).toBe(201)
  house.clock.set(deadline.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '23:59:59' }).toInstant())
  expect((await move('delivered', 'accepted', 400)).status).toBe(201)
  house.clock.set(deadline.add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant())
  const late = await move('delivered', 'accepted', 600)
  expect([late.status, late.text.includes('um 24 Uhr abgelaufen')]).toEqual([422, true])
  expect((await move('delivered', 'limit', 600)).status).toBe(201)
  expect(states(await account())).toEqual([0, 0, 0, 400, 0, 0, 1_609_600])
})
