// Who sees what of a course: everybody what it is, participants where they stand and why, nobody the names of others.
import { expect } from 'vitest'
import { elbaue, everything, hvb, isb, test, type TestHouse } from '../harness/house.ts'
import type { Place } from './desk.ts'
import { Desk } from './desk.ts'

const secretName = 'Gerlinde Fremdname'

/** Two seats, one for each municipality; Elbaue's navigator came after both were gone. */
async function fullCourse(house: TestHouse, more: Record<string, unknown> = {}) {
  const desk = await Desk.open(house, {
    title: 'Basisbefähigung',
    kind: 'course',
    capacity: 2,
    perOrganization: 1,
    outcomes: 'eine digitale Agenda vorbereiten\nein Vorhaben planen',
    passPercent: 80,
    ...more,
  })
  const seated: Place[] = []
  for (const number of [1, 2]) {
    const { body } = await desk.api.post<Place>(`/events/${desk.event}/registrations`, {
      guest: { name: `${secretName} ${number}`, email: `fremd${number}@beispiel.example` },
    })
    seated.push(body)
  }
  return { desk, seated, path: `/kurse/${desk.event}` }
}

test('a stranger reads what it is, how seats are given and how many are left, at the same address', async ({
  house,
}) => {
  const { path } = await fullCourse(house)
  const { status, text } = await house.browser().get(path)
  expect(status).toBe(200)
  for (const words of [
    'Basisbefähigung',
    'eine digitale Agenda vorbereiten',
    'Jede Kommune bekommt einen Platz',
    'Ausgebucht',
    'Ab 80 Prozent Anwesenheit',
    'Mit Zugang anmelden',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain(secretName)
  expect((await house.browser().get('/kurse')).text).toContain('Basisbefähigung')
})

test('whoever waits reads since when it is full, when the own registration came, and how many stand before', async ({
  house,
}) => {
  const { path, desk } = await fullCourse(house)
  const nele = await house.signedIn(elbaue)
  const form = await nele.get(`${path}/anmeldung`)
  expect(form.status).toBe(200)
  const me = (await (await house.as(elbaue)).get<{ person: { id: string } }>('/me')).body.person.id
  const done = await nele.post(`${path}/anmeldung`, { personId: me, note: '' })
  expect(done.text).toContain('Sie stehen auf der Warteliste, Nummer 1.')
  const { text } = await nele.get(path)
  expect(text).toContain('Warum habe ich keinen Platz?')
  expect(text).toMatch(/Beide Plätze waren am .* vergeben\. Ihre Anmeldung kam am/)
  expect(text).toContain('Vor Ihnen wartet niemand.')
  expect(text).toContain('Verlauf Ihrer Anmeldung')
  expect(text).not.toContain(secretName)
  const twice = await nele.get(`${path}/anmeldung`)
  expect(twice.text).toContain('Sie sind schon angemeldet')
  const own = await nele.get('/anmeldungen')
  expect(own.text).toContain('Warteliste, Platz 1')

  const other = await house.signedIn(isb)
  const seen = await other.get(path)
  expect(seen.text).not.toContain('Warum habe ich keinen Platz?')
  expect(seen.text).not.toContain('Elbaue')
  expect((await desk.places()).some(({ state }) => state === 'waiting')).toBe(true)
})

test('an offer is answered by a button on the page, and nobody learns whose seat it was', async ({ house }) => {
  const { path, desk, seated } = await fullCourse(house)
  const api = await house.as(elbaue)
  const mine = (await api.post<Place>(`/events/${desk.event}/registrations`, {})).body
  await desk.leave(seated[0]?.id ?? '')
  const nele = await house.signedIn(elbaue)
  const offer = await nele.get(path)
  expect(offer.text).toContain('Ein Platz ist für Sie reserviert')
  expect(offer.text).not.toContain(secretName)
  expect((await nele.get('/anmeldungen')).text).toContain('Auf das Angebot antworten')
  await nele.get(path)
  await nele.post(`/anmeldungen/${mine.id}/antwort`, { antwort: 'annehmen' })
  expect((await desk.place(mine.id)).state).toBe('confirmed')
  const late = await nele.post(`/anmeldungen/${mine.id}/antwort`, { antwort: 'ablehnen' })
  expect(late.status).toBe(422)
  expect((await desk.place(mine.id)).state).toBe('confirmed')
})

test('leaving asks first, and the place of others is not there for a foreign municipality', async ({ house }) => {
  const { desk } = await fullCourse(house, { capacity: 5 })
  const api = await house.as(elbaue)
  const mine = (await api.post<Place>(`/events/${desk.event}/registrations`, {})).body
  const other = await house.signedIn(everything)
  expect((await other.get(`/anmeldungen/${mine.id}/abmeldung`)).status).toBe(404)
  await other.get('/kurse')
  expect((await other.post(`/anmeldungen/${mine.id}/abmeldung`, { reason: '' })).status).toBe(404)
  const nele = await house.signedIn(elbaue)
  const asked = await nele.get(`/anmeldungen/${mine.id}/abmeldung`)
  expect(asked.text).toContain('Platz zurückgeben')
  expect((await desk.place(mine.id)).state).toBe('confirmed')
  await nele.post(`/anmeldungen/${mine.id}/abmeldung`, { reason: 'krank' })
  expect((await desk.place(mine.id)).state).toBe('cancelled')
})

test('the head registers a colleague, names a substitute, and sees both with their state', async ({ house }) => {
  const { desk, path } = await fullCourse(house, { capacity: 9, perOrganization: null })
  const head = await house.signedIn(hvb)
  const form = await head.get(`${path}/anmeldung`)
  const options = [...form.html.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]+)</g)].map(([, id, name]) => ({
    id: id ?? '',
    name: name ?? '',
  }))
  const [colleague, second] = options.filter(({ name }) => !name.includes('Sie selbst'))
  expect(second).toBeDefined()
  await head.post(`${path}/anmeldung`, { personId: colleague?.id ?? '', note: '' })
  const place = (await desk.places()).find(({ person }) => person.name === colleague?.name)
  expect(place?.state).toBe('confirmed')
  expect((await head.get('/anmeldungen')).text).toContain(colleague?.name ?? '?')
  await head.get(`/anmeldungen/${place?.id}/vertretung`)
  await head.post(`/anmeldungen/${place?.id}/vertretung`, { personId: second?.id ?? '' })
  const after = await desk.places()
  expect(after.find(({ id }) => id === place?.id)?.state).toBe('cancelled')
  expect(after.find(({ person, state }) => person.name === second?.name && state === 'confirmed')).toBeDefined()
})

test('the reason stands there before anybody tries', async ({ house }) => {
  const soon = house.clock.now().add({ hours: 1 }).toString()
  const { path, desk } = await fullCourse(house, { closesAt: soon })
  const nele = await house.signedIn(elbaue)
  const now = house.clock.now()
  house.clock.set(now.add({ hours: 2 }))
  const { text } = await nele.get(path)
  const form = await nele.get(`${path}/anmeldung`)
  const api = await house.as(elbaue)
  const check = await api.get<{ allowed: boolean; reason: string }>(`/events/${desk.event}/registration-check`)
  house.clock.set(now)
  expect(text).toContain('Der Anmeldeschluss war am')
  expect(text).not.toContain('Zu dieser Veranstaltung anmelden')
  expect(form.text).not.toContain('Verbindlich anmelden')
  expect(check.body.allowed).toBe(false)
  expect(check.body.reason).toContain('Der Anmeldeschluss war am')
})

test('without the certificate of the course before it says which one is missing', async ({ house }) => {
  const { desk: base } = await fullCourse(house)
  const { path } = await fullCourse(house, { title: 'Aufbau', prerequisiteId: base.event })
  const nele = await house.signedIn(elbaue)
  expect((await nele.get(path)).text).toContain('Vorausgesetzt wird das Zertifikat von „Basisbefähigung“')
})

test('somebody signed out is led to the sign-in', async ({ house }) => {
  const { path } = await fullCourse(house)
  const asked = await house.browser().get(`${path}/anmeldung`)
  expect(asked.url).toContain('/anmeldung')
  expect(asked.text).toContain('Passwort')
  expect(asked.html).toContain(`name="weiter" value="${path}/anmeldung"`)
})

test('own registrations by the API, and those of the organization for whoever speaks for it', async ({ house }) => {
  const nele = await house.as(elbaue)
  const own = await nele.get<{ items: Place[] }>('/registrations')
  expect(own.status).toBe(200)
  expect(own.body.items.length).toBeGreaterThan(0)
  expect(JSON.stringify(own.body)).not.toContain(secretName)
  expect((await nele.get('/registrations?organization=1')).status).toBe(200)
  const member = await house.as(isb)
  expect((await member.get('/registrations?organization=1')).status).toBe(403)
})

test('no page asks the database more than nine times', async ({ house }) => {
  const { path } = await fullCourse(house)
  const nele = await house.signedIn(elbaue)
  const count = async (address: string): Promise<number> => {
    const units: number[] = []
    house.services.database.observe = (queries) => void units.push(queries - 2)
    await nele.get(address)
    house.services.database.observe = undefined
    return Math.max(...units)
  }
  expect(await count(path)).toBeLessThanOrEqual(8)
  expect(await count('/kurse')).toBeLessThanOrEqual(3)
  expect(await count('/anmeldungen')).toBeLessThanOrEqual(5)
})
