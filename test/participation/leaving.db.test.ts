// What is left of documents and reports when a municipality leaves the programme, and when an assessor is assigned no longer.
import { expect } from 'vitest'
import { needSources } from '#app/portal-parts.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, demoPassword, everything, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { documents, type Items, type Rep, roadOf, upload } from './cast.ts'

interface TaskJson {
  title: string
  reason: string
  url: string
}

const isOurs = (url: string): boolean => /\/(unterlagen|berichte)$/.test(url)

const tasks = async (house: TestHouse, email: string): Promise<TaskJson[]> =>
  (await (await house.as(email)).get<Items<TaskJson>>('/tasks?limit=100')).body.items

const needs = (house: TestHouse): Promise<Record<string, readonly string[]>> =>
  asOwner(house, async (db) => {
    const actor = { personId: '', name: '', email: '', actingFor: null, roles: [], organizations: [] }
    const programme = await findProgrammeByKey(db, 'sicherkommunal')
    const source = needSources.find(({ name }) => name === 'security/participation')
    const found = programme && (await source?.list({ db, now: house.clock.now(), actor }, programme))
    return Object.fromEntries((found ?? []).map(({ key, enrollmentIds }) => [key, enrollmentIds]))
  })

test('each side has its duty with the place where it is done', async ({ house }) => {
  const road = await roadOf(house, isb)
  const small = await roadOf(house, everything)
  const page = (id: string, part: string) => `/teilnahmen/${id}/${part}`
  expect(await tasks(house, everything)).toContainEqual(
    expect.objectContaining({ title: 'Unterlagen ablegen', url: page(small.id, 'unterlagen') }),
  )
  expect(await tasks(house, isb)).toContainEqual(
    expect.objectContaining({ title: 'Berichtsentwurf prüfen', url: page(road.id, 'berichte') }),
  )
  const felix = await tasks(house, assessor)
  expect(felix).toContainEqual(
    expect.objectContaining({
      title: 'Unterlagen prüfen',
      reason: expect.stringContaining('1 Dokument ist eingegangen'),
    }),
  )
  expect(felix).toContainEqual(
    expect.objectContaining({ title: 'Beiträge zum Bericht beantworten', url: page(road.id, 'berichte') }),
  )
  expect((await tasks(house, manager)).filter(({ url }) => url.includes(road.id) && isOurs(url))).toEqual([])
})

test('a programme sees who lacks documents, and a report that lies longer than a week', async ({ house }) => {
  const road = await roadOf(house, isb)
  const small = await roadOf(house, everything)
  const before = await needs(house)
  expect(before['documentsMissing']).toContain(small.id)
  expect(before['documentsMissing']).not.toContain(road.id)
  expect(before['reportWithOrganization'] ?? []).not.toContain(road.id)
  const today = house.clock.now()
  house.clock.set(today.add({ hours: 24 * 8 }))
  expect((await needs(house))['reportWithOrganization']).toContain(road.id)
  house.clock.set(today)
})

test('what a municipality that has left handed in stays readable, and nothing of it changes', async ({ house }) => {
  const road = await roadOf(house, everything)
  const anke = await house.as(everything)
  const [first] = await documents(house, everything, road.id)
  const left = await anke.post(`/enrollments/${road.id}/withdrawal`, { reason: 'Der Rat hat anders entschieden.' })
  expect(left.status).toBe(200)
  const kept = await documents(house, everything, road.id)
  expect(kept.find(({ id }) => id === first?.id)).toEqual(first)
  const file = first?.files?.[0]
  expect((await anke.get(`/files/${file?.fileId}`)).status).toBe(200)
  const replies = [
    await anke.call('POST', '/documents', upload({ enrollmentId: road.id, title: 'Zu spät' })),
    await anke.call('POST', `/documents/${first?.id}/files`, upload({})),
    await anke.patch(`/documents/${first?.id}`, { state: 'missing', version: first?.version }),
  ]
  for (const { status, text } of replies) expect([status, text]).toEqual([403, expect.stringContaining('beendet')])
  const page = await (await house.signedIn(everything)).get(`/teilnahmen/${road.id}/unterlagen`)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Die Teilnahme ist beendet')])
  expect(page.text).not.toContain('Gibt es bei uns nicht')
  expect((await tasks(house, everything)).filter(({ url }) => url.includes(road.id) && isOurs(url))).toEqual([])
  expect((await needs(house))['documentsMissing'] ?? []).not.toContain(road.id)
})

test('the report of a municipality that has left is neither accepted nor delivered anew', async ({ house }) => {
  const road = await roadOf(house, isb)
  const [jana, martin, felix] = [await house.as(isb), await house.as(hvb), await house.as(assessor)]
  const reports = async () =>
    (await jana.get<Items<Rep>>(`/contractor-reports?enrollmentId=${road.id}`)).body.items.map(({ id, state }) => [
      id,
      state,
    ])
  const before = await reports()
  const withdrawn = await martin.post(`/enrollments/${road.id}/withdrawal`, { reason: 'Haushaltssperre.' })
  expect(withdrawn.status).toBe(200)
  const at = `/contractor-reports/${before[0]?.[0]}`
  const replies = [
    await martin.post(`${at}/acceptance`, { password: demoPassword }),
    await jana.post(`${at}/change-requests`, { wish: 'Bitte kürzen.' }),
    await jana.post(`${at}/comments`, { text: 'Noch etwas.' }),
    await felix.call('POST', '/contractor-reports', upload({ enrollmentId: road.id })),
  ]
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect(await reports()).toEqual(before)
  expect((await (await house.signedIn(isb)).get(`/teilnahmen/${road.id}/berichte`)).text).toContain('beendet')
  const back = await (
    await house.as(manager)
  ).post(`/enrollments/${road.id}/reentry`, { reason: 'Der Haushalt ist frei.' })
  expect(back.status).toBe(200)
  expect((await jana.post(`${at}/comments`, { text: 'Wir sind wieder da.' })).status).toBe(201)
})

test('an assessor who is no longer assigned finds neither documents nor reports, by page, operation, file or duty', async ({
  house,
}) => {
  const road = await roadOf(house, isb)
  const [jana, felix] = [await house.as(isb), await house.as(assessor)]
  const theirs = await documents(house, isb, road.id)
  const handed = theirs.find(({ files }) => (files ?? []).length > 0)
  const [report] = (await jana.get<Items<Rep>>(`/contractor-reports?enrollmentId=${road.id}`)).body.items
  expect((await felix.get(`/documents/${handed?.id}`)).status).toBe(200)
  await endAssignment(house, road.organizationId)
  expect(await documents(house, assessor, road.id)).toEqual([])
  const gone = [
    await felix.get(`/documents/${handed?.id}`),
    await felix.get(`/files/${handed?.files?.[0]?.fileId}`),
    await felix.get(`/contractor-reports/${report?.id}`),
    await felix.post(`/documents/${handed?.id}/findings`, { severity: 'low', text: 'Zu spät.' }),
    await felix.patch(`/documents/${handed?.id}`, { state: 'reviewed', version: handed?.version }),
    await felix.call('POST', '/contractor-reports', upload({ enrollmentId: road.id })),
  ]
  expect(gone.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  const browser = await house.signedIn(assessor)
  for (const part of ['unterlagen', 'stichproben', 'berichte'])
    expect((await browser.get(`/teilnahmen/${road.id}/${part}`)).status).toBe(404)
  expect((await tasks(house, assessor)).filter(({ url }) => url.includes(road.id) && isOurs(url))).toEqual([])
  expect(await documents(house, isb, road.id)).toEqual(theirs)
})

async function endAssignment(house: TestHouse, organizationId: string): Promise<void> {
  const torsten = await house.as(manager)
  const found = await torsten.get<Items<{ id: string; organizationId: string }>>('/assignments?limit=200')
  for (const { id } of found.body.items.filter((one) => one.organizationId === organizationId))
    expect((await torsten.call('DELETE', `/assignments/${id}`)).status).toBe(200)
}
