// A catalog from the workbook of WiBA, and one from a profile over catalogs that are here: by API and by the plain pages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { asOwner } from '../access/as-owner.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, smallCatalog } from './checks.ts'
import { formsOf, readable } from './html.ts'
import { countRows } from './rows.ts'
import { filled, workbook } from './workbooks.ts'

interface CatalogJson {
  id: string
  title: string
  version: string
  controlCount: number
  sha256: string
  origin: string
  license: string
  warnings: string[]
  sources: { resource: string; name: string; catalogId: string }[]
}

const upload = (house: TestHouse, content: Uint8Array<ArrayBuffer> | string, parts: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.set(name, value)
  form.set('file', new Blob([content]), 'datei')
  return house.as(manager).then((client) => client.call<CatalogJson>('POST', '/catalogs', form))
}

test('a workbook is a catalog of its questions, and a filled copy, sorted otherwise, is the same one', async ({
  house,
}) => {
  const first = await upload(house, await workbook())
  expect([first.status, first.body]).toMatchObject([
    201,
    { title: 'WiBA: Weg in die Basis-Absicherung', version: 'WiBA 2.0 (2023)', controlCount: 5, origin: 'workbook' },
  ])
  expect(first.body.license).toMatch(/© BSI/)
  expect(first.body.warnings).toContain('„Backup“: 3 statt 7 Fragen.')
  const before = await countRows(house)
  const again = await upload(house, await filled({ 'BAK.1': ['Ja', 'Band liegt im Tresor'] }))
  expect([again.status, again.body.id]).toEqual([200, first.body.id])
  expect(await countRows(house)).toEqual(before)
  const client = await house.as(isb)
  const { body } = await client.get<{ items: { id: string; effort: string; group: string }[] }>(
    `/catalogs/${first.body.id}/controls`,
  )
  expect(body.items.map(({ id, effort, group }) => [id, effort, group])).toEqual([
    ['BAK.1', '1', 'Backup'],
    ['BAK.2', '1-2', 'Backup'],
    ['BAK.3', '2-3', 'Backup'],
    ['ADM.1', '3', 'IT - Administration'],
    ['TEL.1', null, 'Telefonie und Fax'],
  ])
})

test('what a municipality filled in is nowhere in the installation after its copy was read as a catalog', async ({
  house,
}) => {
  const secret = 'Nur der Hausmeister kennt den Ort'
  const { body } = await upload(house, await filled({ 'BAK.2': ['Nein', secret] }, { question: 'Ganz andere Frage?' }))
  const file = await asOwner(house, (db) =>
    db.selectFrom('catalogs.source_file').selectAll().where('catalog_id', '=', body.id).executeTakeFirstOrThrow(),
  )
  const kept = gunzipSync(file.gzip).toString()
  expect(kept).toContain('Ganz andere Frage?')
  expect(kept).not.toContain(secret)
})

test.skipIf(!sharedData('wiba/synthetic-wiba-workbook.xlsx'))(
  `the whole workbook has 257 questions and differs in nothing (${needsSharedData('wiba')})`,
  async ({ house }) => {
    const bytes = new Uint8Array(readFileSync(sharedData('wiba/synthetic-wiba-workbook.xlsx') ?? ''))
    const { status, body } = await upload(house, bytes)
    expect([status, body.controlCount, body.warnings]).toEqual([201, 257, []])
    const client = await house.as(isb)
    const groups = readable((await (await house.signedIn(isb)).get(`/kataloge/${body.id}`)).html)
    expect(groups).toMatch(/Backup\s+Priorität 1 von 4 .*IT-Administration/)
    const last = await client.get<{ id: string; title: string }>(`/catalogs/${body.id}/controls/WEB.16`)
    expect(last.body.title).toMatch(/SYNTHETISCH/)
  },
)

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/oscal', name), 'utf8')
/** Another title makes it another catalog. */
const poststelle = (title: string): string =>
  fixture('flat-catalog-1.2.1.json').replace('Reifegrade der Poststelle', `Poststelle ${title}`)

const profile = fixture('profile-1.1.3.json')
const [first, second] = ['b1000000-0000-4000-8000-000000000001', 'b1000000-0000-4000-8000-000000000002'] as const

test('a profile without its sources is refused by the names of what is missing, with what is meant', async ({
  house,
}) => {
  const small = await importCatalog(house, smallCatalog('Amtsstube').replace('"1.0"', '"1.1"'))
  const client = await house.as(manager)
  const before = await countRows(house)
  const { status, body } = await client.post('/catalogs', profile)
  expect([status, body['title']]).toEqual([
    422,
    'Das Profil ist noch nicht eingelesen. Bitte geben Sie zu jedem Katalog, den es importiert, den eingelesenen Katalog an, der dafür steht.',
  ])
  expect(body['errors']).toEqual([
    {
      path: `resources.${first}`,
      message: `Es fehlt, welcher Katalog für „Amtsstube“ steht. Gemeint ist vermutlich „Amtsstube“ (${small}).`,
    },
    {
      path: `resources.${second}`,
      message: 'Es fehlt, welcher Katalog für „zweiter-catalog.json“ steht. Bitte lesen Sie diesen Katalog zuerst ein.',
    },
  ])
  expect(await countRows(house)).toEqual(before)
})

test('a profile over its sources is a catalog of its own, the same by upload, by JSON body and by the command line', async ({
  house,
}) => {
  const small = await importCatalog(house, smallCatalog('Amtsstube').replace('"1.0"', '"1.2"'))
  const flat = await importCatalog(house, poststelle(house.clock.now().toString()))
  const resources = { [first]: small, [second]: flat }
  const made = await upload(house, profile, { resources: JSON.stringify(resources) })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ title: 'Auswahl der Amtsstube', origin: 'profile' })
  expect(made.body.sources.map(({ name, catalogId }) => [name, catalogId])).toEqual([
    ['Amtsstube', small],
    ['zweiter-catalog.json', flat],
  ])
  expect(made.body.warnings).toContain(
    'Für „Amtsstube“ steht „Amtsstube“; die Prüfsumme der Datei ist eine andere, als das Profil nennt.',
  )
  const client = await house.as(manager)
  const asBody = await client.post<CatalogJson>('/catalogs', { ...(JSON.parse(profile) as object), resources })
  expect([asBody.status, asBody.body.id]).toEqual([200, made.body.id])
  const path = join(import.meta.dirname, '../fixtures/oscal/profile-1.1.3.json')
  const done = await runVerb(house.services, 'catalog import', { file: path, resources: JSON.stringify(resources) })
  expect(isRefusal(done) ? done : done.data['id']).toBe(made.body.id)
  const refused = await runVerb(house.services, 'catalog import', { file: path })
  expect(isRefusal(refused) && refused.errors).toHaveLength(2)
  // Another source for the same resource is another catalog.
  const other = await importCatalog(house, smallCatalog('Amtsstube').replace('Papier', 'Karton'))
  const changed = await upload(house, profile, { resources: JSON.stringify({ ...resources, [first]: other }) })
  expect(changed.status).toBe(201)
  expect(changed.body.id).not.toBe(made.body.id)
  // A catalog that was made from this profile stands at the end of a circle.
  const circle = await upload(house, profile, { resources: JSON.stringify({ ...resources, [first]: made.body.id }) })
  expect([circle.status, (circle.body as unknown as { title: string }).title]).toMatchObject([
    422,
    expect.stringContaining('wurde selbst aus diesem Profil gemacht'),
  ])
})

test('on the page the second step proposes the sources, keeps the profile and what was chosen, and makes the catalog', async ({
  house,
}) => {
  const small = await importCatalog(house, smallCatalog('Amtsstube').replace('"1.0"', '"1.3"'))
  const flat = await importCatalog(house, poststelle(house.clock.now().toString()))
  const sources = JSON.stringify({ [first]: small, [second]: flat })
  expect((await upload(house, profile.replace('"1.0"', '"1.5"'), { resources: sources })).status).toBe(201)
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge')
  const asked = await browser.upload('/kataloge/einlesen', profile.replace('"1.0"', '"2.0"'), 'profil.json')
  expect(asked.status).toBe(200)
  expect(readable(asked.html)).toContain('Profil „Auswahl der Amtsstube“')
  const form = formsOf(asked.html).find(({ action }) => action === '/kataloge/einlesen')
  const kept = /name="profil" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
  expect(form).toBeDefined()
  expect(asked.html).toMatch(
    new RegExp(`<option[^>]*value="${small}"[^>]*selected|<option[^>]*selected[^>]*value="${small}"`),
  )
  const half = await browser.post('/kataloge/einlesen', { profil: kept, [`resource.${first}`]: small })
  expect(half.status).toBe(422)
  expect(half.html).toContain(`value="${kept}"`)
  expect(readable(half.html)).toContain('Es fehlt, welcher Katalog für „zweiter-catalog.json“ steht.')
  const done = await browser.post('/kataloge/einlesen', {
    profil: kept,
    [`resource.${first}`]: small,
    [`resource.${second}`]: flat,
  })
  expect(done.url).toMatch(/^\/kataloge\/[0-9a-f-]{36}$/)
  expect(readable(done.html)).toMatch(/Entstanden\s+aus einem OSCAL-Profil aufgelöst/)
  expect(readable(done.html)).toMatch(/Gemacht aus .*zweiter-catalog\.json/)
  expect(readable(done.html)).toMatch(/Fassungen nebeneinander .*2\.0 \(diese\)\s+neueste/)
  // A wrong choice keeps the others, and the sentence stands at its field.
  const own = done.url.split('/').at(-1) ?? ''
  const wrong = await browser.post('/kataloge/einlesen', {
    profil: kept,
    [`resource.${first}`]: own,
    [`resource.${second}`]: flat,
  })
  expect(wrong.status).toBe(422)
  expect(readable(wrong.html)).toContain('Dieser Katalog stammt aus dem Profil selbst.')
  expect(wrong.html).toContain(`value="${kept}"`)
  expect(wrong.html).toMatch(new RegExp(`<option[^>]*(value="${own}"[^>]*selected|selected[^>]*value="${own}")`))
})
