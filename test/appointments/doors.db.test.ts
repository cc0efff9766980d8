// What appointments give to other pages: duties, calendar, road, needs, days of the assessor, month of the programme, kick-off.
import { expect } from 'vitest'
import { needSources, roadParts } from '#app/portal-parts.ts'
import { findEnrollment, findProgramme } from '#foundation/programmes/index.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { at, confirmed, openVisit, proposed, roadOf, slot } from './cast.ts'

const tasksOf = async (house: TestHouse, email: string): Promise<string[]> =>
  (await (await house.as(email)).get<{ items: { title: string }[] }>('/tasks')).body.items.map(({ title }) => title)

test('each side has its duty: to choose, to offer anew, to record', async ({ house }) => {
  expect(await tasksOf(house, isb)).toContain('Termin auswählen')
  await openVisit(house)
  expect(await tasksOf(house, assessor)).toContain('Termin vor Ort vorschlagen: Stadt Musterstadt')
  const visit = await proposed(house, { step: 'onSite', proposals: [slot(house, 20, '09:00', '10:00')] })
  expect(await tasksOf(house, assessor)).not.toContain('Termin vor Ort vorschlagen: Stadt Musterstadt')
  const jana = await house.as(isb)
  await jana.post(`/appointments/${visit.id}/declination`, { reason: 'Ratssitzung' })
  expect(await tasksOf(house, assessor)).toContain('Neue Zeiten vorschlagen: Stadt Musterstadt')
})

test('confirmed dates stand in both calendars, cancelled ones as such, and a plan of the day has them', async ({
  house,
}) => {
  const one = await confirmed(house, { title: 'Im Kalender', proposals: [slot(house, 25, '09:00', '10:00')] })
  const day = at(house, 25, '09:00').slice(0, 10)
  const entries = async (email: string) =>
    (
      await (
        await house.as(email)
      ).get<{ items: { title: string; cancelled?: boolean }[] }>(`/calendar-entries?from=${day}&until=${day}`)
    ).text
  expect(await entries(isb)).toContain('Im Kalender')
  expect(await entries(assessor)).toContain('Im Kalender')
  const felix = await house.signedIn(assessor)
  expect((await felix.get('/vor-ort')).text).toContain('Im Kalender')
  const plan = await felix.get(`/vor-ort/${day}`)
  expect(plan.text).toContain('030 23125 114')
  expect(plan.text).toContain('Jana Wiesner')
  await (await house.as(isb)).post(`/appointments/${one.id}/cancellation`, { reason: 'Wahltag' })
  expect((await felix.get(`/vor-ort/${day}`)).text).not.toContain('Im Kalender')
})

test('the road says what is next, and the cockpit who has no confirmed visit', async ({ house }) => {
  const road = await openVisit(house)
  await asOwner(house, async (db) => {
    const ctx = {
      db,
      now: house.clock.now(),
      actor: { personId: '', name: '', email: '', actingFor: null, roles: [], organizations: [] },
    }
    const enrollment = await findEnrollment(db, road.id)
    const part = roadParts.find(({ name }) => name === 'appointments')
    expect(enrollment && (await part?.tell(ctx, enrollment))).toMatch(/Nächster Termin|wartet|warten/)
    const programme = await findProgramme(db, enrollment?.programmeId ?? '')
    const source = needSources.find(({ name }) => name === 'appointments')
    const [need] = (programme && (await source?.list(ctx, programme))) ?? []
    expect(need?.enrollmentIds).toContain(road.id)
  })
})

test(
  'a kick-off is put into many roads at once, and who was there has it behind them',
  { timeout: 60_000 },
  async ({ house }) => {
    const torsten = await house.as(manager)
    const elbaue = await roadOf(torsten, 'Verbandsgemeinde Elbaue')
    const small = await roadOf(torsten, 'Gemeinde Kleinweiler')
    for (const road of [elbaue, small]) await torsten.put(`/enrollments/${road.id}/steps/kickoff`, { state: 'open' })
    const { programmeId } = (await torsten.get<{ programmeId: string }>(`/enrollments/${elbaue.id}`)).body
    const path = `/programmes/${programmeId}/kickoffs`
    const wish = { title: 'Auftakt', time: slot(house, 3, '10:00', '12:00'), enrollmentIds: [elbaue.id, small.id] }
    expect((await (await house.as(isb)).post(path, wish)).status).toBe(403)
    expect((await torsten.post(path, { ...wish, enrollmentIds: [programmeId] })).status).toBe(422)
    const planned = await torsten.post<{ id: string; invited: number }>(path, wish)
    expect([planned.status, planned.body.invited]).toEqual([201, 2])
    const attendance = `${path}/${planned.body.id}/attendance`
    expect((await torsten.put(attendance, { attended: [elbaue.id] })).status).toBe(422)
    house.clock.set(house.clock.now().add({ hours: 24 * 5 }))
    expect(await tasksOf(house, manager)).toContain('Teilnahme festhalten: Auftakt')
    expect((await torsten.put(attendance, { attended: [elbaue.id] })).body).toMatchObject({
      invited: 2,
      attended: 1,
      recorded: true,
    })
    const kickoff = async (name: string) => (await roadOf(torsten, name)).steps.find(({ step }) => step === 'kickoff')
    expect(await kickoff('Verbandsgemeinde Elbaue')).toMatchObject({ state: 'done' })
    expect(await kickoff('Gemeinde Kleinweiler')).toMatchObject({ state: 'open' })
  },
)

test('a month of many dates names the first of a day and how many more there are', async ({ house }) => {
  const torsten = await house.signedIn(manager)
  const road = await roadOf(await house.as(manager), 'Stadt Musterstadt')
  const { programmeId } = (await (await house.as(manager)).get<{ programmeId: string }>(`/enrollments/${road.id}`)).body
  await asOwner(house, async (db) => {
    const [one] = await db
      .selectFrom('appointments.appointment')
      .selectAll()
      .where('state', '=', 'held')
      .limit(1)
      .execute()
    if (!one) throw new Error('no held appointment')
    for (let nth = 0; nth < 130; nth++)
      await db
        .insertInto('appointments.appointment')
        .values({
          ...one,
          id: crypto.randomUUID(),
          title: `Nummer ${nth}`,
          ...asText(at(house, 300, '09:00'), at(house, 300, '10:00'), house),
        })
        .execute()
  })
  const day = at(house, 300, '09:00').slice(0, 10)
  const month = await torsten.get(`/programme-im-verbund/${programmeId}/termine?ab=${day}`)
  expect(month.text).toContain('127 weitere')
  const first = await torsten.get(`/programme-im-verbund/${programmeId}/termine?tag=${day}`)
  const next = /href="([^"]*ab=[^"]*)"[^>]*rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await torsten.get(next)).html.match(/class="lw-date"/g)).toHaveLength(30)
})

const asText = (start: string, end: string, house: TestHouse) => ({
  starts_at: start,
  ends_at: end,
  away_from: start,
  away_until: end,
  proposed_at: house.clock.now().toString(),
  decided_at: null,
  changed_at: house.clock.now().toString(),
})
