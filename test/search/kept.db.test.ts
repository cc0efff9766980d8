// The index follows the deeds: what is new is found, what is renamed is found by its new name, who is erased is gone.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { searchSources } from '#app/modules.ts'
import { buildIndex, searchJobs } from '#domains/insights/search/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { operator, unitOfWork, worker } from '#platform/db/unit-of-work.ts'
import { addPerson } from '#foundation/identity/index.ts'
import { asOwner } from '../access/as-owner.ts'
import { demoPassword, elbaue, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { within, workerOn } from '../harness/work.ts'
import { admin, placeId } from '../people/cast.ts'

const found = async (house: TestHouse, email: string, q: string, type: string): Promise<string[]> => {
  const client = await house.as(email)
  const { body } = await client.get<{ items: { title: string }[] }>(`/search?q=${encodeURIComponent(q)}&type=${type}`)
  return body.items.map(({ title }) => title)
}
const work = (house: TestHouse): Promise<number> => house.services.worker.runDue()
const documents = (house: TestHouse): Promise<Record<string, unknown>[]> =>
  asOwner(house, (db) =>
    db
      .selectFrom('search.document as d')
      .innerJoin('search.state as s', 's.build', 'd.build')
      .select(['d.type', 'd.id', 'd.title', 'd.keys', 'd.body', 'd.url', 'd.words', 'd.title_words'])
      .orderBy('d.type')
      .orderBy('d.id')
      .execute(),
  )

test('an organization is found as soon as the job after the deed has run, and by its new name after a change', async ({
  house,
}) => {
  const client = await house.as(manager)
  const { body } = await client.post<{ id: string; version: number }>('/organizations', {
    name: 'Zweckverband Nachtfalter',
    kind: 'association',
  })
  expect(await found(house, isb, 'Nachtfalter', 'organization')).toEqual([])
  await work(house)
  expect(await found(house, isb, 'Nachtfalter', 'organization')).toEqual(['Zweckverband Nachtfalter'])
  expect((await client.patch(`/organizations/${body.id}`, { name: 'Zweckverband Abendrot' })).status).toBe(200)
  await work(house)
  expect(await found(house, isb, 'Nachtfalter', 'organization')).toEqual([])
  expect(await found(house, isb, 'Abendrot', 'organization')).toEqual(['Zweckverband Abendrot'])
})

test('a refused deed leaves nothing to index', async ({ house }) => {
  const client = await house.as(manager)
  await client.post('/organizations', { name: '', kind: 'association' })
  expect(await asOwner(house, (db) => db.selectFrom('search.stale').selectAll().execute())).toEqual([])
})

test('a list of municipalities is found after its import, a check once it is begun, a person by a new role', async ({
  house,
}) => {
  const client = await house.as(manager)
  const list = [
    'ars;ags;name;typ;kreis;einwohner',
    '150999001;15099901;Suchdorf;Einheitsgemeinde;Landkreis Nordaue;900',
  ].join('\n')
  expect((await client.upload('/organizations/import', list)).status).toBe(200)
  await work(house)
  expect(await found(house, isb, '150999001', 'organization')).toEqual(['Suchdorf'])
  const check = 'Lotsenwerk-Startcheck, Verbandsgemeinde Elbaue'
  expect(await found(house, elbaue, 'Elbaue', 'assessment')).toEqual([check])
  const catalogs = await client.get<{ items: { id: string; title: string }[] }>('/catalogs')
  const catalog = catalogs.body.items.find(({ title }) => title === 'Lotsenwerk-Startcheck')
  const town = await placeId(house, 'Verbandsgemeinde Elbaue')
  const elbe = await house.as(elbaue)
  expect((await elbe.post('/assessments', { organizationId: town, catalogId: catalog?.id })).status).toBe(201)
  await work(house)
  expect(await found(house, elbaue, 'Elbaue', 'assessment')).toEqual([check, check])
  expect(await found(house, isb, 'Elbaue', 'assessment')).toEqual([])
})

test('who is erased is gone at once: from the index, and from what others searched for and pinned', async ({
  house,
}) => {
  const now = house.clock.now()
  const id = await within(house, operator, async ({ db }) => {
    const added = await addPerson(
      { actor: null, db, now },
      { email: 'quirin@verbund.example', name: 'Quirin Zausel', passwordHash: 'x', isDemo: false },
    )
    if (isRefusal(added)) throw new Error(added.refused)
    return added
  })
  await runVerb(house.services, 'search rebuild', {})
  expect(await found(house, manager, 'Zausel', 'person')).toEqual(['Quirin Zausel'])
  const pages = await house.signedIn(manager)
  await pages.get('/suche?q=quirin+zausel')
  const client = await house.as(manager)
  expect((await client.post('/search-pins', { type: 'person', id })).status).toBe(201)
  const erased = await (await house.as(admin)).post(`/people/${id}/erasure`, { password: demoPassword })
  expect(erased.status).toBe(200)
  const left = await asOwner(house, async (db) => [
    await db.selectFrom('search.document').select('id').where('title', 'like', '%Zausel%').execute(),
    await db.selectFrom('search.recent').select('query').where('query', 'ilike', '%zausel%').execute(),
    await db.selectFrom('search.pin').select('document_id').where('document_id', '=', id).execute(),
  ])
  expect(left).toEqual([[], [], []])
  await work(house)
  expect(await found(house, manager, 'Ehemalige Person', 'person')).toEqual([])
})

test('what somebody searched for and pinned is in the copy of their data', async ({ house }) => {
  const pages = await house.signedIn(isb)
  await pages.get('/suche?q=Mühlau')
  const client = await house.as(isb)
  const { body } = await client.get<{ searches: { query: string }[]; pins: unknown[] }>('/me/data')
  expect(body.searches.map(({ query }) => query)).toContain('Mühlau')
  expect(body.pins).toEqual([])
  expect((await pages.get('/mein-zugang/daten')).text).toContain('Mühlau')
})

test('the index made anew is the index that the deeds made', async ({ house }) => {
  await work(house)
  const before = await documents(house)
  const done = await runVerb(house.services, 'search rebuild', {})
  if (isRefusal(done)) throw new Error(done.refused)
  expect(done.data).toEqual({ documents: before.length })
  expect(done.sentence).toBe(`Die Suche ist neu aufgebaut: ${before.length} Einträge.`)
  expect(await documents(house)).toEqual(before)
  const builds = await asOwner(house, (db) => db.selectFrom('search.document').select('build').distinct().execute())
  expect(builds).toHaveLength(1)
})

test('while an index is made the other one answers, and what changes meanwhile is in both', async ({ house }) => {
  const client = await house.as(manager)
  const { body } = await client.post<{ id: string }>('/organizations', {
    name: 'Verein Mondschein',
    kind: 'association',
  })
  await work(house)
  let steps = 0
  const built = await buildIndex(async (step) => {
    const now = house.clock.now()
    const result = await unitOfWork(house.services.database, { as: worker, now, mode: 'read write' }, (db) =>
      step({ actor: null, db, now }),
    )
    steps += 1
    if (steps === 3) {
      expect(await found(house, isb, 'Mondschein', 'organization')).toEqual(['Verein Mondschein'])
      await client.patch(`/organizations/${body.id}`, { name: 'Verein Sternschnuppe' })
      await work(house)
    }
    return result
  }, searchSources)
  expect(built).toBeDefined()
  expect(await found(house, isb, 'Sternschnuppe', 'organization')).toEqual(['Verein Sternschnuppe'])
  expect(await found(house, isb, 'Mondschein', 'organization')).toEqual([])
})

test('an index that was begun and given up for another one stops, and leaves nothing', async ({ house }) => {
  let steps = 0
  const built = await buildIndex(async (step) => {
    const now = house.clock.now()
    const result = await unitOfWork(house.services.database, { as: worker, now, mode: 'read write' }, (db) =>
      step({ actor: null, db, now }),
    )
    steps += 1
    if (steps === 2) await runVerb(house.services, 'search rebuild', {})
    return result
  }, searchSources)
  expect(built).toBeUndefined()
  expect(await found(house, isb, 'Musterstadt', 'organization')).toEqual(['Stadt Musterstadt'])
})

test('an installation without an index, or with one of another edition, makes it by itself', async ({ house }) => {
  await asOwner(house, async (db) => {
    await sql`delete from search.document`.execute(db)
    await sql`update search.state set build = null, edition = null`.execute(db)
  })
  expect(await found(house, isb, 'Musterstadt', 'organization')).toEqual([])
  const starting = workerOn(house, searchJobs(searchSources))
  await starting.runDue()
  house.clock.set(house.clock.now().add({ minutes: 2 }))
  await starting.runDue()
  expect(await found(house, isb, 'Musterstadt', 'organization')).toEqual(['Stadt Musterstadt'])
})
