// Changing a programme that runs: by whom, by two at once, on roads that exist, and what is refused.
import { expect } from 'vitest'
import { localDay } from '#kernel/local-day.ts'
import { everything, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { fieldsOf, valueOf } from './fields.ts'
import { guide, type Listed, programmeId, type RoadJson, roadThere, secondManager } from './roads.ts'

interface ProgrammeJson {
  id: string
  version: number
  summary: string
  state: string
  declarationVersion: number
  stages: { number: number; releasedOn: string | null; decision: string }[]
  documents: { key: string; title: string }[]
  phases: { key: string; title: string; steps: { key: string; title: string }[] }[]
}

/** A programme of three phases, the last one without steps, with Kleinweiler on its road. */
async function added(house: TestHouse, name: string, more: object = {}): Promise<ProgrammeJson & { road: string }> {
  const torsten = await house.as(manager)
  const step = { duty: 'Tun', acts: 'organization' }
  const { status, body } = await torsten.post<ProgrammeJson>('/programmes', {
    name,
    phases: [
      { key: 'first', title: 'Erste', steps: [{ ...step, key: 'begin', title: 'Anfang' }] },
      { key: 'last', title: 'Letzte', steps: [{ ...step, key: 'end', title: 'Ende', needs: ['begin'] }] },
      { key: 'spare', title: 'Reserve', steps: [] },
    ],
    stages: [{ title: 'Alles', amountCents: 100_000 }],
    ...more,
  })
  expect(status).toBe(201)
  const { organizationId } = await roadThere(house, 'sicherkommunal', 'Kleinweiler')
  const road = await torsten.post<RoadJson>('/enrollments', { programmeId: body.id, organizationId })
  return { ...body, road: road.body.id }
}

const shown = async (house: TestHouse, id: string): Promise<ProgrammeJson> =>
  (await (await house.as(manager)).get<ProgrammeJson>(`/programmes/${id}`)).body

const roadNow = async (house: TestHouse, id: string): Promise<RoadJson> =>
  (await (await house.as(manager)).get<RoadJson>(`/enrollments/${id}`)).body

const personOf = async (house: TestHouse, email: string): Promise<string> =>
  (await (await house.as(email)).get<{ person: { id: string } }>('/me')).body.person.id

test('two change the facts at once: the second sees both, keeps everything typed, and decides', async ({ house }) => {
  const { id } = await added(house, 'Zwei zugleich')
  const path = `/programme-im-verbund/${id}/aendern`
  const [first, second] = [await house.signedIn(manager), await house.signedIn(secondManager)]
  const form = fieldsOf(await first.get(path))
  await second.get(path)
  expect((await first.post(path, { ...form, summary: 'Fassung eins' })).text).toContain('Die Änderung ist gespeichert.')
  const late = await second.post(path, { ...form, summary: 'Fassung zwei', about: 'Noch ein Absatz' })
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('inzwischen auch geändert')])
  for (const words of ['Fassung eins', 'Fassung zwei', 'Noch ein Absatz', 'Torsten Ehlers'])
    expect(late.text).toContain(words)
  expect((await shown(house, id)).summary).toBe('Fassung eins')
  const kept = await second.post(path, fieldsOf(late))
  expect(kept.status).toBe(200)
  expect(await shown(house, id)).toMatchObject({ summary: 'Fassung zwei', about: 'Noch ein Absatz' })
})

test('by the interface two versions are told with yours, theirs and the one that counts', async ({ house }) => {
  const { id, version } = await added(house, 'Zwei Fassungen')
  const torsten = await house.as(manager)
  const path = `/programmes/${id}`
  expect((await torsten.patch(path, { summary: 'Meine', version })).status).toBe(200)
  const late = await (await house.as(secondManager)).patch(path, { summary: 'Andere', version })
  expect([late.status, late.body]).toEqual([
    409,
    expect.objectContaining({
      yours: { summary: 'Andere' },
      theirs: expect.objectContaining({ summary: 'Meine' }),
      version: version + 1,
    }),
  ])
})

test('facts that cannot be are refused with everything typed, at the field', async ({ house }) => {
  const { id } = await added(house, 'Widersprüche')
  const path = `/programme-im-verbund/${id}/aendern`
  const browser = await house.signedIn(manager)
  const form = fieldsOf(await browser.get(path))
  const before = await shown(house, id)
  for (const [wrong, why] of [
    [{ name: '' }, 'Name'],
    [{ name: 'x'.repeat(121) }, '120'],
    [{ startsOn: '2026-12-31', deadline: '2026-12-01' }, 'Die Frist liegt vor dem Beginn'],
    [{ deadline: '31.12.2026' }, 'Das ist kein Tag'],
    [{ totalCents: '999,99' }, 'mehr als der Betrag'],
    [{ totalCents: 'viel' }, 'Bitte einen Betrag'],
    [{ expected: '-1' }, 'Bitte eine ganze Zahl'],
    [{ contactEmail: 'niemand' }, 'keine E-Mail-Adresse'],
    [{ contractorId: id }, 'kein Auftragnehmer'],
    [{ [`zahlen-${id}`]: 'ja' }, 'gibt es nicht'],
    [{ state: 'gelaufen' }, 'Stand'],
  ] as const) {
    const sent: Record<string, string> = { ...form, summary: 'Getippt <i>& behalten</i>', ...wrong }
    const page = await browser.post(path, sent)
    expect([wrong, page.status, page.text]).toEqual([wrong, 422, expect.stringContaining(why)])
    for (const name of ['name', 'summary', 'startsOn', 'deadline', 'totalCents', 'expected', 'contactEmail'])
      expect([name, valueOf(page, name)]).toEqual([name, sent[name]])
    expect(page.html).not.toContain('<i>& behalten')
  }
  expect(await shown(house, id)).toEqual(before)
})

test('another text of the declaration is a further version, the same text is none', async ({ house }) => {
  const { id, declarationVersion } = await added(house, 'Texte', { declarationText: 'Wir machen mit.' })
  const path = `/programme-im-verbund/${id}/aendern`
  const browser = await house.signedIn(manager)
  const form = fieldsOf(await browser.get(path))
  const same = await browser.post(path, { ...form, summary: 'Neu' })
  expect(same.text).not.toContain('Fassung 2')
  const again = fieldsOf(await browser.get(path))
  const changed = await browser.post(path, { ...again, declarationText: 'Wir machen alle mit.' })
  expect(changed.text).toContain('Der Text der Erklärung ist jetzt Fassung 2.')
  expect((await shown(house, id)).declarationVersion).toBe(declarationVersion + 1)
})

test('a new step reaches every road, open where something follows, not needed where all is over', async ({ house }) => {
  const { id, road } = await added(house, 'Neuer Schritt')
  const torsten = await house.as(manager)
  const other = await torsten.post<RoadJson>('/enrollments', {
    programmeId: id,
    organizationId: (await roadThere(house, 'sicherkommunal', 'Auental')).organizationId,
  })
  for (const step of ['begin', 'end'])
    await torsten.put(`/enrollments/${other.body.id}/steps/${step}`, { state: 'done' })
  const browser = await house.signedIn(manager)
  const path = `/programme-im-verbund/${id}/schritte`
  await browser.get(path)
  const typed = {
    title: 'Beschluss im Rat',
    duty: 'Beschließen',
    acts: 'organization',
    typicalDays: '30',
    place: 'first/begin',
    'davor-begin': 'ja',
  }
  const refused = await browser.post(path, { ...typed, 'davor-begin': '', 'davor-end': 'ja' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('kein Schritt, der davor steht')])
  expect(fieldsOf(refused)).toMatchObject({
    title: typed.title,
    duty: typed.duty,
    'davor-end': 'ja',
    place: typed.place,
  })
  const saved = await browser.post(path, typed)
  expect(saved.text).toContain('steht auf jedem Weg')
  const [mine, theirs] = [await roadNow(house, road), await roadNow(house, other.body.id)]
  expect(mine.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'begin open',
    'beschlussImRat open',
    'end open',
  ])
  expect(theirs.steps.map(({ state }) => state)).toEqual(['done', 'notNeeded', 'done'])
  expect([theirs.phase, theirs.currentStep]).toEqual(['completed', null])
  const history = await torsten.get<Listed<{ step: string; note: string }>>(`/enrollments/${road}/changes`)
  expect(history.body.items[0]).toMatchObject({ step: 'beschlussImRat', note: 'Neuer Schritt des Programms' })
  const early = await torsten.put(`/enrollments/${road}/steps/beschlussImRat`, { state: 'done' })
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('Zuerst „Anfang“')])
})

test('a step cannot begin to need what a road has gone past, nor stand before what it needs', async ({ house }) => {
  const { id, road } = await added(house, 'Nachträglich')
  const torsten = await house.as(manager)
  await torsten.post(`/programmes/${id}/steps`, {
    key: 'aside',
    phaseKey: 'first',
    after: 'begin',
    title: 'Daneben',
    duty: 'Tun',
    acts: 'organization',
  })
  for (const step of ['begin', 'end'])
    expect((await torsten.put(`/enrollments/${road}/steps/${step}`, { state: 'done' })).status).toBe(200)
  const further = await torsten.patch(`/programmes/${id}/steps/end`, { needs: ['begin', 'aside'] })
  expect([further.status, further.text]).toEqual([422, expect.stringContaining('Eine Kommune hat')])
  const browser = await house.signedIn(manager)
  const path = `/programme-im-verbund/${id}/schritte/end`
  const form = fieldsOf(await browser.get(path))
  const moved = await browser.post(path, { ...form, place: 'first/' })
  expect([moved.status, moved.text]).toEqual([422, expect.stringContaining('kein Schritt, der davor steht')])
  const phases = await torsten.put(`/programmes/${id}/phases/last`, { title: 'Letzte', after: null })
  expect(phases.status).toBe(422)
})

test('a phase with steps and a step that is begun or needed stay; what nobody uses goes', async ({ house }) => {
  const { id, road } = await added(house, 'Entfernen')
  const torsten = await house.as(manager)
  const browser = await house.signedIn(manager)
  await browser.get(`/programme-im-verbund/${id}/phasen`)
  const full = await browser.post(`/programme-im-verbund/${id}/phasen/first/entfernen`, {})
  expect([full.status, full.text]).toEqual([422, expect.stringContaining('steht noch ein Schritt')])
  const empty = await browser.post(`/programme-im-verbund/${id}/phasen/spare/entfernen`, {})
  expect(empty.text).toContain('Die Phase ist entfernt.')
  const needed = await torsten.call('DELETE', `/programmes/${id}/steps/begin`)
  expect([needed.status, needed.text]).toEqual([422, expect.stringContaining('verlangt')])
  await torsten.put(`/enrollments/${road}/steps/begin`, { state: 'done' })
  await torsten.put(`/enrollments/${road}/steps/end`, { state: 'inProgress' })
  await browser.get(`/programme-im-verbund/${id}/schritte/end`)
  const begun = await browser.post(`/programme-im-verbund/${id}/schritte/end/entfernen`, {})
  expect([begun.status, begun.text]).toEqual([422, expect.stringContaining('Eine Kommune hat')])
  await torsten.put(`/enrollments/${road}/steps/end`, { state: 'open' })
  expect((await torsten.call('DELETE', `/programmes/${id}/steps/end`)).status).toBe(200)
  expect(await roadNow(house, road)).toMatchObject({ phase: 'completed', currentStep: null, waitingFor: null })
})

test('a road whose last step is taken out waits for nothing any more', async ({ house }) => {
  const { id, road } = await added(house, 'Ganz leer')
  const torsten = await house.as(manager)
  for (const step of ['end', 'begin'])
    expect((await torsten.call('DELETE', `/programmes/${id}/steps/${step}`)).status).toBe(200)
  expect(await roadNow(house, road)).toMatchObject({ currentStep: null, waitingFor: null, missing: '', steps: [] })
  expect((await (await house.signedIn(manager)).get(`/teilnahmen/${road}`)).status).toBe(200)
})

test('a stage is released once, by a decision, never in the future, and then stays as it is', async ({ house }) => {
  const { id } = await added(house, 'Freigabe')
  const path = `/programme-im-verbund/${id}/stufen/1/freigabe`
  const browser = await house.signedIn(manager)
  await browser.get(path)
  const today = localDay(house.clock.now())
  const typed = { on: today.toString(), decision: 'Beschluss des Vorstands', sure: 'ja' }
  for (const [wrong, why] of [
    [{ on: today.add({ days: 1 }).toString() }, 'liegt noch vor uns'],
    [{ on: '' }, 'Bitte einen Tag wählen'],
    [{ decision: '' }, 'Entscheidung'],
    [{ sure: '' }, 'Bitte bestätigen Sie'],
  ] as const) {
    const page = await browser.post(path, { ...typed, ...wrong })
    expect([wrong, page.status, page.text]).toEqual([wrong, 422, expect.stringContaining(why)])
    expect(valueOf(page, 'decision')).toBe({ ...typed, ...wrong }.decision)
  }
  expect((await shown(house, id)).stages[0]?.releasedOn).toBeNull()
  expect((await browser.post(path, typed)).text).toContain('Stufe 1 ist für alle freigegeben.')
  await browser.get('/programme-im-verbund')
  const twice = await browser.post(path, { ...typed, decision: 'Noch einer' })
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('schon freigegeben')])
  const changed = await (
    await house.as(manager)
  ).put(`/programmes/${id}/stages/1`, { title: 'Mehr', amountCents: 200_000 })
  expect(changed.status).toBe(422)
  expect((await shown(house, id)).stages[0]).toMatchObject({ releasedOn: typed.on, decision: typed.decision })
})

test('a named manager takes the lead from the others; ending it gives it back', async ({ house }) => {
  const { id, road } = await added(house, 'Leitung')
  const [torsten, second] = [await house.as(manager), await house.as(secondManager)]
  const personId = await personOf(house, secondManager)
  const wrong = await torsten.post(`/programmes/${id}/staff`, {
    personId: await personOf(house, isb),
    function: 'manager',
  })
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Leiten kann nur')])
  const named = await torsten.post<Listed<{ id: string; personId: string }>>(`/programmes/${id}/staff`, {
    personId,
    function: 'manager',
  })
  expect(named.status).toBe(201)
  expect((await torsten.patch(`/programmes/${id}`, { summary: 'Nein' })).status).toBe(403)
  expect((await torsten.get(`/enrollments/${road}`)).status).toBe(404)
  expect((await torsten.put(`/enrollments/${road}/steps/begin`, { state: 'done' })).status).toBe(404)
  expect((await second.patch(`/programmes/${id}`, { summary: 'Ja' })).status).toBe(200)
  const twice = await second.post(`/programmes/${id}/staff`, { personId, function: 'manager' })
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('schon benannt')])
  const browser = await house.signedIn(secondManager)
  await browser.get(`/programme-im-verbund/${id}`)
  const ended = await browser.post(`/programme-im-verbund/${id}/zustaendige/${named.body.items[0]?.id}/beenden`, {})
  expect([ended.status, ended.text]).toEqual([200, expect.stringContaining('ist beendet')])
  expect((await torsten.patch(`/programmes/${id}`, { summary: 'Wieder' })).status).toBe(200)
})

test('a guide sees the roads of the own programme only, and changes none', async ({ house }) => {
  const { id, road } = await added(house, 'Betreuung')
  const torsten = await house.as(manager)
  const lea = await house.as(guide)
  expect((await lea.get(`/enrollments/${road}`)).status).toBe(404)
  const personId = await personOf(house, guide)
  expect((await torsten.post(`/programmes/${id}/staff`, { personId, function: 'guide' })).status).toBe(201)
  expect((await lea.get(`/enrollments/${road}`)).status).toBe(200)
  expect((await lea.put(`/enrollments/${road}/steps/begin`, { state: 'done' })).status).toBe(403)
  expect((await lea.patch(`/programmes/${id}`, { summary: 'Nein' })).status).toBe(403)
})

test('a draft is there for those who lead it and for nobody else', async ({ house }) => {
  const { body } = await (
    await house.as(manager)
  ).post<ProgrammeJson>('/programmes', { name: 'Noch im Werden', state: 'draft' })
  for (const [email, status] of [
    [manager, 200],
    [secondManager, 200],
    [guide, 404],
    [isb, 404],
    [everything, 404],
  ] as const) {
    const browser = await house.signedIn(email)
    const page = await browser.get(`/programme-im-verbund/${body.id}`)
    const list = await browser.get('/programme-im-verbund')
    const reply = await (await house.as(email)).get(`/programmes/${body.id}`)
    expect([email, page.status, list.text.includes('Noch im Werden'), reply.status]).toEqual([
      email,
      status,
      status === 200,
      status,
    ])
  }
})

test('what looks like code stays text on every page that shows it', async ({ house }) => {
  const hostile = '<script>alert(1)</script>'
  const { id, road } = await added(house, `Text ${hostile}`, {
    summary: hostile,
    about: `${hostile}\n\n[Klick](javascript:alert(1)) <img src=x onerror=alert(1)>`,
    declarationText: hostile,
    contact: { name: hostile, email: '', phone: hostile },
    documents: [{ key: 'plan', title: hostile, hint: hostile }],
  })
  const torsten = await house.as(manager)
  const noted = await torsten.put(`/enrollments/${road}/steps/begin`, {
    state: 'inProgress',
    missing: hostile,
    note: hostile,
  })
  expect(noted.status).toBe(200)
  const browser = await house.signedIn(manager)
  for (const path of [
    '/programme-im-verbund',
    `/programme-im-verbund/${id}`,
    `/programme-im-verbund/${id}/aendern`,
    `/teilnahmen/${road}`,
    `/teilnahmen/${road}/verlauf`,
    `/teilnahmen/${road}/schritte/begin`,
  ]) {
    const { status, html } = await browser.get(path)
    expect([
      path,
      status,
      html.includes(hostile),
      html.includes('<img src=x'),
      html.includes('href="javascript:'),
    ]).toEqual([path, 200, false, false, false])
  }
})

test('what is not there is 404, and a key that cannot be is refused', async ({ house }) => {
  const id = await programmeId(house, 'sicherkommunal')
  const nobody = '01940d1c-5c00-7a60-8000-6b5c6d7e8f90'
  const browser = await house.signedIn(manager)
  for (const path of [
    `/programme-im-verbund/${nobody}`,
    '/programme-im-verbund/quatsch',
    `/programme-im-verbund/${id}/schritte/keiner`,
    `/programme-im-verbund/${id}/unterlagen/keine`,
    `/programme-im-verbund/${id}/stufen/9`,
    `/programme-im-verbund/${id}/stufen/0`,
    `/programme-im-verbund/${id}/stufen/9/freigabe`,
    `/teilnahmen/${nobody}`,
    '/teilnahmen/%00',
  ])
    expect([path, (await browser.get(path)).status]).toEqual([path, 404])
  const torsten = await house.as(manager)
  const step = { phaseKey: 'entry', title: 'Probe', duty: 'Probieren', acts: 'organization' }
  for (const [method, path, body, status] of [
    ['POST', `/programmes/${id}/steps`, { ...step, phaseKey: 'nirgends' }, 422],
    ['POST', `/programmes/${id}/steps`, { ...step, key: 'interest' }, 422],
    ['POST', `/programmes/${id}/steps`, { ...step, key: 'Mit Leerzeichen' }, 422],
    ['POST', `/programmes/${id}/steps`, { ...step, needs: ['unbekannt'] }, 422],
    ['PATCH', `/programmes/${id}/steps/keiner`, { title: 'x' }, 404],
    ['DELETE', `/programmes/${id}/steps/keiner`, undefined, 404],
    ['DELETE', `/programmes/${id}/phases/keine`, undefined, 404],
    ['DELETE', `/programmes/${id}/documents/keine`, undefined, 404],
    ['PUT', `/programmes/${id}/stages/7`, { title: 'x', amountCents: 1 }, 422],
    ['POST', `/programmes/${id}/releases`, { number: 7, on: '2026-01-01', decision: 'x' }, 422],
    ['POST', `/programmes/${id}/staff`, { personId: nobody, function: 'guide' }, 422],
    ['DELETE', `/programmes/${id}/staff/${nobody}`, undefined, 404],
    ['PATCH', `/programmes/${id}`, { unbekannt: 1 }, 422],
    ['PATCH', `/programmes/${nobody}`, { summary: 'x' }, 404],
  ] as const) {
    const reply = await torsten.call(method, path, body)
    expect([method, path, body, reply.status]).toEqual([method, path, body, status])
  }
})
