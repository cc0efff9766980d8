// Mapping collections by API, page and command line; what of them holds in a catalog; and what a catalog reaches through them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { coverage, reachControls, requirementsOf } from '#foundation/catalogs/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { asOwner } from '../access/as-owner.ts'
import { julySources } from '../fixtures/july-catalog.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, mappingFile, smallCatalog, storyCheck } from '../http/checks.ts'
import { formsOf, readable } from '../http/html.ts'
import { countRows } from '../http/rows.ts'

interface CollectionJson {
  id: string
  title: string
  mapCount: number
  status: string
  method: string
  targets: string[]
  warnings: string[]
  relationships: { relationship: string; maps: number; defaults: number }[]
}

interface TargetsJson {
  named: number
  existing: number
  missing: number
  states: Record<string, number>
  items: { target: { id: string }; state: string; control: { id: string } | null; atNumber: { id: string } | null }[]
}

interface MapJson {
  position: number
  relationship: string
  source: { id: string }
  requirementId: string
  target: { id: string; key: string | null }
  isDefault: boolean
  targetState: string | null
  control: { id: string; title: string } | null
}

async function imported(house: TestHouse, content = mappingFile()): Promise<CollectionJson> {
  const client = await house.as(manager)
  const { status, body, text } = await client.call<CollectionJson>('POST', '/mapping-collections', content)
  if (status !== 201 && status !== 200) throw new Error(text)
  return body
}

async function amtsstube(house: TestHouse): Promise<string> {
  const client = await house.as(manager)
  return (await client.call<{ id: string }>('POST', '/catalogs', smallCatalog())).body.id
}

test('a collection is taken once: the same file by upload, by JSON and by the command line is the same one', async ({
  house,
}) => {
  const client = await house.as(manager)
  const first = await client.call<CollectionJson>('POST', '/mapping-collections', mappingFile('Einmal'))
  expect([first.status, first.body]).toMatchObject([
    201,
    {
      title: 'Einmal',
      mapCount: 4,
      status: 'draft',
      method: 'human',
      targets: ['Kleiner Katalog der Amtsstube'],
      warnings: [],
      relationships: [
        { relationship: 'equivalent-to', maps: 1, defaults: 0 },
        { relationship: 'superset-of', maps: 1, defaults: 0 },
        { relationship: 'subset-of', maps: 1, defaults: 0 },
        { relationship: 'intersects-with', maps: 1, defaults: 1 },
      ],
    },
  ])
  const before = await countRows(house)
  const again = await client.upload<CollectionJson>('/mapping-collections', mappingFile('Einmal'), 'zuordnung.json')
  expect([again.status, again.body.id]).toEqual([200, first.body.id])
  expect(await countRows(house)).toEqual(before)
  const read = await (await house.as(isb)).get<CollectionJson>(`/mapping-collections/${first.body.id}`)
  expect(read.body).toEqual(first.body)
})

test('the command line of the server imports one, and says so the second time', async ({ house }) => {
  const file = join(import.meta.dirname, '../fixtures/oscal/mapping-collection-1.2.1.json')
  const run = () => runVerb(house.services, 'mapping-collection import', { file })
  const first = await run()
  expect(isRefusal(first) ? first : first.data).toMatchObject({ title: 'Grundschutz zur Amtsstube', mapCount: 4 })
  const second = await run()
  expect(isRefusal(second) ? second : [second.data['isNew'], second.sentence]).toEqual([
    false,
    'Diese Datei war schon eingelesen, geändert wurde nichts.',
  ])
  const wrong = await runVerb(house.services, 'mapping-collection import', { file: `${file}.nicht` })
  expect(isRefusal(wrong) && wrong.refused).toMatch(/gibt es nicht/)
})

test('only programme management and office import; everybody signed in reads', async ({ house }) => {
  const { id } = await imported(house)
  const jana = await house.as(isb)
  const before = await countRows(house)
  const refused = await jana.call('POST', '/mapping-collections', mappingFile('Von Jana'))
  expect([refused.status, refused.body['title']]).toEqual([
    403,
    'Zuordnungen einlesen können nur Programmleitung und Geschäftsstelle des Verbunds.',
  ])
  expect(await countRows(house)).toEqual(before)
  const browser = await house.signedIn(isb)
  expect(formsOf((await browser.get('/kataloge/zuordnungen')).html).map(({ action }) => action)).not.toContain(
    '/kataloge/zuordnungen/einlesen',
  )
  expect((await browser.get(`/kataloge/zuordnungen/${id}`)).status).toBe(200)
})

test('relations are listed in pages, by relation, text and what became of their target', async ({ house }) => {
  const { id } = await imported(house)
  const catalogId = await amtsstube(house)
  const client = await house.as(isb)
  const maps = async (query: string) => {
    const { status, body } = await client.get<{ items: MapJson[]; next: string | null }>(
      `/mapping-collections/${id}/maps?${query}`,
    )
    expect(status).toBe(200)
    return body
  }
  const { items } = await maps(`catalogId=${catalogId}`)
  expect(
    items.map(({ source, requirementId, target, targetState, control, isDefault }) => [
      source.id,
      requirementId,
      target.id,
      targetState,
      control?.id,
      isDefault,
    ]),
  ).toEqual([
    ['CON.3.A2-UA.1', 'CON.3.A2', 'AKT.0', 'same', 'AKT.0', false],
    ['CON.3.A4-UA.2', 'CON.3.A4', 'TEL.9', 'renumbered', 'TEL.1', false],
    ['CON.3.A4-UA.3', 'CON.3.A4', 'AKT.1.1', 'otherRequirement', 'AKT.1.1.1', false],
    ['OPS.1.1.4.A1-UA.1', 'OPS.1.1.4.A1', 'TEL.7', 'missing', undefined, true],
  ])
  const withoutCatalog = await maps('')
  expect(withoutCatalog.items.map(({ targetState, control }) => [targetState, control])).toEqual(
    Array.from({ length: 4 }, () => [null, null]),
  )
  const ids = async (query: string) => (await maps(query)).items.map(({ target }) => target.id)
  expect(await ids('relationship=subset-of')).toEqual(['TEL.9'])
  expect(await ids('q=con.3.a4')).toEqual(['TEL.9', 'AKT.1.1'])
  expect(await ids(`q=verlust%20schlüssels&catalogId=${catalogId}`)).toEqual(['AKT.1.1'])
  expect(await ids(`state=missing&catalogId=${catalogId}`)).toEqual(['TEL.7'])
  const first = await maps('limit=3')
  expect(first.items.map(({ position }) => position)).toEqual([1, 2, 3])
  expect((await maps(`limit=3&cursor=${first.next}`)).items.map(({ position }) => position)).toEqual([4])
})

test('the targets of a collection in a catalog: missing, renumbered, and numbers that are used again', async ({
  house,
}) => {
  const { id } = await imported(house)
  const client = await house.as(isb)
  const { body } = await client.get<TargetsJson>(
    `/mapping-collections/${id}/targets?catalogId=${await amtsstube(house)}`,
  )
  expect(body).toMatchObject({
    named: 4,
    existing: 2,
    missing: 2,
    states: { same: 1, renumbered: 1, otherRequirement: 1, missing: 1, unverified: 0 },
  })
  expect(
    body.items.map(({ target, state, control, atNumber }) => [target.id, state, control?.id, atNumber?.id]),
  ).toEqual([
    ['AKT.1.1', 'otherRequirement', 'AKT.1.1.1', 'AKT.1.1'],
    ['TEL.7', 'missing', undefined, undefined],
    ['TEL.9', 'renumbered', 'TEL.1', undefined],
  ])
})

test('what cannot be meant is said: no such collection or catalog, a state without a catalog, a foreign cursor', async ({
  house,
}) => {
  const { id } = await imported(house)
  const client = await house.as(isb)
  const none = '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b'
  const status = async (path: string) => (await client.get(`/mapping-collections/${path}`)).status
  expect(await status(none)).toBe(404)
  expect(await status(`${none}/maps`)).toBe(404)
  expect(await status(`${none}/targets?catalogId=${none}`)).toBe(404)
  expect(await status(`${id}/targets`)).toBe(422)
  expect(await status(`${id}/targets?catalogId=${none}`)).toBe(422)
  expect(await status(`${id}/maps?state=missing`)).toBe(422)
  expect(await status(`${id}/maps?relationship=equal`)).toBe(422)
  expect(await status(`${id}/maps?cursor=xyz`)).toBe(422)
  const browser = await house.signedIn(isb)
  for (const query of ['katalog=x', 'beziehung=x&stand=x', 'suche=%00', `katalog=${none}`])
    expect([query, (await browser.get(`/kataloge/zuordnungen/${id}?${query}`)).status]).toEqual([query, 200])
})

test('the page has its own address, is led to, and takes a file without a script', async ({ house }) => {
  const browser = await house.signedIn(manager)
  expect((await browser.get('/kataloge')).html).toContain('href="/kataloge/zuordnungen"')
  expect(readable((await browser.get('/kataloge/zuordnungen')).html)).toContain('Zuordnung einlesen')
  const catalogId = await amtsstube(house)
  const done = await browser.upload('/kataloge/zuordnungen/einlesen', mappingFile('Von der Seite'), 'zuordnung.json')
  expect(done.url).toMatch(/^\/kataloge\/zuordnungen\/[0-9a-f-]{36}$/)
  const page = readable(done.html)
  expect(page).toContain('Eingelesen: 4 Beziehungen.')
  expect(page).toMatch(/Stand\s+Entwurf/)
  expect(page).toMatch(/Entstanden\s+von Menschen zugeordnet/)
  expect(page).toMatch(/überschneidet sich\s+1\s+1/)
  // The catalog that has most of the numbers is proposed.
  expect(done.html).toMatch(
    new RegExp(`<option[^>]*(value="${catalogId}"[^>]*selected|selected[^>]*value="${catalogId}")`),
  )
  expect(page).toMatch(/TEL\.9\s+lebt weiter als\s+TEL\.1 Anrufe von Unbekannten/)
  expect(page).toMatch(/TEL\.7\s+gibt es nicht mehr/)
  expect(page).toMatch(/AKT\.1\.1\s+AKT\.1\.1 Schlüsselbuch\s+lebt weiter als\s+AKT\.1\.1\.1/)
  const filtered = readable((await browser.get(`${done.url}?katalog=${catalogId}&stand=missing`)).html)
  expect(filtered).toContain('1 von 4')
  const nothing = readable((await browser.get(`${done.url}?suche=gibtesnicht`)).html)
  expect(nothing).toContain('Keine Beziehung passt zu diesen Filtern')
  const again = await browser.upload('/kataloge/zuordnungen/einlesen', mappingFile('Von der Seite'), 'zuordnung.json')
  expect(readable(again.html)).toContain('Diese Datei war schon eingelesen, geändert wurde nichts.')
  expect(readable((await browser.get('/kataloge/zuordnungen')).html)).toMatch(/Von der Seite\s+1\.0\s+Entwurf/)
})

const broken: [string, string, RegExp][] = [
  ['nothing', '', /keine Datei angekommen|ist leer/],
  ['a catalog', smallCatalog(), /ist ein OSCAL-Katalog und keine Zuordnung\. Bitte lesen Sie sie unter „Kataloge“ ein/],
  ['broken JSON', mappingFile().slice(0, 900), /mitten im JSON ab/],
  ['a NUL', mappingFile().replace('Gemeint ist', 'Gemeint\\u0000 ist'), /das Zeichen U\+0000/],
  [
    'too deep JSON',
    '['.repeat(500_000),
    /mehr als 100 Ebenen tief verschachtelt\. Bitte wählen Sie eine OSCAL-Zuordnung/,
  ],
  [
    'a doubled name',
    mappingFile().replace('"version": "1.0",', '"version": "1.0", "version": "2.0",'),
    /„version“ zum zweiten Mal/,
  ],
  [
    'no relation',
    mappingFile().replaceAll(/"relationship": "[a-z-]+"/g, '"relationship": "no-relationship"'),
    /keine Beziehung, die sich übernehmen lässt/,
  ],
  [
    'no target',
    mappingFile().replace('"id-ref": "TEL.9",', ''),
    /In mapping-collection\.mappings\[0\]\.maps\[1\]\.targets\[0\]\.id-ref fehlt die Nummer/,
  ],
]

test('broken ones are refused with place and remedy, by API and on the page, and nothing is changed', async ({
  house,
}) => {
  const client = await house.as(manager)
  const browser = await house.signedIn(manager)
  await browser.get('/kataloge/zuordnungen')
  const before = await countRows(house)
  for (const [name, content, expected] of broken) {
    const reply = await client.call('POST', '/mapping-collections', content)
    expect([name, reply.status, reply.body['title']]).toEqual([name, 422, expect.stringMatching(expected)])
    const page = await browser.upload('/kataloge/zuordnungen/einlesen', content, 'zuordnung.json')
    expect([name, page.status]).toEqual([name, 422])
    expect(readable(page.html)).toMatch(expected)
    expect(readable(page.html)).toContain('Geändert wurde nichts.')
  }
  expect(await countRows(house)).toEqual(before)
})

test('whoever imports a mapping collection as a catalog is shown the right page', async ({ house }) => {
  const reply = await (await house.as(manager)).call('POST', '/catalogs', mappingFile())
  expect([reply.status, reply.body['title']]).toEqual([
    422,
    'Der Katalog wurde nicht übernommen: Die Datei ist eine OSCAL-Zuordnung (mapping-collection) und kein Katalog. Bitte lesen Sie sie unter „Kataloge“, „Zuordnungen“ ein.',
  ])
})

test('what a schema of NIST finds is told, and the collection is taken', async ({ house }) => {
  const odd = mappingFile('Mit Fehlern').replace('"status": "draft",', '"status": "halb",')
  const { warnings } = await imported(house, odd)
  expect(warnings[0]).toMatch(/entspricht nicht überall dem OSCAL-Schema 1\.2\.1/)
})

test('questions of a check reach controls over the requirements they ask for; of two versions of a collection the newer counts', async ({
  house,
}) => {
  const older = await imported(house)
  const target = await amtsstube(house)
  const { catalogId } = await storyCheck(await house.as(isb))
  const reached = await asOwner(house, (db) => reachControls(db, catalogId, target))
  expect((await asOwner(house, (db) => requirementsOf(db, catalogId))).get('lw-start-01')).toContain('CON.3.A2')
  expect(
    reached.get('lw-start-01')?.map(({ controlId, relationship, state }) => [controlId, relationship, state]),
  ).toEqual([
    ['AKT.0', 'equivalent-to', 'same'],
    ['AKT.1.1.1', 'superset-of', 'otherRequirement'],
    ['TEL.1', 'subset-of', 'renumbered'],
  ])
  const covered = await asOwner(house, (db) => coverage(db, catalogId, target))
  expect([covered.groups.length, covered.questions, covered.controls]).toEqual([6, 24, 3])
  expect(covered.groups.filter((group) => group.reached === 0).length).toBeGreaterThan(0)
  const newer = await imported(house, mappingFile().replace('"version": "1.0"', '"version": "1.1"'))
  const later = await asOwner(house, (db) => reachControls(db, catalogId, target))
  const collections = new Set([...later.values()].flat().flatMap(({ via }) => via.map((way) => way.collectionId)))
  expect([collections.has(older.id), collections.has(newer.id)]).toEqual([false, true])
})

const bsi = sharedData('oscal', 'ITGS-to-GS++-mapping_collection.json')
const wiba = sharedData('wiba', 'synthetic-wiba-workbook.xlsx')

test.skipIf(!bsi || !wiba)(
  `BSI's collection against July: 322 of 339 targets by number, 106 of 257 questions of WiBA reach 133 (${needsSharedData('oscal and wiba')})`,
  async ({ house }) => {
    const content = (name: string) => readFileSync(sharedData('oscal', name) ?? '', 'utf8')
    const resources: Record<string, string> = {}
    for (const [resource, name] of Object.entries(julySources))
      resources[resource] = await importCatalog(house, content(name))
    const profile = { ...(JSON.parse(content('Grundschutz++-profile.json')) as object), resources }
    const july = await importCatalog(house, JSON.stringify(profile))
    const { id, mapCount, warnings } = await imported(house, readFileSync(bsi ?? '', 'utf8'))
    expect([mapCount, warnings]).toEqual([1185, []])
    const client = await house.as(manager)
    const { body } = await client.get<TargetsJson>(`/mapping-collections/${id}/targets?catalogId=${july}`)
    expect(body).toMatchObject({
      named: 339,
      existing: 322,
      missing: 17,
      states: { same: 292, renumbered: 16, otherRequirement: 30, missing: 1, unverified: 0 },
    })
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(readFileSync(wiba ?? ''))]), 'wiba.xlsx')
    const workbook = (await client.call<{ id: string }>('POST', '/catalogs', form)).body.id
    const start = performance.now()
    const { groups, ...totals } = await asOwner(house, (db) => coverage(db, workbook, july))
    expect(performance.now() - start).toBeLessThan(3000)
    expect(totals).toEqual({ questions: 257, reached: 106, reachedEqual: 38, controls: 138, controlsByNumber: 133 })
    expect(groups.filter(({ reached }) => reached === 0).map(({ title }) => title)).toEqual([
      'Backup',
      'Rollen / Berechtigungen / Authentisierung',
      'Umgang mit Informationen',
      'Telefonie und Fax',
    ])
    const page = readable((await (await house.signedIn(isb)).get(`/kataloge/zuordnungen/${id}?katalog=${july}`)).html)
    expect(page).toMatch(/VRB\.1\.2\s+gibt es nicht mehr/)
    expect(page).toMatch(/KONF\.11\.9\s+lebt weiter als/)
  },
)
