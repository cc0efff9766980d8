// Seats: exact whatever comes at once, one per municipality, the list in its order.
import { describe, expect } from 'vitest'
import { test } from '../harness/house.ts'
import { Desk, municipalities, states } from './desk.ts'

describe('a rush on an event', () => {
  test('a hundred at once for twenty seats: twenty sit, eighty wait with the numbers 1 to 80', async ({ house }) => {
    const desk = await Desk.open(house)
    const replies = await Promise.all(Array.from({ length: 100 }, (_, number) => desk.guest(number)))
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201))
    const places = await desk.places()
    expect(states(places)).toEqual({ confirmed: 20, waiting: 80 })
    const positions = places.flatMap(({ position }) => position ?? []).toSorted((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 80 }, (_, at) => at + 1))
    expect(await desk.faults()).toEqual([])
  })

  test('the same guest twice is told so, and nothing is counted twice', async ({ house }) => {
    const desk = await Desk.open(house)
    await desk.guest(1)
    const again = await desk.guest(1)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Die Anmeldung gibt es schon')
    expect((await desk.read()).seatsTaken).toBe(1)
  })
})

describe('one seat for each municipality', () => {
  test(
    'moves up by the list, passing those whose municipality has its seat, and says why (E2)',
    { timeout: 240_000 },
    async ({ house }) => {
      const ids = await municipalities(house, 133)
      const desk = await Desk.open(house, { perOrganization: 1, promotion: 'automatic' })
      const places = await desk.guests(0, 500, (number) => ids[number % 133] ?? '')
      expect(places.slice(0, 20).map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'confirmed'))
      expect(places.slice(20).map(({ position }) => position)).toEqual(Array.from({ length: 480 }, (_, at) => at + 1))

      expect((await desk.change({ capacity: 135 })).status).toBe(200)
      const after = new Map((await desk.places()).map((place) => [place.id, place]))
      const now = places.map(({ id }) => after.get(id))
      expect(now.slice(20, 133).every((place) => place?.state === 'confirmed')).toBe(true)
      const left = now.slice(133)
      expect(left.every((place) => place?.state === 'waiting')).toBe(true)
      expect(left).toHaveLength(367)
      expect(left.every((place) => place?.reason.includes('Kommune hat bereits einen Platz'))).toBe(true)
      expect(left.every((place) => !place?.reason.includes('Plätze sind vergeben'))).toBe(true)
      expect(await desk.read()).toMatchObject({ confirmed: 133, seatsTaken: 133, waiting: 367, capacity: 135 })

      await desk.leave(places[5]?.id ?? '')
      const promoted = (await desk.places()).filter(
        ({ id, state }) => state === 'confirmed' && after.get(id)?.state === 'waiting',
      )
      expect(promoted.map(({ position }) => position)).toEqual([119])
      expect(promoted[0]?.id).toBe(places[138]?.id)
      expect(await desk.faults()).toEqual([])
    },
  )
})
