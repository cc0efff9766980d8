// Organizations: facts, domains, contacts and history, through pages and API, with the cast of the demo story.
import { expect } from 'vitest'
import { assessor, elbaue, everything, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'
import type { ApiClient } from '../harness/clients.ts'

const amt = 'amt@musterstadt.example'

interface Organization {
  id: string
  name: string
  domains: string[]
  version: number
  leitwegId: string | null
  population: number | null
}

const named = async (client: ApiClient, search: string): Promise<Organization> => {
  const { body } = await client.get<{ items: Organization[] }>(`/organizations?search=${search}&dissolved=with`)
  const [found] = body.items
  if (!found) throw new Error(`no organization ${search}`)
  return found
}

const musterstadt = async (house: TestHouse) => named(await house.as(manager), 'musterstadt')

test('everybody signed in reads the page of an organization, its contacts only those concerned', async ({ house }) => {
  const { id } = await musterstadt(house)
  for (const [email, sees] of [
    [isb, true],
    [manager, true],
    [assessor, true],
    [elbaue, false],
    [observer, false],
  ] as const) {
    const page = await (await house.signedIn(email)).get(`/organisationen/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('15999001-0001-78')
    expect([email, page.text.includes('Bereitschaft der IT')]).toEqual([email, sees])
    const reply = await (await house.as(email)).get(`/organizations/${id}/contacts`)
    expect([email, reply.status]).toEqual([email, sees ? 200 : 403])
  }
  const stranger = await (await house.signedIn(elbaue)).get(`/organisationen/${id}`)
  expect(stranger.text).toContain('Die Kontakte sehen nur Stadt Musterstadt, der Verbund und beauftragte Prüfer.')
})

test('an assessor no longer assigned sees no contacts any more', async ({ house }) => {
  const { id } = await musterstadt(house)
  const then = house.clock.now()
  const felix = await house.as(assessor)
  house.clock.set(then.add({ hours: 24 * 61 }))
  expect((await felix.get(`/organizations/${id}/contacts`)).status).not.toBe(200)
  house.clock.set(then)
  expect((await felix.get(`/organizations/${id}/contacts`)).status).toBe(200)
})

test('the own administrator changes a contact; a colleague, a neighbour and the assessor may not', async ({
  house,
}) => {
  const { id } = await musterstadt(house)
  const contact = { name: 'Pressestelle', email: 'PRESSE@musterstadt.example' }
  for (const [email, status] of [
    [amt, 200],
    [manager, 200],
    [isb, 403],
    [everything, 403],
    [assessor, 403],
  ] as const) {
    const reply = await (await house.as(email)).put(`/organizations/${id}/contacts/press`, contact)
    expect([email, reply.status]).toEqual([email, status])
  }
  const { body } = await (
    await house.as(isb)
  ).get<{ items: Record<string, unknown>[] }>(`/organizations/${id}/contacts`)
  expect(body.items.find((one) => one['function'] === 'press')).toMatchObject({ email: 'presse@musterstadt.example' })
})

test('a contact needs something to reach, and says what is wrong with it', async ({ house }) => {
  const { id } = await musterstadt(house)
  const lenz = await house.as(amt)
  expect((await lenz.put(`/organizations/${id}/contacts/press`, {})).body).toMatchObject({
    status: 422,
    errors: [{ path: 'name' }],
  })
  const wrong = await lenz.put(`/organizations/${id}/contacts/press`, { email: 'presse', phone: 'siehe Webseite' })
  expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'email' }, { path: 'phone' }] })
  expect((await lenz.put(`/organizations/${id}/contacts/janitor`, { name: 'x' })).status).toBe(404)
})

test('of two who change one contact the second is shown both sides and may decide', async ({ house }) => {
  const { id } = await musterstadt(house)
  const path = `/organisationen/${id}/kontakte/itDepartment`
  const fields = { email: '', phone: '', address: '', note: '' }
  const lenz = await house.signedIn(amt)
  expect((await lenz.get(path)).status).toBe(200)
  const ehlers = await house.signedIn(manager)
  await ehlers.get(path)
  const first = await ehlers.post(path, { ...fields, name: 'IT-Stelle', version: '0' })
  expect(first.text).toContain('Der Kontakt für IT ist gespeichert.')
  const second = await lenz.post(path, { ...fields, name: 'Amt 10, IT', version: '0' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Amt 10, IT')
  expect(second.text).toContain('IT-Stelle')
  const version = /name="version" value="(\d+)"/.exec(second.html)?.[1] ?? ''
  const decided = await lenz.post(path, { ...fields, name: 'Amt 10, IT', version })
  expect(decided.text).toContain('Amt 10, IT')
})

test('a contact that is removed leaves nothing of the person behind, and its versions are not used twice', async ({
  house,
}) => {
  const { id } = await musterstadt(house)
  const lenz = await house.as(amt)
  const path = `/organizations/${id}/contacts/press`
  const there = await lenz.put<{ version: number }>(path, { name: 'Ines Vollmer', phone: '030 23125 177' })
  expect((await lenz.call('DELETE', `${path}?version=999`)).status).toBe(409)
  expect((await lenz.call('DELETE', path)).status).toBe(200)
  expect((await lenz.call('DELETE', path)).status).toBe(404)
  const history = await lenz.get(`/organizations/${id}/changes`)
  expect(history.text).toContain('contactRemoved')
  expect(history.text).not.toContain('Vollmer')
  expect((await lenz.put(path, { name: 'Neu', version: there.body.version })).status).toBe(409)
  expect((await lenz.put<{ version: number }>(path, { name: 'Neu' })).body.version).toBe(there.body.version + 2)
})

test('a page of a refused contact keeps what was typed', async ({ house }) => {
  const { id } = await musterstadt(house)
  const lenz = await house.signedIn(amt)
  const path = `/organisationen/${id}/kontakte/invoices`
  const before = await lenz.get(path)
  const version = /name="version" value="(\d+)"/.exec(before.html)?.[1] ?? ''
  const page = await lenz.post(path, {
    name: 'Kasse am Markt',
    email: 'kasse',
    phone: '',
    address: '',
    note: '',
    version,
  })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="Kasse am Markt"')
  expect(page.text).toContain('Das ist keine E-Mail-Adresse.')
})

test('a Leitweg-ID with wrong check digits is refused with the right ones, on the page and by the API', async ({
  house,
}) => {
  const { id, version } = await musterstadt(house)
  const ehlers = await house.as(manager)
  const reply = await ehlers.patch(`/organizations/${id}`, { leitwegId: '15999001-0001-87' })
  expect(reply.body).toMatchObject({
    status: 422,
    errors: [{ path: 'leitwegId', message: expect.stringContaining('richtig wären 78') }],
  })
  expect((await ehlers.patch(`/organizations/${id}`, { leitwegId: '15-1001' })).text).toContain('15-1001-85')
  const browser = await house.signedIn(manager)
  await browser.get(`/organisationen/${id}/stammdaten`)
  const page = await browser.post(`/organisationen/${id}/stammdaten`, {
    name: 'Stadt Musterstadt',
    county: 'Landkreis Nordaue',
    population: '12.400',
    ars: '',
    ags: '',
    leitwegId: '15999001-0001-87',
    version: String(version),
  })
  expect(page.status).toBe(422)
  expect(page.text).toContain('richtig wären 78')
  expect(page.html).toContain('value="15999001-0001-87"')
})

test('with a version the slower one is shown both sides; without, fields are written one by one', async ({ house }) => {
  const { id, version } = await musterstadt(house)
  const ehlers = await house.as(manager)
  expect((await ehlers.patch(`/organizations/${id}`, { population: 12_501, version })).status).toBe(200)
  const late = await ehlers.patch(`/organizations/${id}`, { county: 'Landkreis Südaue', version })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({
    yours: { county: 'Landkreis Südaue' },
    theirs: { county: 'Landkreis Nordaue', population: 12_501 },
    version: version + 1,
    title: 'Torsten Ehlers hat Stadt Musterstadt inzwischen auch geändert. Ihre Fassung ist nicht gespeichert.',
  })
  expect((await ehlers.patch(`/organizations/${id}`, { population: 12_400 })).body).toMatchObject({
    population: 12_400,
    version: version + 2,
  })
  expect((await ehlers.patch(`/organizations/${id}`, { population: 12_400, version })).body['version']).toBe(
    version + 2,
  )
})

test('the page of two versions keeps both, and one click decides', async ({ house }) => {
  const { id, version } = await musterstadt(house)
  const browser = await house.signedIn(manager)
  await browser.get(`/organisationen/${id}/stammdaten`)
  await (await house.as(manager)).patch(`/organizations/${id}`, { population: 13_000 })
  const mine = {
    name: 'Stadt Musterstadt',
    county: 'Landkreis Nordaue',
    population: '12.999',
    ars: '',
    ags: '',
    leitwegId: '15999001-0001-78',
  }
  const page = await browser.post(`/organisationen/${id}/stammdaten`, { ...mine, version: String(version) })
  expect(page.status).toBe(409)
  expect(page.text).toContain('Torsten Ehlers hat diese Angaben inzwischen auch geändert')
  expect(page.text).toContain('12.999')
  expect(page.text).toContain('13.000')
  const seen = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const decided = await browser.post(`/organisationen/${id}/stammdaten`, { ...mine, version: seen })
  expect(decided.text).toContain('Die Änderung ist gespeichert.')
  expect((await musterstadt(house)).population).toBe(12_999)
})

test('the own administrator keeps the domains, and nothing else of the master data', async ({ house }) => {
  const { id } = await musterstadt(house)
  const lenz = await house.as(amt)
  const changed = await lenz.patch<Organization>(`/organizations/${id}`, {
    domains: ['Muster-Städter.example', 'musterstadt.example', 'musterstadt.example.'],
  })
  expect(changed.body.domains).toEqual(['musterstadt.example', 'xn--muster-stdter-jfb.example'])
  expect((await lenz.patch(`/organizations/${id}`, { domains: [], population: 1 })).status).toBe(403)
  expect((await (await house.as(isb)).patch(`/organizations/${id}`, { domains: [] })).status).toBe(403)
  const page = await (await house.signedIn(elbaue)).get(`/organisationen/${id}`)
  expect(page.text).toContain('muster-städter.example (xn--muster-stdter-jfb.example)')
})

test('a domain belongs to one organization: the second is told to whom, and nothing is written', async ({ house }) => {
  const { id, domains } = await musterstadt(house)
  const taken = await (
    await house.as(amt)
  ).patch(`/organizations/${id}`, {
    domains: ['neu.musterstadt.example', 'kleinweiler.example'],
  })
  expect(taken.body).toMatchObject({
    status: 422,
    errors: [{ path: 'domains', message: 'kleinweiler.example gehört schon zu Gemeinde Kleinweiler.' }],
  })
  expect((await musterstadt(house)).domains).toEqual(domains)
  const wrong = await (await house.as(amt)).patch(`/organizations/${id}`, { domains: ['https://musterstadt.example/'] })
  expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'domains.0' }] })
})

test('of two organizations that claim one domain at once, one gets it', async ({ house }) => {
  const ehlers = await house.as(manager)
  const [one, other] = [await named(ehlers, 'musterstadt'), await named(ehlers, 'elbaue')]
  const replies = await Promise.all(
    [one, other].map(({ id, domains }) =>
      ehlers.patch(`/organizations/${id}`, { domains: [...domains, 'begehrt.example'] }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
})

test('an organization is added in the browser; what is wrong stays in the form', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/organisationen/neu')
  const typed = { name: 'Zweckverband Wasser', kind: '', county: '', population: '', ars: '1', ags: '', leitwegId: '' }
  const refused = await browser.post('/organisationen/neu', { ...typed, domains: 'wasser.example\nnicht_gut' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="Zweckverband Wasser"')
  expect(refused.text).toContain('Bitte wählen Sie die Art aus.')
  expect(refused.text).toContain('„nicht_gut“ ist kein Domänenname.')
  const added = await browser.post('/organisationen/neu', {
    ...typed,
    kind: 'specialPurposeAssociation',
    ars: '',
    domains: 'wasser.example',
  })
  expect([added.status, added.text.includes('Die Organisation ist angelegt.')]).toEqual([200, true])
  expect((await (await house.signedIn(amt)).get('/organisationen/neu')).status).toBe(403)
})

test('the history says who changed what, to own staff and the cooperative only', async ({ house }) => {
  const { id } = await musterstadt(house)
  await (await house.as(manager)).patch(`/organizations/${id}`, { county: 'Landkreis Elbtal' })
  const page = await (await house.signedIn(isb)).get(`/organisationen/${id}/verlauf`)
  expect(page.text).toContain('Landkreis: Landkreis Nordaue → Landkreis Elbtal')
  // The town does not know everybody at the cooperative by name; the cooperative does.
  expect(page.text).toContain('Kommunalverbund Elbe-Saale eG')
  expect(page.text).toContain('IT-Notfall: Name oder Stelle, E-Mail, Telefon, Hinweis')
  const own = await (await house.signedIn(manager)).get(`/organisationen/${id}/verlauf`)
  expect(own.text).toContain('Torsten Ehlers, Kommunalverbund Elbe-Saale eG')
  for (const email of [elbaue, assessor, observer]) {
    expect((await (await house.as(email)).get(`/organizations/${id}/changes`)).status).toBe(403)
    expect((await (await house.signedIn(email)).get(`/organisationen/${id}/verlauf`)).status).toBe(403)
  }
  const paged = await (
    await house.as(isb)
  ).get<{ items: unknown[]; next: string }>(`/organizations/${id}/changes?limit=1`)
  expect(paged.body.items).toHaveLength(1)
  const next = await (
    await house.as(isb)
  ).get<{ items: unknown[] }>(`/organizations/${id}/changes?limit=1&cursor=${paged.body.next}`)
  expect(next.body.items).not.toEqual(paged.body.items)
})
