// Documents, spot checks and the contractor's report on the road of a municipality: who says what, in which order, and what nobody else sees.
import { expect } from 'vitest'
import { assessor, demoPassword, everything, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { type Check, type Doc, documents, type Items, type Rep, type Road, roadOf, upload } from './cast.ts'

test('the story has documents in all states, a closed protocol and a draft that waits for the town', async ({
  house,
}) => {
  const road = await roadOf(house, isb)
  const found = await documents(house, isb, road.id)
  expect(found.map(({ state }) => state).toSorted()).toEqual([
    'doesNotExist',
    'missing',
    'received',
    ...Array.from({ length: 5 }, () => 'reviewed'),
  ])
  expect(found.flatMap(({ findings }) => findings ?? [])).toHaveLength(2)
  const reports = (await (await house.as(isb)).get<Items<Rep>>(`/contractor-reports?enrollmentId=${road.id}`)).body
    .items
  expect(reports.map(({ number, state }) => [number, state])).toEqual([
    [2, 'submitted'],
    [1, 'superseded'],
  ])
})

test('a small town hands in, says what does not exist, and closes its preparation when nothing is missing', async ({
  house,
}) => {
  const road = await roadOf(house, everything)
  const anke = await house.as(everything)
  const browser = await house.signedIn(everything)
  const at = `/teilnahmen/${road.id}/unterlagen`
  expect((await browser.get(at)).status).toBe(200)
  const early = await browser.post(`${at}/vollstaendig`, {})
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('Es fehlt noch')])
  for (const one of (await documents(house, everything, road.id)).filter(({ state }) => state === 'missing')) {
    const said = await anke.call<Doc>('PATCH', `/documents/${one.id}`, { state: 'doesNotExist', version: one.version })
    expect([said.status, said.body.state]).toEqual([200, 'doesNotExist'])
    const again = await anke.call('PATCH', `/documents/${one.id}`, { state: 'missing', version: 0 })
    expect(again.status).toBe(409)
  }
  const [first] = await documents(house, everything, road.id)
  const reviewed = await anke.call('PATCH', `/documents/${first?.id}`, { state: 'reviewed', version: first?.version })
  expect(reviewed.status).toBe(422)
  const further = await anke.call<Doc>(
    'POST',
    '/documents',
    upload({ enrollmentId: road.id, title: 'Dienstanweisung' }),
  )
  expect([further.status, further.body.state, further.body.key]).toEqual([201, 'received', null])
  expect((await browser.post(`${at}/vollstaendig`, {})).status).toBe(200)
  const steps = (await anke.get<Road>(`/enrollments/${road.id}`)).body.steps
  expect(steps.find(({ step }) => step === 'preparation')?.state).toBe('done')
})

test('wrong files, days gone by and documents of others are refused with nothing kept', async ({ house }) => {
  const road = await roadOf(house, isb)
  const jana = await house.as(isb)
  const [first] = await documents(house, isb, road.id)
  const at = `/documents/${first?.id}/files`
  expect((await jana.call('POST', at, upload({}, 'MZ\u0000\u0001', 'setup.exe'))).status).toBe(422)
  expect((await jana.call('POST', at, upload({ validUntil: '2020-01-01' }))).status).toBe(422)
  expect((await jana.call('POST', at, {})).status).toBe(422)
  expect((await (await house.as(everything)).call('POST', at, upload({}))).status).toBe(404)
  expect((await (await house.as(manager)).call('POST', at, upload({}))).status).toBe(403)
  expect((await (await house.as(assessor)).call('POST', at, upload({}))).status).toBe(403)
})

test('a new file after the review is received again, keeps the finding, and is reviewed anew', async ({ house }) => {
  const road = await roadOf(house, isb)
  const [jana, felix] = [await house.as(isb), await house.as(assessor)]
  const reviewed = (await documents(house, isb, road.id)).find(({ key }) => key === 'emergency')
  const at = `/documents/${reviewed?.id}`
  const handed = await jana.call<Doc>('POST', `${at}/files`, upload({}))
  expect([handed.status, handed.body.state, handed.body.findings?.length]).toEqual([201, 'received', 1])
  const found = await felix.post<Doc>(`${at}/findings`, { severity: 'low', text: 'Jetzt stimmt die Liste.' })
  expect(found.status).toBe(201)
  const finding = found.body.findings?.find(({ severity }) => severity === 'low')
  const back = await felix.post<Doc>(`${at}/findings/${finding?.id}/withdrawal`, { reason: 'Doppelt.' })
  expect(back.body.findings?.find(({ id }) => id === finding?.id)?.withdrawnAt).not.toBeNull()
  expect((await felix.post(`${at}/findings/${finding?.id}/withdrawal`, { reason: 'Doppelt.' })).status).toBe(422)
  const done = await felix.call<Doc>('PATCH', at, { state: 'reviewed', version: found.body.version })
  expect([done.status, done.body.state]).toEqual([200, 'reviewed'])
})

test('managers see states, never files, findings, samples or the report, and colleagues of other towns nothing', async ({
  house,
}) => {
  const road = await roadOf(house, isb)
  const torsten = await house.as(manager)
  const seen = await documents(house, manager, road.id)
  expect(seen.every(({ files, findings }) => files === null && findings === null)).toBe(true)
  const file = (await documents(house, isb, road.id)).flatMap(({ files }) => files ?? [])[0]
  expect((await torsten.get(`/files/${file?.fileId}`)).status).toBe(404)
  expect((await torsten.get(`/spot-checks?enrollmentId=${road.id}`)).status).toBe(403)
  const reports = (await torsten.get<Items<Rep>>(`/contractor-reports?enrollmentId=${road.id}`)).body.items
  expect(reports.every(({ content, comments }) => content === null && comments.length === 0)).toBe(true)
  const browser = await house.signedIn(manager)
  for (const part of ['unterlagen', 'stichproben', 'berichte'])
    expect((await browser.get(`/teilnahmen/${road.id}/${part}`)).status).toBe(200)
  expect((await browser.get(`/teilnahmen/${road.id}/stichproben/protokoll.pdf`)).status).toBe(403)
  expect(await documents(house, everything, road.id)).toEqual([])
  expect((await (await house.signedIn(everything)).get(`/teilnahmen/${road.id}/berichte`)).status).toBe(404)
})

test('an assessor who reads is noted, and the town sees it', async ({ house }) => {
  const road = await roadOf(house, isb)
  const felix = await house.signedIn(assessor)
  for (const part of ['unterlagen', 'stichproben', 'berichte'])
    expect((await felix.get(`/teilnahmen/${road.id}/${part}`)).status).toBe(200)
  const events = await (await house.as(isb)).get<Items<{ event: string }>>('/audit-events?limit=50')
  expect(events.body.items.filter(({ event }) => event === 'participation.read').length).toBeGreaterThanOrEqual(3)
})

test('a closed protocol is frozen, comments go on, and it comes as PDF and table', async ({ house }) => {
  const road = await roadOf(house, isb)
  const [jana, felix] = [await house.as(isb), await house.as(assessor)]
  const checks = (await jana.get<Items<Check>>(`/spot-checks?enrollmentId=${road.id}`)).body.items
  expect(checks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  const body = {
    object: 'Probe',
    what: 'Probe',
    expected: 'Probe',
    result: 'asExpected',
    checkedOn: '2026-01-01',
  }
  const late = await felix.post<{ title: string }>('/spot-checks', { enrollmentId: road.id, ...body })
  expect([late.status, late.body.title]).toEqual([422, expect.stringContaining('abgeschlossen')])
  const correction = { ...body, version: 1, reason: 'Zu spät.' }
  expect((await felix.call('PATCH', `/spot-checks/${checks[0]?.id}`, correction)).status).toBe(422)
  expect((await jana.post(`/spot-checks/${checks[0]?.id}/comments`, { text: 'Danke.' })).status).toBe(201)
  expect((await felix.post(`/spot-checks/${checks[0]?.id}/comments`, { text: 'Danke.' })).status).toBe(403)
  const sheet = await jana.get(`/enrollments/${road.id}/spot-checks.xlsx`)
  expect([sheet.status, sheet.text.slice(0, 2)]).toEqual([200, 'PK'])
  const paper = await jana.get(`/enrollments/${road.id}/spot-checks.pdf`)
  expect([paper.status, paper.text.slice(0, 4)]).toEqual([200, '%PDF'])
})

test('once the protocol is closed the page of a new sample says so instead of asking, and keeps what was typed meanwhile', async ({
  house,
}) => {
  const road = await roadOf(house, isb)
  const felix = await house.signedIn(assessor)
  const path = `/teilnahmen/${road.id}/stichproben/neu`
  expect((await felix.get(`/teilnahmen/${road.id}/stichproben`)).html).not.toContain(path)
  const page = await felix.get(path)
  expect([page.status, page.text.includes('Das Protokoll ist abgeschlossen')]).toEqual([200, true])
  expect(page.html).not.toContain('name="object"')
  expect(page.html).toContain(`href="/teilnahmen/${road.id}/stichproben"`)
  const typed = { object: 'Serverraum', what: 'Tür', expected: 'zu', result: 'asExpected', checkedOn: '2026-01-01' }
  const late = await felix.post(path, typed)
  expect([late.status, late.text.includes('Gespeichert ist nichts')]).toEqual([422, true])
  expect(late.html).toContain('value="Serverraum"')
})

test('the town talks about the draft, asks for changes, and accepts the next version with a signature', async ({
  house,
}) => {
  const road = await roadOf(house, isb)
  const [jana, martin, tobias, felix] = [
    await house.as(isb),
    await house.as(hvb),
    await house.as(itStaff),
    await house.as(assessor),
  ]
  const newest = async () =>
    (await jana.get<Items<Rep>>(`/contractor-reports?enrollmentId=${road.id}`)).body.items[0]?.id ?? ''
  const draft = `/contractor-reports/${await newest()}`
  const said = await tobias.post<Rep>(`${draft}/comments`, { place: 'Seite 9', text: 'Der Name ist falsch.' })
  const comment = said.body.comments.find(({ text }) => text === 'Der Name ist falsch.')
  const answered = await felix.post<Rep>(`${draft}/comments`, { text: 'Stimmt.', answersId: comment?.id })
  expect(answered.status).toBe(201)
  const settled = await jana.call<Rep>('PATCH', `${draft}/comments/${comment?.id}`, { settled: true })
  expect(settled.body.comments.find(({ id }) => id === comment?.id)?.settledAt).not.toBeNull()
  expect((await tobias.post(`${draft}/acceptance`, { password: demoPassword })).status).toBe(403)
  expect((await martin.post(`${draft}/acceptance`, { password: 'falsch' })).status).toBe(422)
  const asked = await jana.post<Rep>(`${draft}/change-requests`, { wish: 'Bitte den Namen ändern.' })
  expect([asked.status, asked.body.state]).toEqual([200, 'changesAsked'])
  const waits = async () =>
    (await jana.get<Road>(`/enrollments/${road.id}`)).body.steps.find(({ step }) => step === 'report')
  expect((await waits())?.state).toBe('inProgress')
  expect((await martin.post(`${draft}/acceptance`, { password: demoPassword })).status).toBe(422)
  const delivered = await felix.call<{ id: string }>(
    'POST',
    '/contractor-reports',
    upload({ enrollmentId: road.id, summary: 'Name geändert.' }),
  )
  expect(delivered.status).toBe(201)
  const stale = await martin.post<{ title: string }>(`${draft}/acceptance`, { password: demoPassword })
  expect([stale.status, stale.body.title]).toEqual([409, expect.stringContaining('neuere Fassung')])
  const at = `/contractor-reports/${delivered.body.id}`
  const other = await martin.post(`${at}/acceptance`, { password: demoPassword, shownSha256: '0'.repeat(64) })
  expect(other.status).toBe(409)
  expect((await waits())?.state).toBe('inProgress')
  const accepted = await martin.post<Rep>(`${at}/acceptance`, { password: demoPassword })
  expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted'])
  expect((await waits())?.state).toBe('done')
  expect((await jana.post(`${at}/comments`, { text: 'Zu spät.' })).status).toBe(422)
  const without = await felix.call('POST', '/contractor-reports', upload({ enrollmentId: road.id }))
  expect(without.status).toBe(422)
  const anew = upload({ enrollmentId: road.id, reason: 'Ein Anhang fehlte.' })
  expect((await felix.call('POST', '/contractor-reports', anew)).status).toBe(201)
  expect((await waits())?.state).toBe('done')
})
