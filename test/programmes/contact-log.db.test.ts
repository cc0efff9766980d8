// What the cooperative keeps of its talks with municipalities: who writes it, who reads it, and what follows.
import { expect } from 'vitest'
import { everything, hvb, manager, observer, test } from '../harness/house.ts'
import { guide, type Listed, programmeId, roadOf, roadThere } from './roads.ts'

interface EntryJson {
  id: string
  what: string
  kind: string
  followUpOn: string | null
  followedUpAt: string | null
}

const security = 'sicherkommunal'

test('a call is kept, moves the last contact of the road, and comes back as a duty on its day', async ({ house }) => {
  const road = await roadThere(house, security, 'Kleinweiler')
  const torsten = await house.signedIn(manager)
  await torsten.get(`/teilnahmen/${road.id}/kontakte`)
  const written = await torsten.post(`/teilnahmen/${road.id}/kontakte`, {
    kind: 'call',
    withWhom: 'Frau Rohrbeck',
    what: 'Der Netzplan kommt bis Freitag.',
    followUpOn: '2099-05-04',
  })
  expect(written.text).toContain('Der Kontakt ist eingetragen.')
  expect(written.text).toContain('mit Frau Rohrbeck')
  expect(written.text).toContain('04.05.2099')
  const tasks = await (await house.as(manager)).get<Listed<{ title: string; reason: string; dueOn: string }>>('/tasks')
  expect(tasks.body.items).toContainEqual(
    expect.objectContaining({ title: 'Gemeinde Kleinweiler wieder ansprechen', dueOn: '2099-05-04' }),
  )
})

test('a follow-up that is done is no duty any more, and doing it twice changes nothing', async ({ house }) => {
  const client = await house.as(manager)
  const list = await client.get<Listed<EntryJson>>(
    `/contact-entries?programmeId=${await programmeId(house, security)}&openFollowUps=true`,
  )
  const [entry] = list.body.items
  const done = await client.post<EntryJson>(`/contact-entries/${entry?.id}/follow-up`)
  const again = await client.post<EntryJson>(`/contact-entries/${entry?.id}/follow-up`)
  expect(done.body.followedUpAt).toBeTruthy()
  expect(again.body.followedUpAt).toBe(done.body.followedUpAt)
  expect((await client.get('/tasks')).text).not.toContain(String(entry?.what))
})

test('a day that lies ahead, an empty text and a past follow-up are refused, and what was typed stays', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Kleinweiler')
  const torsten = await house.signedIn(manager)
  await torsten.get(`/teilnahmen/${road.id}/kontakte`)
  const path = `/teilnahmen/${road.id}/kontakte`
  const ahead = await torsten.post(path, { kind: 'call', what: 'Lange Rede', onDay: '2099-01-01' })
  expect([ahead.status, ahead.text]).toEqual([422, expect.stringContaining('liegt noch vor uns')])
  expect(ahead.html).toContain('Lange Rede')
  const past = await torsten.post(path, { kind: 'call', what: 'Kurze Rede', followUpOn: '2001-01-01' })
  expect([past.status, past.text]).toEqual([422, expect.stringContaining('Dieser Tag ist vorbei')])
  expect((await torsten.post(path, { kind: 'call', what: '  ' })).status).toBe(422)
})

test('the municipality does not read it, neither by page nor by API, nor does anybody outside the programme', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Kleinweiler')
  const anke = await house.signedIn(everything)
  const page = await anke.get(`/teilnahmen/${road.id}/kontakte`)
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('leitet oder betreut')])
  for (const email of [everything, hvb, observer]) {
    const list = await (await house.as(email)).get<Listed<EntryJson>>('/contact-entries')
    expect([email, list.body.items]).toEqual([email, []])
  }
  expect((await (await house.as(guide)).get<Listed<EntryJson>>('/contact-entries')).body.items.length).toBeGreaterThan(
    0,
  )
})

test('an entry is taken away by who wrote it, and by nobody else', async ({ house }) => {
  const client = await house.as(manager)
  const body = {
    programmeId: await programmeId(house, security),
    organizationId: (await roadOf(house, { key: security, name: 'Auental' }))?.organizationId,
    kind: 'note',
    what: 'Aus Versehen',
  }
  const { id } = (await client.post<EntryJson>('/contact-entries', body)).body
  expect((await (await house.as(guide)).call('DELETE', `/contact-entries/${id}`)).status).toBe(403)
  expect((await client.call('DELETE', `/contact-entries/${id}`)).status).toBe(200)
  expect((await client.get('/contact-entries')).text).not.toContain('Aus Versehen')
})

test('those who are not in yet are approached once, each with what was said, and nobody overwrites a colleague', async ({
  house,
}) => {
  const miriam = await house.as(guide)
  const guidance = await programmeId(house, 'digital-lotsen')
  const begun = await miriam.post<{ id: string; total: number; open: number }>('/campaigns', {
    programmeId: guidance,
    title: 'Noch einmal alle',
  })
  expect(begun.status).toBe(201)
  const { id } = begun.body
  const list = await miriam.get<Listed<{ organizationId: string; organizationName: string; version: number }>>(
    `/campaigns/${id}/approaches`,
  )
  const names = list.body.items.map(({ organizationName }) => organizationName)
  expect(names).toContain('Gemeinde Auental')
  expect(names).not.toContain('Gemeinde Kleinweiler')
  const [town] = list.body.items
  const path = `/campaigns/${id}/approaches/${town?.organizationId}`
  const entry = { kind: 'call', what: 'Der Rat entscheidet im Dezember.', followUpOn: '2099-01-08' }
  expect((await miriam.put(path, { state: 'interested', version: 1, entry })).status).toBe(200)
  const late = await miriam.put(path, { state: 'declined', version: 1 })
  expect(late.status).toBe(409)
  const after = await miriam.get<{ items: { state: string; lastEntry: string }[] }>(`/campaigns/${id}/approaches`)
  expect(after.body.items[0]).toMatchObject({ state: 'interested', lastEntry: entry.what })
  await miriam.post(`/campaigns/${id}/closing`)
  const closed = await miriam.put(path, { state: 'declined', version: 2 })
  expect([closed.status, closed.text]).toEqual([422, expect.stringContaining('beendet')])
})

test('a campaign is gone through page by page: a refused entry stays in its own form', async ({ house }) => {
  const guidance = await programmeId(house, 'digital-lotsen')
  const lotse = await house.signedIn(guide)
  const overview = await lotse.get(`/programme-im-verbund/${guidance}/anlaufen`)
  expect(overview.text).toContain('Anrufe bei denen, die noch fehlen')
  const href = /href="([^"]+)">Anrufe bei denen/.exec(overview.html)?.[1] ?? ''
  const campaign = await lotse.get(href)
  expect(campaign.text).toContain('Was bringt es Ihnen')
  const action = /action="([^"]+\/anlaufen\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/.exec(campaign.html)?.[1] ?? ''
  const refused = await lotse.post(action, {
    state: 'later',
    version: '1',
    kind: 'call',
    what: 'Text',
    onDay: '2099-01-01',
  })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('liegt noch vor uns')])
  const kept = await lotse.post(action, { state: 'later', version: '1', kind: 'call', what: 'Ruft zurück' })
  expect(kept.text).toContain('Der Kontakt ist eingetragen.')
  expect(kept.text).toContain('Ruft zurück')
})
