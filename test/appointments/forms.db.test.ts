// The forms of appointments as a browser without a script sends them: what was refused is said, what was typed is there again.
import { expect } from 'vitest'
import { assessor, isb, test } from '../harness/house.ts'
import { type AppointmentJson, at, confirmed, proposed, roadOf, slot } from './cast.ts'

const dayOf = (moment: string): string => moment.slice(0, 10)

test('proposed by the form, refused with everything kept, and then at exactly the local time that was typed', async ({
  house,
}) => {
  const client = await house.as(assessor)
  const road = await roadOf(client, 'Stadt Musterstadt')
  const felix = await house.signedIn(assessor)
  const path = `/teilnahmen/${road.id}/termine/neu`
  await felix.get(path)
  const day = dayOf(at(house, 200, '09:00'))
  const typed = {
    step: 'other',
    title: 'Netz ansehen',
    note: 'Bitte den Netzplan bereitlegen.',
    tag1: day,
    von1: '09:00',
  }
  const half = await felix.post(path, { ...typed, ort: 'Serverraum' })
  expect([half.status, half.text]).toEqual([422, expect.stringContaining('Bitte eine Uhrzeit angeben.')])
  for (const kept of ['Netz ansehen', 'Bitte den Netzplan bereitlegen.', day, '09:00', 'Serverraum'])
    expect(half.html).toContain(kept)
  const nowhere = await felix.post(path, { ...typed, bis1: '10:30' })
  expect([nowhere.status, nowhere.html]).toEqual([422, expect.stringContaining('href="#feld-ort"')])
  const done = await felix.post(path, { ...typed, bis1: '10:30', ort: 'Serverraum' })
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Vorgeschlagen.')])
  const id = done.url.split('/').at(-1) ?? ''
  const { body } = await client.get<AppointmentJson>(`/appointments/${id}`)
  expect(body.proposals).toMatchObject([{ startsAt: at(house, 200, '09:00'), endsAt: at(house, 200, '10:30') }])
})

test('new times that are refused leave the date as it is, and the list of errors leads to their own form', async ({
  house,
}) => {
  const one = await confirmed(house, { proposals: [slot(house, 210, '09:00', '10:00')] })
  const felix = await house.signedIn(assessor)
  const path = `/teilnahmen/${one.enrollmentId}/termine/${one.id}/aendern`
  expect((await felix.get(path)).html).toContain('value="09:00"')
  const version = String(one.version)
  const wrong = await felix.post(path, {
    tun: 'vorschlaege',
    version,
    tag2: dayOf(at(house, 211, '09:00')),
    von2: '14:15',
  })
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('href="#neu-bis2"')])
  expect(wrong.html).toContain('id="neu-bis2"')
  expect(wrong.html).toContain('value="14:15"')
  const client = await house.as(assessor)
  expect((await client.get<AppointmentJson>(`/appointments/${one.id}`)).body).toMatchObject({ state: 'confirmed' })
  const day = dayOf(at(house, 211, '09:00'))
  const moved = await felix.post(path, { tun: 'zeit', version, tag1: day, von1: '13:00', bis1: '14:00', ort: 'Raum 3' })
  expect([moved.status, moved.text]).toEqual([200, expect.stringContaining('Geändert.')])
  const { body } = await client.get<AppointmentJson>(`/appointments/${one.id}`)
  expect(body).toMatchObject({ startsAt: at(house, 211, '13:00'), place: 'Raum 3' })
  const stale = await felix.post(path, { tun: 'angaben', version, title: 'Zu spät getippt' })
  expect([stale.status, stale.html]).toEqual([422, expect.stringContaining('Zu spät getippt')])
})

test('cancelled without a reason is not cancelled, and the list of errors leads to the reason of that form', async ({
  house,
}) => {
  const one = await proposed(house, { proposals: [slot(house, 220, '09:00', '10:00')] })
  const jana = await house.signedIn(isb)
  const path = `/teilnahmen/${one.enrollmentId}/termine/${one.id}`
  await jana.get(path)
  const blank = await jana.post(`${path}/absage`, { reason: '' })
  expect([blank.status, blank.html]).toEqual([422, expect.stringContaining('href="#absage-grund"')])
  const declined = await jana.post(`${path}/ablehnung`, {
    reason: '',
    tag1: dayOf(at(house, 221, '09:00')),
    von1: '08:45',
  })
  expect([declined.status, declined.html]).toEqual([422, expect.stringContaining('href="#ablehnung-grund"')])
  expect(declined.html).toContain('value="08:45"')
  const done = await jana.post(`${path}/absage`, { reason: 'Wahltag' })
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Abgesagt.')])
})

test('a date that has not begun is not recorded as held', async ({ house }) => {
  const one = await confirmed(house, { proposals: [slot(house, 2, '09:00', '10:00')] })
  const felix = await house.signedIn(assessor)
  const path = `/teilnahmen/${one.enrollmentId}/termine/${one.id}`
  await felix.get(path)
  const early = await felix.post(`${path}/stattgefunden`, {})
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('Noch nicht an der Reihe')])
  const client = await house.as(assessor)
  expect((await client.get<AppointmentJson>(`/appointments/${one.id}`)).body).toMatchObject({ state: 'confirmed' })
})
