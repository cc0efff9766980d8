// What organizers and organizations do with places: approve, shrink, transfer, substitute, call off.
import { describe, expect } from 'vitest'
import { elbaue, hvb, isb, test, type TestHouse } from '../harness/house.ts'
import { Desk, type EventBody, type Place, states } from './desk.ts'

const later = (house: TestHouse, days: number) => {
  const startsAt = house.clock.now().add({ hours: 24 * days })
  return [{ startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 6 }).toString(), place: 'Musterstadt' }]
}

describe('a room that shrinks', () => {
  test('leaves everybody seated where the organizer says so, and nobody moves up until some have left', async ({
    house,
  }) => {
    const desk = await Desk.open(house, { capacity: 3, promotion: 'automatic' })
    const places = await desk.guests(0, 5)
    expect((await desk.change({ capacity: 1, keepSeats: true })).body).toMatchObject({
      capacity: 1,
      confirmed: 3,
      waiting: 2,
    })
    await desk.leave(places[0]?.id ?? '')
    await desk.leave(places[1]?.id ?? '')
    expect(states(await desk.places())).toEqual({ cancelled: 2, confirmed: 1, waiting: 2 })
    await desk.leave(places[2]?.id ?? '')
    expect((await desk.place(places[3]?.id ?? '')).state).toBe('confirmed')
    expect(await desk.faults()).toEqual([])
  })

  test('takes the seats of those who came last, who wait again before everybody else, and says so', async ({
    house,
  }) => {
    const desk = await Desk.open(house, { capacity: 4, promotion: 'automatic' })
    const places = await desk.guests(0, 6)
    expect((await desk.change({ capacity: 2, keepSeats: false })).body).toMatchObject({ confirmed: 2, waiting: 4 })
    const now = await Promise.all(places.map(({ id }) => desk.place(id)))
    expect(now.map(({ state }) => state)).toEqual([
      'confirmed',
      'confirmed',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ])
    expect(now.slice(2).map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    expect(now.slice(4).map(({ position }) => position)).toEqual([1, 2])
    expect(now[2]?.reason).toContain('weniger Plätze')
    await desk.change({ capacity: 3 })
    expect((await desk.place(places[2]?.id ?? '')).state).toBe('confirmed')
  })
})

describe('approval', () => {
  test('comes before a seat, in the order of the list, and a refusal names its reason', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1, needsApproval: true })
    const ida = await house.as(elbaue)
    const isbs = await house.as(isb)
    const first = await ida.post<Place>(`/events/${desk.event}/registrations`)
    const second = await isbs.post<Place>(`/events/${desk.event}/registrations`)
    expect([first.status, first.body.state, first.body.position]).toEqual([201, 'waiting', 1])
    expect(first.body.reason).toContain('zugelassen werden')
    const decide = (id: string, body: unknown) => desk.api.post<Place>(`/registrations/${id}/approval`, body)
    expect((await decide(second.body.id, { approved: true })).body.state).toBe('confirmed')
    expect((await decide(first.body.id, { approved: false })).status).toBe(422)
    expect(
      (await decide(first.body.id, { approved: false, reason: 'Der Kurs richtet sich an andere.' })).body.state,
    ).toBe('declined')
    expect((await decide(first.body.id, { approved: true })).status).toBe(422)
    expect((await ida.post(`/registrations/${first.body.id}/approval`, { approved: true })).status).toBe(403)
  })
})

describe('the next run', () => {
  test('takes the rest of the list over in its order, before those who wait there', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1, kind: 'course' })
    const places = await desk.guests(0, 5)
    const next = await Desk.open(house, { capacity: 1, kind: 'course', promotion: 'offer', dates: later(house, 300) })
    const there = await next.guests(10, 12)
    const moved = await desk.api.post<{ moved: number }>(`/events/${desk.event}/transfer`, { eventId: next.event })
    expect(moved.body).toEqual({ moved: 4 })
    const list = (await next.places()).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    expect(list.map(({ person, state, rank }) => [person.name, state, rank])).toEqual([
      ['Gast 10', 'confirmed', null],
      ['Gast 1', 'waiting', 1],
      ['Gast 2', 'waiting', 2],
      ['Gast 3', 'waiting', 3],
      ['Gast 4', 'waiting', 4],
      ['Gast 11', 'waiting', 5],
    ])
    expect(states(await desk.places())).toEqual({ confirmed: 1, cancelled: 4 })
    await next.leave(there[0]?.id ?? '')
    expect((await next.places()).find(({ person }) => person.name === 'Gast 1')?.state).toBe('offered')
    expect(
      (await desk.api.post<{ moved: number }>(`/events/${desk.event}/transfer`, { eventId: next.event })).body,
    ).toEqual({ moved: 0 })
    expect((await desk.place(places[0]?.id ?? '')).state).toBe('confirmed')
  })
})

describe('places of one organization', () => {
  test('the head registers a colleague, who hands the seat to the head; the list does not move', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 1, perOrganization: 1 })
    const [head, colleague] = [await house.as(hvb), await house.as(isb)]
    const me = (await colleague.get<{ person: { id: string } }>('/me')).body.person.id
    const heads = (await head.get<{ person: { id: string } }>('/me')).body.person.id
    const { body } = await head.post<Place>(`/events/${desk.event}/registrations`, { personId: me })
    expect(body.state).toBe('confirmed')
    const waiting = await desk.guests(0, 1)
    expect((await colleague.post(`/events/${desk.event}/registrations`, { personId: heads })).status).toBe(403)
    const handed = await colleague.post<Place>(`/registrations/${body.id}/substitution`, { personId: heads })
    expect([handed.status, handed.body.state]).toEqual([201, 'confirmed'])
    expect((await desk.place(waiting[0]?.id ?? '')).state).toBe('waiting')
    expect((await desk.read()).seatsTaken).toBe(1)
    const stranger = await house.as(elbaue)
    expect((await stranger.post(`/registrations/${handed.body.id}/substitution`, { personId: me })).status).toBe(404)
    expect((await stranger.call('DELETE', `/registrations/${handed.body.id}`)).status).toBe(404)
  })

  test('nobody registers people of another municipality, nor guests, nor past the rules', async ({ house }) => {
    const desk = await Desk.open(house)
    const ida = await house.as(elbaue)
    const isbs = (await (await house.as(isb)).get<{ person: { id: string } }>('/me')).body.person.id
    const path = `/events/${desk.event}/registrations`
    expect((await ida.post(path, { personId: isbs })).status).toBe(422)
    expect((await ida.post(path, { guest: { name: 'A', email: 'a@b.example' } })).status).toBe(403)
    expect((await ida.post(path, { regardless: true })).status).toBe(403)
    expect((await house.stranger.post(path)).status).toBe(401)
  })
})

describe('an event that is called off', () => {
  test('ends every place, takes no more, and stays so', async ({ house }) => {
    const desk = await Desk.open(house, { capacity: 2 })
    await desk.guests(0, 4)
    const path = `/events/${desk.event}`
    expect((await desk.api.post<EventBody>(`${path}/cancellation`, { reason: 'Sturm' })).body).toMatchObject({
      confirmed: 0,
      seatsTaken: 0,
      waiting: 0,
    })
    expect(states(await desk.places())).toEqual({ cancelled: 4 })
    expect((await desk.guest(7)).text).toContain('abgesagt')
    expect((await desk.api.post(`${path}/cancellation`, { reason: 'Sturm' })).status).toBe(422)
    expect((await desk.change({ capacity: 9 })).status).toBe(422)
  })

  test('before the deadline, after it, and before it opens: each is said as it is', async ({ house }) => {
    const now = house.clock.now()
    const ida = await house.as(elbaue)
    const tries = async (more: Record<string, unknown>) => {
      const desk = await Desk.open(house, more)
      return ida.post(`/events/${desk.event}/registrations`)
    }
    expect((await tries({ closesAt: now.subtract({ hours: 1 }).toString() })).text).toContain('Anmeldeschluss war am')
    expect((await tries({ opensAt: now.add({ hours: 1 }).toString() })).text).toContain('Die Anmeldung öffnet am')
    expect((await tries({})).status).toBe(201)
    const draft = await Desk.open(house, { published: false })
    expect((await ida.post(`/events/${draft.event}/registrations`)).status).toBe(404)
  })

  test('a course that asks for a certificate, and one for participants of a programme only', async ({ house }) => {
    const basis = await Desk.open(house, { kind: 'course' })
    const ida = await house.as(elbaue)
    const next = await Desk.open(house, { prerequisiteId: basis.event })
    const refused = await ida.post(`/events/${next.event}/registrations`)
    expect([refused.status, refused.text.includes('Vorausgesetzt wird das Zertifikat von „Ansturm“')]).toEqual([
      422,
      true,
    ])
  })
})
