// Outlines come in by API, page and command, are shown as they are, and fit the register or say what does not.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, observer, test } from '../harness/house.ts'
import { readable } from '../http/html.ts'
import { countRows } from '../http/rows.ts'
import { mapForm, squares } from './outlines.ts'

interface MapJson {
  id: string
  title: string
  attribution: string
  isSchematic: boolean
  areas: { key: string; name: string; path: string }[]
  countiesWithoutArea: string[]
  areasWithoutCounty: string[]
}

interface Problem {
  detail: string
  errors: { path: string; message: string }[]
}

test('the story has a honeycomb of its counties, which says that it is one', async ({ house }) => {
  const { status, body } = await (await house.as(isb)).get<MapJson>('/maps/current')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    isSchematic: true,
    attribution: 'Schematische Karte der Vorführung, erfunden',
    countiesWithoutArea: [],
    areasWithoutCounty: [],
  })
  expect(body.areas.map(({ name }) => name)).toEqual(expect.arrayContaining(['Landkreis Elbtal', 'Landkreis Nordaue']))
  expect((await house.stranger.get('/maps/current')).status).toBe(401)
})

test('only the programme manager imports; the same once more changes nothing', async ({ house }) => {
  const outlines = squares('Landkreis Nordaue', 'Elbtal', 'Elbstadt')
  for (const email of [isb, observer])
    expect((await (await house.as(email)).call('POST', '/maps', mapForm(outlines))).status).toBe(403)
  const torsten = await house.as(manager)
  const first = await torsten.call<MapJson>('POST', '/maps', mapForm(outlines))
  expect([first.status, first.body.isSchematic, first.body.areas.length]).toEqual([201, false, 3])
  expect(first.body.areasWithoutCounty).toEqual(['Elbstadt'])
  expect(first.body.countiesWithoutArea).not.toContain('Landkreis Elbtal')
  const rows = await countRows(house)
  const again = await torsten.call<MapJson>('POST', '/maps', mapForm(outlines))
  expect([again.status, again.body.id]).toEqual([200, first.body.id])
  expect(await countRows(house)).toEqual(rows)
})

test('what fits nothing, says no source or is no map leaves the map as it was', async ({ house }) => {
  const torsten = await house.as(manager)
  const before = (await torsten.get<MapJson>('/maps/current')).body
  const refused = async (form: FormData) => {
    const { status, body } = await torsten.call<Problem>('POST', '/maps', form)
    expect(status).toBe(422)
    return JSON.stringify(body)
  }
  expect(await refused(mapForm(squares('Atlantis', 'Vineta')))).toContain(
    'Die Datei nennt Atlantis, Vineta; das Register nennt Landkreis',
  )
  expect(await refused(mapForm(squares('Elbtal'), { title: 'Landkreise', attribution: ' ' }))).toContain(
    'von wem die Umrisse stammen',
  )
  expect(await refused(mapForm(squares('Elbtal'), { attribution: '© Amt' }))).toContain('"title"')
  expect(await refused(mapForm('{"type":'))).toContain('kein gültiges JSON')
  expect(await refused(mapForm(''))).toContain('keine Datei angekommen')
  const huge = await torsten.call('POST', '/maps', mapForm(' '.repeat(6 * 1024 * 1024)))
  expect(huge.status).toBe(413)
  expect((await torsten.get<MapJson>('/maps/current')).body).toEqual(before)
})

test('the page shows the map, takes a new one, and keeps what was typed when the file is wrong', async ({ house }) => {
  const browser = await house.signedIn(manager)
  await browser.get('/landesbild/karte')
  const said = { title: 'Umrisse & Flächen', attribution: '© <b>Amt</b>' }
  const wrong = await browser.upload(
    '/landesbild/karte',
    JSON.stringify(squares('Elbtal', 'Elbtal')).replace('15982', '15981'),
    'k.json',
    said,
  )
  expect(wrong.status).toBe(422)
  expect(readable(wrong.html)).toContain('Der Schlüssel 15981 kommt 2-mal vor')
  expect(wrong.html).toContain('value="Umrisse &amp; Flächen"')
  const unsaid = await browser.upload('/landesbild/karte', 'nichts', 'k.json', {})
  expect(readable(unsaid.html)).toMatch(/kein gültiges JSON.*Titel/s)
  const done = await browser.upload(
    '/landesbild/karte',
    JSON.stringify(squares('Elbtal', '<i>Insel</i>')),
    'k.json',
    said,
  )
  expect(done.url).toBe('/landesbild/karte')
  expect(readable(done.html)).toMatch(/2 Flächen sind eingelesen\. .* des Registers ha(ben|t) keine Fläche/)
  expect(done.html).toContain('© &lt;b>Amt')
  expect(done.html).not.toContain('<i>Insel')
  expect(done.html).not.toContain('style=')
})

test('the command line imports too, and says what is missing', async ({ house }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'karte-')), 'kreise.json')
  writeFileSync(file, JSON.stringify(squares('Nordaue')).replaceAll('GEN', 'bez'))
  const verb = (options: Record<string, string>) => runVerb(house.services, 'map import', options)
  expect(await verb({ file: '/nirgends.json' })).toHaveProperty('refused')
  expect(await verb({ file })).toHaveProperty('refused', expect.stringContaining('--attribution'))
  const said = { file, title: 'Landkreise', attribution: '© Amt' }
  expect(await verb(said)).toHaveProperty('errors')
  const done = await verb({ ...said, 'name-property': 'bez' })
  expect(done).toHaveProperty('sentence', expect.stringMatching(/^Die Karte mit einer Fläche ist eingelesen\. /))
  const { body } = await (await house.as(isb)).get<MapJson>('/maps/current')
  expect(body.areas.map(({ name }) => name)).toEqual(['Nordaue'])
})

const counties = sharedData('geo', 'kreise.geojson')

test.skipIf(!counties)(
  `real outlines without a county of the register are refused (${needsSharedData('geo')})`,
  async ({ house }) => {
    const form = mapForm(readFileSync(counties ?? '', 'utf8'))
    const { status, body } = await (await house.as(manager)).call<Problem>('POST', '/maps', form)
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(
      'Dessau-Roßlau, Halle (Saale), Magdeburg, Altmarkkreis Salzwedel, Anhalt-Bitterfeld und 9 weitere',
    )
  },
)
