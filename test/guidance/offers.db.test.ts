// Offers with a term: to the millisecond, whoever comes first, and never to two people.
import { Temporal } from 'temporal-polyfill'
import { describe, expect } from 'vitest'
import { test } from '../harness/house.ts'
import { Desk, hours, states } from './desk.ts'

describe('offers with a term of 48 hours', () => {
  test('the worked example, to the millisecond (E3)', async ({ house }) => {
    const desk = await Desk.open(house)
    const seated = await desk.guests(0, 20)
    const waiting = await desk.guests(20, 30)
    const start = house.clock.now()
    const at = (n: number) => hours(start, n)
    const place = (number: number) => waiting[number - 1]?.id ?? ''
    const state = async (number: number) => (await desk.place(place(number))).state
    const answer = async (now: Temporal.Instant, number: number, accepts: boolean) =>
      (await desk.answerAt(now, await desk.secretFor(place(number)), accepts)).state

    // The story has an offer of its own, whose term is over by then.
    await desk.sweep(at(47))
    for (const { id } of seated.slice(0, 3)) await desk.leaveAt(start, id)
    expect([await state(1), await state(2), await state(3), await state(4)]).toEqual([
      'offered',
      'offered',
      'offered',
      'waiting',
    ])
    expect(await answer(at(1), 2, false)).toBe('declined')
    expect(await state(4)).toBe('offered')
    expect(await answer(at(48 - 1 / 60), 1, true)).toBe('confirmed')
    expect(await desk.sweep(at(48).subtract({ milliseconds: 1 }))).toBe(0)
    expect(await desk.sweep(at(48))).toBe(1)
    expect([await state(3), await state(5)]).toEqual(['expired', 'offered'])
    expect(await answer(at(49).subtract({ seconds: 1 }), 4, true)).toBe('confirmed')

    const places = await desk.places()
    expect(states(places)).toEqual({ cancelled: 3, confirmed: 19, declined: 1, expired: 1, offered: 1, waiting: 5 })
    expect((await desk.read()).seatsTaken).toBe(20)
    for (let n = 0; n < 3; n += 1) expect(await desk.sweep(at(49))).toBe(0)
    expect(await desk.places()).toEqual(places)
  })

  test('at the very moment the term ends it is too late, and the next one has the offer', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1 })
    const [first] = await desk.guests(0, 1)
    const [second, third] = await desk.guests(1, 3)
    const start = house.clock.now()
    await desk.leaveAt(start, first?.id ?? '')
    const secret = await desk.secretFor(second?.id ?? '')
    expect((await desk.answerAt(hours(start, 48), secret, true)).state).toBe('expired')
    expect((await desk.place(second?.id ?? '')).state).toBe('expired')
    expect((await desk.place(third?.id ?? '')).state).toBe('offered')
    const late = await desk.accept(secret)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Die Frist für dieses Angebot ist vorbei')
  })

  test('near the start the term is shorter, and from the stop on nobody moves up (E5)', async ({ house }) => {
    const begins = house.clock.now().add({ hours: 24 * 30 })
    const dates = [{ startsAt: begins.toString(), endsAt: begins.add({ hours: 8 }).toString(), place: 'Musterstadt' }]
    const desk = await Desk.open(house, { capacity: 2, dates })
    const seated = await desk.guests(0, 2)
    const [first, second] = await desk.guests(2, 4)
    const start = house.clock.now()

    house.clock.set(begins.subtract({ hours: 30 }))
    await desk.leave(seated[0]?.id ?? '')
    const offer = await desk.place(first?.id ?? '')
    expect(offer.state).toBe('offered')
    expect(Temporal.Instant.from(offer.offerUntil ?? '').toString()).toBe(begins.subtract({ hours: 24 }).toString())

    house.clock.set(begins.subtract({ hours: 23 }))
    await desk.sweep()
    await desk.leave(seated[1]?.id ?? '')
    expect((await desk.place(second?.id ?? '')).state).toBe('waiting')
    expect((await desk.read()).seatsTaken).toBe(0)

    house.clock.set(begins.add({ hours: 1 }))
    await desk.sweep()
    await desk.change({ capacity: 10 })
    expect((await desk.place(second?.id ?? '')).state).toBe('waiting')
    house.clock.set(start)
  })

  test('while an offer is open a newcomer waits, as the last one (E6)', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1 })
    const [first] = await desk.guests(0, 1)
    await desk.guests(1, 3)
    await desk.leave(first?.id ?? '')
    const { body } = await desk.guest(9)
    expect(body).toMatchObject({ state: 'waiting', position: 3 })
    expect(body.rank).toBe(2)
  })

  test('whoever cancels after accepting is not back at the top (E7)', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1 })
    const [first] = await desk.guests(0, 1)
    const [second, third] = await desk.guests(1, 3)
    await desk.leave(first?.id ?? '')
    const secret = await desk.secretFor(second?.id ?? '')
    await desk.accept(secret)
    await desk.leave(second?.id ?? '')
    expect((await desk.place(third?.id ?? '')).state).toBe('offered')
    expect((await desk.place(second?.id ?? '')).state).toBe('cancelled')
    expect((await desk.accept(secret)).status).toBe(422)
    const { body } = await desk.guest(1)
    expect(body).toMatchObject({ state: 'waiting', position: 3 })
  })

  test('twenty answers with the same secret: one confirmation, and all say the same (E4)', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1 })
    const [first] = await desk.guests(0, 1)
    const [second] = await desk.guests(1, 2)
    await desk.leave(first?.id ?? '')
    const secret = await desk.secretFor(second?.id ?? '')
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk.accept(secret)))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
    const { body } = await desk.api.get<{ items: { what: string }[] }>(`/registrations/${second?.id ?? ''}/decisions`)
    expect(body.items.map(({ what }) => what)).toEqual(['waiting', 'offered', 'accepted'])
  })

  test('a secret that is none says so and nothing else', async ({ house }) => {
    const desk = await Desk.open(house)
    expect((await desk.accept('nichts')).status).toBe(404)
    expect((await desk.decline('nichts')).status).toBe(404)
  })
})
