// Mergers, splits and renamings: dated, nothing deleted, recognised by the import of lists.
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import type { ApiClient } from '../harness/clients.ts'

interface Detail {
  id: string
  name: string
  dissolvedOn: string | null
  formerNames: { name: string; until: string }[]
  predecessors: { organization: { name: string } }[]
  successors: { id: string; kind: string; from: string; organization: { name: string } }[]
}

const list = async (client: ApiClient, query: string) =>
  (await client.get<{ items: Detail[] }>(`/organizations?${query}`)).body.items

const one = async (client: ApiClient, search: string): Promise<Detail> => {
  const [found] = await list(client, `dissolved=with&search=${search}`)
  return (await client.get<Detail>(`/organizations/${found?.id}`)).body
}

const add = async (house: TestHouse, name: string, more: object = {}): Promise<string> => {
  const added = await (
    await house.as(manager)
  ).post<{ id: string }>('/organizations', {
    name,
    kind: 'unitaryMunicipality',
    ...more,
  })
  expect(added.status).toBe(201)
  return added.body.id
}

test('two villages of the story went into Kleinweiler, and the lists leave them out until asked', async ({ house }) => {
  const jana = await house.as(isb)
  const kleinweiler = await one(jana, 'kleinweiler')
  expect(kleinweiler.predecessors.map(({ organization }) => organization.name)).toEqual([
    'Gemeinde Altweiler',
    'Gemeinde Mühlau',
  ])
  expect(await list(jana, 'search=altweiler')).toEqual([])
  expect(await list(jana, 'search=altweiler&dissolved=only')).toHaveLength(1)
  const altweiler = await one(jana, 'altweiler')
  expect(altweiler.dissolvedOn).toMatch(/-01-01$/)
  const browser = await house.signedIn(isb)
  expect((await browser.get('/organisationen')).text).not.toContain('Gemeinde Altweiler')
  const all = await browser.get('/organisationen?aufgeloeste=ja')
  expect(all.text).toContain('Gemeinde Altweiler')
  expect(all.text).toContain('aufgelöst zum 01.01.')
  const page = await browser.get(`/organisationen/${altweiler.id}`)
  expect(page.text).toMatch(/Gemeinde Altweiler gibt es seit dem 01\.01\.\d{4} nicht mehr/)
  expect(page.text).toContain('Nachfolgerin ist Gemeinde Kleinweiler')
})

test('a renaming keeps the organization, and it is found under its old name', async ({ house }) => {
  const jana = await house.as(isb)
  const elbaue = await one(jana, 'mittlere')
  expect(elbaue).toMatchObject({
    name: 'Verbandsgemeinde Elbaue',
    formerNames: [{ name: 'Verbandsgemeinde Mittlere Elbe', until: expect.stringMatching(/-12-31$/) }],
  })
  const ehlers = await house.as(manager)
  const rename = (body: object) => ehlers.post<Detail>(`/organizations/${elbaue.id}/successors`, body)
  const named = { kind: 'rename', name: 'Verbandsgemeinde Große Aue' }
  expect((await rename({ ...named, from: '2010-01-01' })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'from' }],
  })
  expect((await rename({ ...named, from: '2199-01-01' })).body).toMatchObject({
    status: 422,
    errors: [{ path: 'from' }],
  })
  expect((await rename({ ...named, name: elbaue.name, from: '2025-01-01' })).body).toMatchObject({
    errors: [{ path: 'name' }],
  })
  const renamed = await rename({ ...named, from: '2025-07-01' })
  expect(renamed.body.name).toBe('Verbandsgemeinde Große Aue')
  expect(renamed.body.formerNames.at(-1)).toEqual({ name: 'Verbandsgemeinde Elbaue', until: '2025-06-30' })
  expect(renamed.body.id).toBe(elbaue.id)
})

test('a merger in the future leaves the organization in the lists until that day', async ({ house }) => {
  const ehlers = await house.as(manager)
  const [old, young] = [await add(house, 'Gemeinde Bald'), await add(house, 'Gemeinde Neuland')]
  const from = house.clock
    .now()
    .add({ hours: 24 * 40 })
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDate()
    .toString()
  const merged = await ehlers.post<Detail>(`/organizations/${old}/successors`, {
    kind: 'merge',
    successorId: young,
    from,
  })
  expect([merged.status, merged.body.dissolvedOn]).toEqual([201, from])
  expect(await list(ehlers, 'search=bald')).toHaveLength(1)
  const page = await (await house.signedIn(isb)).get(`/organisationen/${old}`)
  expect(page.text).toContain('Gemeinde Bald geht auf am')
  const then = house.clock.now()
  house.clock.set(then.add({ hours: 24 * 41 }))
  expect(await list(ehlers, 'search=bald')).toEqual([])
  house.clock.set(then)
})

test('what makes no sense is refused: itself, a circle, a second merger, one that is gone, the own house', async ({
  house,
}) => {
  const ehlers = await house.as(manager)
  const [a, b, c] = [await add(house, 'Ort A'), await add(house, 'Ort B'), await add(house, 'Ort C')]
  const into = (id: string, successorId: string, more: object = {}) =>
    ehlers.post(`/organizations/${id}/successors`, { kind: 'merge', successorId, from: '2020-01-01', ...more })
  expect((await into(a, a)).status).toBe(422)
  expect((await into(a, b)).status).toBe(201)
  expect((await into(a, b)).text).toContain('Ort B ist schon als Nachfolgerin eingetragen.')
  expect((await into(a, c)).text).toContain('Nachfolgerin von Ort A ist schon Ort B.')
  expect((await into(b, a, { from: '2024-01-01' })).text).toContain('Ort A ist zu diesem Tag selbst schon aufgelöst.')
  expect((await into(b, a, { from: '2019-01-01' })).text).toContain('Ort A ist selbst eine Vorgängerin von Ort B.')
  expect((await into(b, c, { from: '2019-01-01' })).body).toMatchObject({ errors: [{ path: 'from' }] })
  expect((await into(c, a, { from: '2024-01-01' })).status).toBe(422)
  const own = await one(ehlers, 'kommunalverbund')
  expect((await into(own.id, c)).text).toContain('Die eigene Organisation lässt sich nicht auflösen')
  expect((await into(c, '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d')).status).toBe(404)
  expect((await into(c, b, { from: '2024-02-30' })).body).toMatchObject({ errors: [{ path: 'from' }] })
  expect(
    (
      await (
        await house.as(isb)
      ).post(`/organizations/${c}/successors`, { kind: 'merge', successorId: b, from: '2024-01-01' })
    ).status,
  ).toBe(403)
})

test('the parts of a split go over on the same day', async ({ house }) => {
  const ehlers = await house.as(manager)
  const [old, east, west] = [
    await add(house, 'Kreis Alt'),
    await add(house, 'Kreis Ost'),
    await add(house, 'Kreis West'),
  ]
  const split = (successorId: string, from: string) =>
    ehlers.post<Detail>(`/organizations/${old}/successors`, { kind: 'split', successorId, from })
  expect((await split(east, '2007-07-01')).status).toBe(201)
  expect((await split(west, '2008-01-01')).text).toContain('gilt schon ab 01.07.2007')
  const done = await split(west, '2007-07-01')
  expect(done.body.successors.map(({ organization }) => organization.name)).toEqual(['Kreis Ost', 'Kreis West'])
})

test('of two who record a circle at once, one is refused', async ({ house }) => {
  const ehlers = await house.as(manager)
  const [first, second] = [await add(house, 'Rund Eins'), await add(house, 'Rund Zwei')]
  const into = (id: string, successorId: string) =>
    ehlers.post(`/organizations/${id}/successors`, { kind: 'merge', successorId, from: '2020-01-01' })
  const replies = await Promise.all([into(first, second), into(second, first)])
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
})

test('an entry made by mistake is taken back, the organization is there again, and the history keeps both', async ({
  house,
}) => {
  const ehlers = await house.as(manager)
  const [old, young] = [await add(house, 'Irrtum Dorf'), await add(house, 'Irrtum Stadt')]
  const merged = await ehlers.post<Detail>(`/organizations/${old}/successors`, {
    kind: 'merge',
    successorId: young,
    from: '2020-01-01',
  })
  const path = `/organizations/${old}/successors/${merged.body.successors[0]?.id}`
  expect((await (await house.as(isb)).call('DELETE', path)).status).toBe(403)
  expect((await ehlers.call<Detail>('DELETE', path)).body.dissolvedOn).toBeNull()
  expect((await ehlers.call('DELETE', path)).status).toBe(404)
  const { body } = await ehlers.get<{ items: { deed: string }[] }>(`/organizations/${old}/changes`)
  expect(body.items.map(({ deed }) => deed)).toEqual(['successionWithdrawn', 'succeeded', 'added'])
})

test('in the browser a merger is recorded, refused beside its field, and taken back', async ({ house }) => {
  const [old, young] = [await add(house, 'Blattdorf'), await add(house, 'Blattstadt')]
  const browser = await house.signedIn(manager)
  const path = `/organisationen/${old}/nachfolge`
  const form = await browser.get(path)
  expect(form.text).toContain('Blattstadt')
  const refused = await browser.post(path, { kind: 'merge', successorId: '', from: '' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Bitte wählen Sie die Nachfolgerin aus.')
  expect(refused.text).toContain('Bitte ein Datum eintragen')
  const done = await browser.post(path, { kind: 'merge', successorId: young, from: '2022-01-01' })
  expect(done.text).toContain('Die Nachfolge ist eingetragen.')
  const again = await browser.get(path)
  const withdraw = /action="([^"]+\/ruecknahme)"/.exec(again.html)?.[1] ?? ''
  expect((await browser.post(withdraw, {})).text).toContain('Die Nachfolge ist zurückgenommen.')
  const renamed = await browser.post(`/organisationen/${old}/umbenennung`, { name: 'Blattheim', from: '2023-01-01' })
  expect(renamed.text).toContain('Hieß bis zum 31.12.2022 Blattdorf')
})

test('the import of a list reports the key of a predecessor and leaves it as it is', async ({ house }) => {
  const ehlers = await house.as(manager)
  const old = await add(house, 'Gemeinde Vorher', { ars: '159998001', population: 800 })
  const young = await add(house, 'Gemeinde Nachher')
  await ehlers.post(`/organizations/${old}/successors`, { kind: 'merge', successorId: young, from: '2020-01-01' })
  const csv = [
    'ars;ags;name;typ;einwohner',
    '159998001;;Vorher neu;Einheitsgemeinde;900',
    '159998002;;Ganz neu;Einheitsgemeinde;700',
  ].join('\n')
  const reply = await ehlers.upload<{ dissolved: unknown[] }>('/organizations/import', csv)
  expect(reply.body).toMatchObject({
    total: 2,
    added: 1,
    changed: 0,
    unchanged: 1,
    dissolved: [
      {
        line: 2,
        ars: '159998001',
        id: old,
        dissolvedOn: '2020-01-01',
        successors: [{ id: young, name: 'Gemeinde Nachher' }],
      },
    ],
  })
  expect((await one(ehlers, 'vorher')).name).toBe('Gemeinde Vorher')
  const browser = await house.signedIn(manager)
  await browser.get('/organisationen')
  const page = await browser.upload('/organisationen/einlesen', csv, 'liste.csv')
  expect(page.text).toContain('gehört zu Gemeinde Vorher, seit 01.01.2020 aufgegangen in Gemeinde Nachher')
})

test('what an import changes stands in the history, by the command line too', async ({ house }) => {
  const ehlers = await house.as(manager)
  const id = await add(house, 'Gemeinde Liste', { ars: '159998009', population: 100 })
  await ehlers.upload(
    '/organizations/import',
    'ars;ags;name;typ;einwohner\n159998009;;Gemeinde Liste;Einheitsgemeinde;120\n',
  )
  const { body } = await ehlers.get<{ items: { deed: string; fields: unknown[] }[] }>(`/organizations/${id}/changes`)
  expect(body.items[0]).toMatchObject({ deed: 'imported', fields: [{ field: 'population', before: 100, after: 120 }] })
  expect(await runVerb(house.services, 'organization import', { file: '/nirgends.csv' })).toHaveProperty('refused')
})
