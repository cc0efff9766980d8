// Finding somebody among many: by name as Germans sort and type it, by address, role and organization; page by page.
import { expect } from 'vitest'
import { sortKey } from '#kernel/sort-key.ts'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { dayFrom, musterstadt, personId, placeId } from './cast.ts'

interface Person {
  id: string
  name: string
}

const names = async (house: TestHouse, email: string, query: string): Promise<string[]> =>
  (await (await house.as(email)).get<{ items: Person[] }>(`/people?limit=200&${query}`)).body.items.map(
    ({ name }) => name,
  )

const odd = [
  'Jürgen Großkreutz',
  'Łukasz Øster',
  'Zoë d’Arc-Ærø',
  'ÄÖÜ SS ẞ',
  'Đorđe Œuvre',
  'Çelik-Şahin, Ayşe',
  '  Doppel   Raum ',
  'J̈ M̃arks',
  'ﬁne Ligatur ½ ²',
]

test('the database folds names exactly as the code does', async ({ house }) => {
  const folded = await asOwner(house, async (db) => {
    const ids = odd.map(() => newId())
    await db
      .insertInto('identity.person')
      .values(
        odd.map((name, at) => ({
          id: ids[at] ?? newId(),
          name,
          email: `kunde${at}@beispiel.example`,
          created_at: house.clock.now().toString(),
        })),
      )
      .execute()
    const rows = await db
      .selectFrom('identity.person')
      .select(['name', 'sort_key'])
      .where('id', 'in', ids)
      .orderBy('email')
      .execute()
    await db.deleteFrom('identity.person').where('id', 'in', ids).execute()
    return rows
  })
  expect(folded).toEqual(odd.map((name) => ({ name, sort_key: sortKey(name) })))
})

test('the beginning of any word of the name, any part of the address, and the organization find people', async ({
  house,
}) => {
  expect(await names(house, isb, 'q=kohl')).toEqual(['Martin Köhler'])
  expect(await names(house, isb, 'q=K%C3%96H')).toEqual(['Martin Köhler'])
  expect(await names(house, isb, 'q=artin')).toEqual([])
  expect(await names(house, isb, 'q=it%40muster')).toEqual(['Tobias Brandt'])
  expect(await names(house, manager, 'q=musterst&role=chiefExecutive')).toEqual(['Martin Köhler'])
  expect(await names(house, manager, 'q=prufhaus')).not.toEqual([])
  for (const q of ['%25', '_', '%5C', '%2B%2B%2B']) expect([q, await names(house, isb, `q=${q}`)]).toEqual([q, []])
})

test('a search shows nobody who was not visible before', async ({ house }) => {
  const all = new Set(await names(house, isb, ''))
  for (const q of ['a', 'e', 'example', 'verbund', 'kleinweiler'])
    for (const name of await names(house, isb, `q=${q}`)) expect(all).toContain(name)
  expect(await names(house, isb, 'q=kleinweiler.example')).toEqual([])
})

test('in German order, page by page, nobody twice', async ({ house }) => {
  const torsten = await house.as(manager)
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const page = await torsten.get<{ items: Person[]; next: string | null }>(`/people?limit=3&q=example${cursor}`)
    seen.push(...page.body.items.map(({ name }) => name))
    if (page.body.next === null) break
    cursor = `&cursor=${page.body.next}`
  }
  expect(seen).toEqual(await names(house, manager, 'q=example'))
  expect(seen.map(sortKey)).toEqual(seen.map(sortKey).toSorted())
  expect(seen.length).toBeGreaterThan(9)
})

test('the page searches without a script, keeps what was typed, and looks into all organizations for the cooperative', async ({
  house,
}) => {
  const jana = await house.signedIn(isb)
  const found = await jana.get('/personen?suche=brandt&aufgabe=itStaff')
  expect(found.text).toContain('Tobias Brandt')
  expect(found.text).not.toContain('Martin Köhler')
  expect(found.html).toContain('value="brandt"')
  expect((await jana.get('/personen?suche=niemand')).text).toContain('Niemand passt zu dieser Suche')
  expect((await jana.get('/personen?organisation=alle')).text).not.toContain('Kleinweiler')
  const torsten = await house.signedIn(manager)
  const all = await torsten.get('/personen?organisation=alle&suche=brinkmann')
  expect(all.text).toContain('Gemeinde Kleinweiler: IT')
  expect(all.text).toContain('Stadt Musterstadt: IT')
  expect((await torsten.get('/personen?organisation=alle&aufgabe=unsinn')).status).toBe(200)
  expect((await torsten.get('/personen?ab=unsinn')).status).toBe(422)
})

test('assignments are found by person, municipality and state', async ({ house }) => {
  const torsten = await house.as(manager)
  const [felix, town] = [await personId(house, assessor), await placeId(house, musterstadt)]
  const planned = { personId: felix, organizationId: town, from: dayFrom(house, 300), until: dayFrom(house, 310) }
  const made = await torsten.post<{ id: string }>('/assignments', planned)
  expect(made.status).toBe(201)
  const ids = async (query: string): Promise<string[]> =>
    (await torsten.get<{ items: { id: string }[] }>(`/assignments?limit=200&${query}`)).body.items.map(({ id }) => id)
  expect(await ids('q=muster&state=planned')).toEqual([made.body.id])
  expect(await ids('state=running')).not.toContain(made.body.id)
  expect(await ids('q=kleinweiler')).toEqual([])
  const mayor = await house.as(hvb)
  expect((await mayor.post(`/assignments/${made.body.id}/objections`, { reason: 'Befangen' })).status).toBe(201)
  expect(await ids('state=objected')).toEqual([made.body.id])
  expect(await ids('state=over')).not.toContain(made.body.id)
  const page = await (await house.signedIn(manager)).get('/zuweisungen?suche=muster&stand=Widerspruch')
  expect(page.text).toContain('Widerspruch: Befangen')
  expect((await (await house.signedIn(manager)).get('/zuweisungen?suche=xyz')).text).toContain('Keine Zuweisung passt')
})
