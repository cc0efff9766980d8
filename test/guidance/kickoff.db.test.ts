// A kick-off fills the roads: who was there has the step behind them, as soon as the worker comes to it.
import { describe, expect } from 'vitest'
import { roadOf } from '../appointments/cast.ts'
import { manager, test, type TestHouse } from '../harness/house.ts'
import { Desk, guide as lotse, type Place } from './desk.ts'

interface Step {
  state: string
  onDay: string | null
}

const elbaue = 'Verbandsgemeinde Elbaue'
const kleinweiler = 'Gemeinde Kleinweiler'

async function kickoff(house: TestHouse, email = manager) {
  const api = await house.as(manager)
  const road = await roadOf(api, elbaue)
  const { programmeId } = (await api.get<{ programmeId: string }>(`/enrollments/${road.id}`)).body
  const start = house.clock.now()
  const first = start.add({ hours: 24 })
  const desk = await Desk.open(house, {
    title: 'Auftakt im Verbund',
    kind: 'kickoff',
    programmeId,
    capacity: null,
    dates: [{ startsAt: first.toString(), endsAt: first.add({ hours: 2 }).toString() }],
  })
  const date = (await desk.read()).dates[0]?.id ?? ''
  const organizer = await house.as(email)
  const record = async (states: readonly (readonly [Place, string])[]) => {
    const entries = states.map(([{ id }, state]) => ({ registrationId: id, state }))
    const { status, text } = await organizer.put(`/events/${desk.event}/attendance`, { dateId: date, entries })
    expect([status, text.slice(0, 200)]).toEqual([200, expect.any(String)])
  }
  const guestOf = async (number: number, organization: string): Promise<Place> =>
    (await desk.guest(number, (await roadOf(api, organization)).organizationId)).body
  return { api, desk, date, start, first, record, guestOf, programmeId }
}

const stepOf = async (house: TestHouse, organization: string): Promise<Step | undefined> =>
  (await roadOf(await house.as(manager), organization)).steps.find(({ step }) => step === 'kickoff')

/** Within five minutes what was recorded goes to the road. */
async function later(house: TestHouse, minutes = 6): Promise<void> {
  house.clock.set(house.clock.now().add({ minutes }))
  await house.services.worker.runDue()
}

const toldTo = async (house: TestHouse, email: string): Promise<string[]> =>
  (await (await house.as(email)).get<{ items: { title: string }[] }>('/notifications?limit=200')).body.items
    .map(({ title }) => title)
    .filter((title) => title.includes('Auftakt im Verbund'))

const reopen = async (house: TestHouse, organization: string): Promise<void> => {
  const api = await house.as(manager)
  const road = await roadOf(api, organization)
  await api.put(`/enrollments/${road.id}/steps/kickoff`, { state: 'open' })
}

describe('a kick-off', () => {
  test('is done on the road of those who were there, once and for those alone', async ({ house }) => {
    const { start, first, record, guestOf, desk } = await kickoff(house)
    await reopen(house, elbaue)
    await reopen(house, kleinweiler)
    const [there, away] = [await guestOf(0, elbaue), await guestOf(1, kleinweiler)]
    const nobody = (await desk.guest(2)).body
    house.clock.set(first)
    await record([
      [there, 'present'],
      [away, 'absent'],
      [nobody, 'present'],
    ])
    expect((await stepOf(house, elbaue))?.state).toBe('open')
    await later(house)
    const day = first.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
    expect(await stepOf(house, elbaue)).toMatchObject({ state: 'done', onDay: day })
    expect((await stepOf(house, kleinweiler))?.state).toBe('open')

    const api = await house.as(manager)
    const road = await roadOf(api, elbaue)
    const before = (await api.get(`/enrollments/${road.id}`)).text
    await record([[away, 'excused']])
    await later(house)
    expect((await api.get(`/enrollments/${road.id}`)).text).toBe(before)
    expect(await toldTo(house, manager)).toEqual([])
    house.clock.set(start)
  })

  test('leaves a step whose turn has not come, ignores who does not take part, and says so to the one who recorded', async ({
    house,
  }) => {
    const { api, start, first, record, desk, programmeId } = await kickoff(house)
    const added = async (name: string): Promise<string> =>
      (await api.post<{ id: string }>('/organizations', { name, kind: 'unitaryMunicipality' })).body.id
    const early = await added('Gemeinde Anfang')
    expect((await api.post('/enrollments', { organizationId: early, programmeId })).status).toBe(201)
    const taking = (await desk.guest(0, early)).body
    const other = (await desk.guest(1, await added('Gemeinde Nirgendwo'))).body
    house.clock.set(first)
    await record([
      [taking, 'present'],
      [other, 'present'],
    ])
    await later(house)
    expect((await stepOf(house, 'Gemeinde Anfang'))?.state).toBe('open')
    const [told, ...more] = await toldTo(house, manager)
    expect(more).toEqual([])
    expect(told).toContain(`Bei Gemeinde Anfang bleibt der Schritt Auftakt offen`)
    expect(told).not.toContain('Nirgendwo')
    house.clock.set(start)
  })

  test('recorded by a guide, who does not lead the programme, is handed to who does', async ({ house }) => {
    const { start, first, record, guestOf } = await kickoff(house, lotse)
    await reopen(house, elbaue)
    const there = await guestOf(0, elbaue)
    house.clock.set(first)
    await record([[there, 'present']])
    await later(house)
    expect((await stepOf(house, elbaue))?.state).toBe('open')
    expect(await toldTo(house, lotse)).toEqual([expect.stringContaining('hält den Auftakt die Programmleitung fest')])
    house.clock.set(start)
  })

  test('counts by the code too, when that has ended', async ({ house }) => {
    const { api, date, start, first, guestOf } = await kickoff(house)
    await reopen(house, elbaue)
    await guestOf(0, elbaue)
    house.clock.set(first)
    const { code } = (await api.post<{ code: string }>(`/event-dates/${date}/check-in-code`)).body
    const email = 'gast0@beispiel.example'
    expect((await house.stranger.post(`/event-dates/${date}/check-in`, { code, email })).status).toBe(200)
    await later(house, 30)
    expect((await stepOf(house, elbaue))?.state).toBe('open')
    house.clock.set(first.add({ hours: 4 }))
    await house.services.worker.runDue()
    expect((await stepOf(house, elbaue))?.state).toBe('done')
    house.clock.set(start)
  })
})
