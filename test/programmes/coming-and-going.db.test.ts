// Leaving a programme, coming back, whom a municipality names, and the report for whoever pays.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { assessor, everything, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { guide, type Listed, programmeId, type RoadJson, roadThere } from './roads.ts'

const security = 'sicherkommunal'

test('the head ends the participation with a reason, nothing moves then, and it goes on where it stood', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Musterstadt')
  const martin = await house.signedIn(hvb)
  await martin.get(`/teilnahmen/${road.id}/beenden`)
  const blank = await martin.post(`/teilnahmen/${road.id}/beenden`, { reason: '' })
  expect([blank.status, blank.text]).toEqual([422, expect.stringContaining('nennen Sie den Grund')])
  const api = await house.as(hvb)
  const ended = await api.post<RoadJson>(`/enrollments/${road.id}/withdrawal`, { reason: 'Kein Personal' })
  expect(ended.body).toMatchObject({ state: 'withdrawn', currentStep: road.currentStep })
  const torsten = await house.as(manager)
  const moved = await torsten.put(`/enrollments/${road.id}/steps/report`, { state: 'done' })
  expect([moved.status, moved.text]).toEqual([422, expect.stringContaining('Die Teilnahme ist beendet')])
  expect((await api.post(`/enrollments/${road.id}/withdrawal`, { reason: 'Noch einmal' })).status).toBe(422)
  const back = await torsten.post<RoadJson>(`/enrollments/${road.id}/reentry`, { reason: 'Doch wieder' })
  expect(back.body).toMatchObject({ state: 'active', phase: road.phase, steps: road.steps })
  expect((await torsten.post(`/enrollments/${road.id}/reentry`, { reason: 'Und noch einmal' })).status).toBe(422)
})

test('only the head and who leads the programme end it; a guide, a colleague and the assessor do not', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Musterstadt')
  for (const email of [isb, assessor, guide]) {
    const reply = await (await house.as(email)).post(`/enrollments/${road.id}/withdrawal`, { reason: 'Nein' })
    expect([email, reply.status]).toEqual([email, 403])
  }
  expect(
    (await (await house.as(everything)).post(`/enrollments/${road.id}/withdrawal`, { reason: 'Nein' })).status,
  ).toBe(404)
})

test('after the deadline nobody comes back: the last minute of the day still counts', async ({ house }) => {
  const torsten = await house.as(manager)
  const now = house.clock.now()
  const today = localDay(now)
  const programme = await torsten.post<{ id: string }>('/programmes', {
    name: 'Nur kurz',
    deadline: today.toString(),
    phases: [
      {
        key: 'only',
        title: 'Alles',
        steps: [{ key: 'last', title: 'Schluss', duty: 'Fertig werden', acts: 'cooperative', byDeadline: true }],
      },
    ],
  })
  const { organizationId } = await roadThere(house, security, 'Auental')
  const road = (await torsten.post<RoadJson>('/enrollments', { organizationId, programmeId: programme.body.id })).body
  expect((await torsten.post(`/enrollments/${road.id}/withdrawal`, { reason: 'Pause' })).status).toBe(200)
  const midnight = today.add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant()
  house.clock.set(midnight.subtract({ seconds: 30 }))
  expect((await torsten.post(`/enrollments/${road.id}/reentry`, { reason: 'Gerade noch' })).status).toBe(200)
  expect((await torsten.post(`/enrollments/${road.id}/withdrawal`, { reason: 'Pause' })).status).toBe(200)
  house.clock.set(midnight)
  const late = await torsten.post(`/enrollments/${road.id}/reentry`, { reason: 'Zu spät' })
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('ist vorbei')])
  house.clock.set(Temporal.Instant.from(now))
})

const neleOf = async (house: TestHouse): Promise<string> => {
  const people = await (await house.as(everything)).get<Listed<{ id: string; name: string }>>('/people?limit=200')
  return people.body.items.find(({ name }) => name === 'Nele Brinkmann')?.id ?? ''
}

interface Named {
  person: { id: string; name: string }
  from: string
  until: string | null
  reason: string
}

test('the head names somebody else with a reason; the one before ends the day before, and both stay in the list', async ({
  house,
}) => {
  const road = await roadThere(house, 'digital-lotsen', 'Kleinweiler')
  const anke = await house.as(everything)
  const path = `/enrollments/${road.id}/navigators`
  const personId = await neleOf(house)
  const tomorrow = localDay(house.clock.now()).add({ days: 1 }).toString()
  const silent = await anke.post(path, { personId, from: tomorrow })
  expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('den Grund für den Wechsel')])
  const named = await anke.post<Listed<Named>>(path, { personId, from: tomorrow, reason: 'Frau Rohrbeck gibt ab' })
  expect(named.body.items).toMatchObject([
    { person: { name: 'Nele Brinkmann' }, from: tomorrow, until: null },
    {
      person: { name: 'Anke Rohrbeck' },
      until: localDay(house.clock.now()).toString(),
      reason: 'Frau Rohrbeck gibt ab',
    },
  ])
  const page = await (await house.signedIn(everything)).get(`/teilnahmen/${road.id}/navigator`)
  expect(page.text).toContain('Nele Brinkmann seit')
  const twice = await anke.post(path, { personId, reason: 'Noch einmal' })
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('schon benannt')])
})

test('nobody names before the admission, in another programme, a stranger, or for another municipality', async ({
  house,
}) => {
  const early = await roadThere(house, 'digital-lotsen', 'Musterstadt')
  const martin = await house.as(hvb)
  const me = (await martin.get<{ person: { id: string } }>('/me')).body.person.id
  const tooEarly = await martin.post(`/enrollments/${early.id}/navigators`, { personId: me })
  expect([tooEarly.status, tooEarly.text]).toEqual([422, expect.stringContaining('nach der Zulassung')])
  const other = await roadThere(house, security, 'Musterstadt')
  expect((await martin.post(`/enrollments/${other.id}/navigators`, { personId: me })).status).toBe(422)
  const theirs = await roadThere(house, 'digital-lotsen', 'Kleinweiler')
  expect((await martin.post(`/enrollments/${theirs.id}/navigators`, { personId: me })).status).toBe(404)
  const stranger = await (
    await house.as(everything)
  ).post(`/enrollments/${theirs.id}/navigators`, { personId: me, reason: 'x' })
  expect([stranger.status, stranger.text]).toEqual([422, expect.stringContaining('gehört nicht zu')])
  const torsten = await (await house.as(manager)).post(`/enrollments/${theirs.id}/navigators`, { personId: me })
  expect(torsten.status).toBe(403)
})

test('the report names phases and municipalities, neither people nor results, and agrees with the list', async ({
  house,
}) => {
  const guidance = await programmeId(house, 'digital-lotsen')
  const torsten = await house.signedIn(manager)
  const page = await torsten.get(`/programme-im-verbund/${guidance}/bericht`)
  const roads = await (await house.as(manager)).get<Listed<RoadJson>>(`/enrollments?programmeId=${guidance}&limit=200`)
  const active = roads.body.items.filter(({ state }) => state === 'active').length
  expect(page.text).toContain(`${active} von 50 erwarteten Kommunen nehmen teil`)
  for (const kind of ['pdf', 'xlsx']) {
    const file = await torsten.get(`/programme-im-verbund/${guidance}/bericht.${kind}`)
    expect([kind, file.status]).toEqual([kind, 200])
  }
  const isbPage = await (await house.signedIn(isb)).get(`/programme-im-verbund/${guidance}/bericht`)
  expect(isbPage.status).toBe(403)
})
