// Own catalogs come with the product: a fresh installation has them with one button, one call or one word.
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { elbaue, isb, manager, test } from '../harness/house.ts'
import { formsOf, readable } from './html.ts'
import { shippedNames } from '#foundation/catalogs/index.ts'

interface Shipped {
  items: { name: string; catalogId: string | null }[]
}

const idOf = ({ items }: Shipped, wanted: string) => items.find(({ name }) => name === wanted)?.catalogId

const importing = (html: string) => formsOf(html).filter(({ action }) => action === '/kataloge/mitgeliefert')

test('each catalog that is not here yet has its button; pressed, it is here and the button is gone', async ({
  house,
}) => {
  const browser = await house.signedIn(manager)
  const before = await browser.get('/kataloge')
  expect(readable(before.html)).toContain('Lotsenwerk-Basis-Check')
  // The story has begun with the Startcheck.
  expect(importing(before.html)).toHaveLength(shippedNames.length - 1)
  const taken = await browser.post('/kataloge/mitgeliefert', { name: 'reifegrad' })
  expect(taken.url).toMatch(/^\/kataloge\/[0-9a-f-]{36}$/)
  expect(readable(taken.html)).toMatch(/33 Anforderungen eingelesen\..*Lotsenwerk-Reifegrad Digitale Verwaltung/s)
  expect(readable(taken.html)).not.toContain('Beim Einlesen ist etwas aufgefallen')
  expect(importing((await browser.get('/kataloge')).html)).toHaveLength(shippedNames.length - 2)
  const again = await browser.post('/kataloge/mitgeliefert', { name: 'reifegrad' })
  expect([again.url, readable(again.html).includes('war schon eingelesen, geändert wurde nichts.')]).toEqual([
    taken.url,
    true,
  ])
})

test('a catalog that does not come with the product is refused, and nothing is imported', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  for (const name of ['', 'wiba', '../story', 'lotsenwerk-basischeck.oscal.json']) {
    const page = await browser.post('/kataloge/mitgeliefert', { name })
    expect([name, page.status]).toEqual([name, 422])
    expect(readable(page.html)).toContain('Diesen Katalog liefern wir nicht mit, eingelesen wurde nichts.')
  }
  const reply = await (await house.as(manager)).post('/shipped-catalogs', { name: 'wiba' })
  expect(reply.status).toBe(422)
})

test('whoever may not import sees no button and does not get through', async ({ house }) => {
  const browser = await house.signedIn(isb)
  const page = await browser.get('/kataloge')
  expect(readable(page.html)).not.toContain('Mitgelieferte Kataloge')
  expect((await browser.post('/kataloge/mitgeliefert', { name: 'basischeck' })).status).toBe(403)
  const client = await house.as(isb)
  expect((await client.post('/shipped-catalogs', { name: 'basischeck' })).status).toBe(403)
  const { items } = (await client.get<Shipped>('/shipped-catalogs')).body
  expect(items.find(({ name }) => name === 'basischeck')).toMatchObject({ catalogId: null })
})

test('the command line knows a shipped catalog by its word, the API says where it is, and once more changes nothing', async ({
  house,
}) => {
  const done = await runVerb(house.services, 'catalog import', { file: 'basischeck' })
  if (isRefusal(done)) throw new Error(done.refused)
  expect(done.data).toMatchObject({ isNew: true, title: 'Lotsenwerk-Basis-Check', warnings: [] })
  const client = await house.as(manager)
  const { items } = (await client.get<Shipped>('/shipped-catalogs')).body
  expect(items.map(({ name }) => name)).toEqual(shippedNames)
  expect(items.find(({ name }) => name === 'basischeck')?.catalogId).toBe(done.data['id'])
  const again = await client.post<{ catalogId: string }>('/shipped-catalogs', { name: 'basischeck' })
  expect([again.status, again.body.catalogId]).toEqual([200, done.data['id']])
  const unknown = await runVerb(house.services, 'catalog import', { file: 'wiba' })
  expect(isRefusal(unknown) && unknown.refused).toContain('Die Datei wiba gibt es nicht')
})

test('a choice for small administrations brings along the catalog it chooses from', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  const taken = await browser.post('/kataloge/mitgeliefert', { name: 'basischeck-klein' })
  expect(readable(taken.html)).toMatch(/30 Anforderungen eingelesen\..*Lotsenwerk-Basis-Check für kleine Verwaltungen/s)
  const client = await house.as(manager)
  const { items } = (await client.get<Shipped>('/shipped-catalogs')).body
  expect(items.filter(({ catalogId }) => catalogId === null).map(({ name }) => name)).toEqual([
    'basischeck-ohne-serverraum',
  ])
  const again = await client.post<{ catalogId: string }>('/shipped-catalogs', { name: 'basischeck-klein' })
  expect([again.status, `/kataloge/${again.body.catalogId}`]).toEqual([200, taken.url])
  const other = await client.post('/shipped-catalogs', { name: 'basischeck-ohne-serverraum' })
  expect(other.status).toBe(201)
})

test('a town begins the Basis-Check and the maturity check on the day they are imported', async ({ house }) => {
  const client = await house.as(elbaue)
  const me = (await client.get<{ actingFor: { id: string } }>('/me')).body
  const shipped = (await client.get<Shipped>('/shipped-catalogs')).body
  const begin = async (wanted: string): Promise<string> => {
    const catalogId = idOf(shipped, wanted)
    const begun = await client.post<{ id: string }>('/assessments', { organizationId: me.actingFor.id, catalogId })
    expect([wanted, begun.status]).toEqual([wanted, 201])
    return begun.body.id
  }
  const basic = await begin('basischeck')
  await client.put(`/assessments/${basic}/answers/lw-backup-anderer-ort`, { answer: 'yes' })
  expect((await client.get(`/assessments/${basic}`)).body).toMatchObject({
    progress: { answered: 1, total: 280 },
    score: { percent: 100 },
  })
  const maturity = await begin('reifegrad')
  const { items: questions } = (
    await client.get<{ items: { id: string }[] }>(`/catalogs/${idOf(shipped, 'reifegrad')}/controls`)
  ).body
  await client.put(`/assessments/${maturity}/answers/${questions[0]?.id}`, { level: 2, target: 4 })
  expect((await client.get(`/assessments/${maturity}`)).body).toMatchObject({
    progress: { answered: 1, total: 33 },
    score: { percent: 50 },
  })
})
