// The history of a road in the order of its days, and who leads a programme when the one who did is gone.
import { expect } from 'vitest'
import { encodeCursor } from '#platform/http/cursor.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, test } from '../harness/house.ts'
import { type Listed, programmeId, roadThere, secondManager } from './roads.ts'

interface Entry {
  at: string
}

test('the history begins with the latest, whenever it was written down, and goes on without a gap', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const client = await house.as(manager)
  const whole = await client.get<Listed<Entry>>(`/enrollments/${road.id}/changes?limit=200`)
  const moments = whole.body.items.map(({ at }) => Date.parse(at))
  expect(moments.length).toBeGreaterThan(9)
  expect(moments).toEqual(moments.toSorted((a, b) => b - a))
  const found: Entry[] = []
  let next: string | null = ''
  while (next !== null) {
    const from: string = next === '' ? '' : `&cursor=${next}`
    const { body } = await client.get<Listed<Entry>>(`/enrollments/${road.id}/changes?limit=4${from}`)
    found.push(...body.items)
    next = body.next
  }
  expect(found).toEqual(whole.body.items)
})

test('the page of the history takes no cursor of another list', async ({ house }) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const browser = await house.signedIn(manager)
  for (const cursor of ['x', encodeCursor(['gestern', road.id]), encodeCursor([road.id])])
    expect((await browser.get(`/teilnahmen/${road.id}/verlauf?ab=${cursor}`)).status).toBe(422)
})

test('the history can be narrowed to one step or one kind of change, and says so when nothing is left', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const client = await house.as(manager)
  const of = async (query: string) =>
    (
      await client.get<Listed<Entry & { step: string | null; what: string }>>(
        `/enrollments/${road.id}/changes?${query}`,
      )
    ).body.items
  expect(new Set((await of('kind=road')).map(({ step }) => step))).toEqual(new Set([null]))
  const states = await of('kind=state&limit=200')
  expect(states.length).toBeGreaterThan(5)
  expect(states.every(({ step, what }) => step !== null && what !== 'detail')).toBe(true)
  expect((await client.get(`/enrollments/${road.id}/changes?kind=alles`)).status).toBe(422)

  const browser = await house.signedIn(manager)
  const path = `/teilnahmen/${road.id}/verlauf`
  const narrowed = await browser.get(`${path}?schritt=admission&art=state`)
  expect(narrowed.text).toContain('Zulassung: ')
  expect(narrowed.text).not.toContain('Teilnahme begonnen')
  const empty = await browser.get(`${path}?schritt=settlement&art=state`)
  expect([empty.status, empty.text.includes('Dazu ist noch nichts geschehen')]).toEqual([200, true])
  expect((await browser.get(`${path}?schritt=gibtesnicht&art=x`)).text).toContain('Teilnahme begonnen')
})

test('a long history goes on page by page, keeps its filter on the way, and leads back to the latest', async ({
  house,
}) => {
  const road = await roadThere(house, 'sicherkommunal', 'Musterstadt')
  const client = await house.as(manager)
  for (let turn = 0; turn < 52; turn += 1)
    await client.put(`/enrollments/${road.id}/steps/settlement`, { state: 'open', note: `Stand ${turn}` })
  const browser = await house.signedIn(manager)
  const first = await browser.get(`/teilnahmen/${road.id}/verlauf?schritt=settlement`)
  expect(first.text).toContain('Stand 51')
  expect(first.text).not.toContain('Zu den jüngsten')
  const next = /href="([^"]+)"[^>]*>Ältere Änderungen/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(next).toContain('schritt=settlement')
  const second = await browser.get(next)
  expect(second.text).toContain('Stand 0')
  expect(second.text).not.toContain('Stand 51')
  expect(second.text).not.toContain('Ältere Änderungen')
  expect(second.html).toContain(`href="/teilnahmen/${road.id}/verlauf?schritt=settlement"`)
})

test('when the only named manager is one no longer, the others lead the programme again', async ({ house }) => {
  const id = await programmeId(house, 'prozessmanagement')
  const [torsten, second] = [await house.as(manager), await house.as(secondManager)]
  const { body } = await second.get<{ person: { id: string } }>('/me')
  const personId = body.person.id
  expect((await torsten.post(`/programmes/${id}/staff`, { personId, function: 'manager' })).status).toBe(201)
  expect((await torsten.patch(`/programmes/${id}`, { summary: 'Nein' })).status).toBe(403)
  await asOwner(house, (db) =>
    db
      .updateTable('identity.role_grant')
      .set({ from_day: '2000-01-01', until_day: '2000-01-02' })
      .where('person_id', '=', personId)
      .execute(),
  )
  expect((await torsten.patch(`/programmes/${id}`, { summary: 'Wieder alle' })).status).toBe(200)
  const page = await (await house.signedIn(manager)).get(`/programme-im-verbund/${id}`)
  expect(page.text).toContain('hat die Aufgabe beim Verbund nicht mehr')
  expect(page.text).toContain('Geleitet wird es von allen')
})
