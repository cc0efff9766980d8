// Pages of the state picture as each of its readers sees them: nobody more than the others.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessor, everything, isb, manager, observer, openTestHouse, type TestHouse } from '../harness/house.ts'
import { insertPicture, insertPictures, wholePicture } from './fixtures.ts'

let house: TestHouse
let ids: string[]
beforeAll(async () => {
  house = await openTestHouse()
  ids = await insertPictures(house)
})
afterAll(() => house.close())

const lotse = 'lotse@verbund.example'

describe('the newest picture', () => {
  test('begins with sentences that need no drawing', async () => {
    const { status, text } = await (await house.signedIn(observer)).get('/landesbild')
    expect(status).toBe(200)
    expect(text).toContain('Von 118 teilnehmenden Kommunen haben 64 eine abgenommene Prüfung.')
    expect(text).toMatch(/Im Mittel sind 60\s% der Fragen mit Ja beantwortet\./)
    expect(text).toMatch(/Das sind 5 Prozentpunkte mehr als im Landesbild vom \d\d\.\d\d\.\d{4}\./)
    expect(text).toMatch(/Die größte Lücke ist bei „Umgang mit Informationen“: 40\s%\./)
  })

  test('is the same for the ministry, the programme manager, a guide and a municipality', async () => {
    const main = async (email: string) => {
      const { status, html } = await (await house.signedIn(email)).get('/landesbild')
      expect([email, status]).toEqual([email, 200])
      return html.slice(html.indexOf('<dl class="lw-facts"'), html.indexOf('id="weiter"'))
    }
    const seen = await Promise.all([observer, manager, isb, everything].map(main))
    expect(new Set(seen).size).toBe(1)
    expect(seen[0]?.length).toBeGreaterThan(5000)
  })

  test('is refused with the reason to those who neither lead, observe nor take part', async () => {
    const { status, text } = await (await house.signedIn(assessor)).get('/landesbild')
    expect([status, text.includes('Das Landesbild sehen')]).toEqual([403, true])
  })

  test('tells of hidden values how many they are and why, and nothing else', async () => {
    const { text, html } = await (await house.signedIn(observer)).get('/landesbild')
    expect(text).toContain('Warum einige Werte fehlen')
    expect(text).toContain('Nach Landkreis: 2 von 8')
    expect(text).toContain('Landkreis Nordaue. Dahinter stehen weniger als fünf Kommunen')
    expect(text).toContain('Landkreis Ostermark. Aus der Summe aller')
    expect(text).toContain('Telefonie und Fax. Eine Kommune könnte sonst')
    const row = /<th[^>]*>Landkreis Nordaue<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? ''
    expect(row.replaceAll(/<[^>]+>/g, ' ').match(/\d/)).toBeNull()
  })

  test('says of a value that stayed from which day it is, and of a bound no change', async () => {
    const { html } = await (await house.signedIn(observer)).get('/landesbild')
    const row = (county: string) =>
      [...(new RegExp(`<th[^>]*>${county}</th>(.*?)</tr>`).exec(html)?.[1] ?? '').matchAll(/<div>(.*?)<\/div>/g)].map(
        ([, cell = '']) =>
          cell
            .replaceAll(/<[^>]+>/g, ' ')
            .replaceAll('\u00A0', ' ')
            .trim(),
      )
    expect(row('Landkreis Lindengau')).toEqual(['8', '75 %', '+10'])
    expect(row('Landkreis Mittelheide')).toEqual(['11', '65 %', '−5'])
    expect(row('Landkreis Südharde')).toEqual(['9', '45 %', '±0'])
    expect(row('Landkreis Seenland')).toEqual(['7', '55 % Stand vom 01.05.2026', '–'])
    expect(row('Landkreis Rosental')).toEqual(['8', '≤ 5 %', '–'])
    expect(row('Landkreis Elbtal')).toEqual(['8', '60 %', '–'])
  })

  test('names only those who agreed, with overall score and phase', async () => {
    const { text } = await (await house.signedIn(observer)).get('/landesbild')
    expect(text).toMatch(/Gemeinde Kleinweiler 71\s% Bericht/)
    expect(text).toContain('Verbandsgemeinde Elbaue noch keine Prüfung Vorbereitung')
    expect(text).not.toContain('Stadt Musterstadt 7')
  })
})

test('every drawing says what its table says', async () => {
  const { html } = await (await house.signedIn(observer)).get('/landesbild')
  const plain = (cell: string) =>
    cell
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('\u00A0', ' ')
      .trim()
  const drawn = [
    ...html.matchAll(
      /<li><span>(.*?)<\/span><svg aria-hidden="true">.*?<\/svg><(?:b|span)[^>]*>(.*?)<\/(?:b|span)><\/li>/g,
    ),
  ]
  const bars = drawn.map(([bar, label = '', words = '']) => [
    plain(label),
    plain(words),
    /<rect width="(\d+)%" height="100%" class="lw-f-done-2"/.exec(bar)?.[1] ?? null,
  ])
  const [, table = ''] = /Anteil Ja: Nach Checkliste(.*?)<\/table>/s.exec(html) ?? []
  const rows = [...table.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>.*?<\/td><td[^>]*>(.*?)<\/td><\/tr>/gs)].map(
    ([, label = '', value = '']) => [plain(label), plain(value), /^\d+/.exec(plain(value))?.[0] ?? null],
  )
  expect(bars).toHaveLength(8)
  expect(bars).toEqual(rows)

  const label = /Anteil Ja, alle Kommunen: ([^"]*)"/.exec(html)?.[1] ?? ''
  expect(label.split(', ').map((point) => plain(point).split(' ')[1])).toEqual(['50', '55', '60'])
  const points = [...html.matchAll(/lw-line__point" cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) => Number(y))
  // 0 % stands at 160, 100 % at 24.
  expect(points.map((y) => Math.round(((160 - y) / 136) * 100))).toEqual([50, 55, 60])
})

test('earlier pictures, the print page and every file open for all who see the newest', async () => {
  for (const email of [observer, manager, lotse, isb]) {
    const browser = await house.signedIn(email)
    for (const path of [
      '/landesbild/staende',
      `/landesbild/${ids[0]}`,
      `/landesbild/${ids[2]}/druck`,
      `/landesbild/${ids[2]}/tabelle.csv`,
      `/landesbild/${ids[2]}/tabelle.xlsx`,
      `/landesbild/${ids[2]}/daten.json`,
    ])
      expect([email, path, (await browser.get(path)).status]).toEqual([email, path, 200])
  }
})

test('the report is a tagged PDF', { timeout: 60_000 }, async () => {
  const { status, html, headers } = await (await house.signedIn(observer)).get(`/landesbild/${ids[2]}/bericht.pdf`)
  expect([status, headers.get('content-type'), html.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(html).toContain('/MarkInfo')
})

test('hidden cells have neither number nor value in any file', async () => {
  const browser = await house.signedIn(observer)
  const csv = (await browser.get(`/landesbild/${ids[2]}/tabelle.csv`)).html.split('\r\n')
  expect(csv.find((line) => line.includes('Nordaue'))).toMatch(
    /^Nach Landkreis;Landkreis Nordaue;Landkreis Nordaue;;;;;/,
  )
  expect(csv.find((line) => line.includes('Rosental'))).toBe(
    'Nach Landkreis;Landkreis Rosental;Landkreis Rosental;8;5;höchstens;;',
  )
  const data = JSON.parse((await browser.get(`/landesbild/${ids[2]}/daten.json`)).html) as {
    licence: string
    sha256: string
    families: { dimension: string; cells: Record<string, unknown>[] }[]
  }
  expect(data.licence).toContain('Datenlizenz Deutschland')
  expect(data.sha256).toHaveLength(64)
  expect(data.families.find(({ dimension }) => dimension === 'county')?.cells).toContainEqual({
    key: 'Landkreis Nordaue',
    label: 'Landkreis Nordaue',
    suppressed: true,
    reason: 'small',
  })
})

test('a picture that has not appeared yet is seen by nobody, not even by those who ordered it', async () => {
  const ahead = await insertPicture(house, wholePicture({ daysAgo: -3, public: true }))
  for (const email of [observer, manager, isb])
    expect((await (await house.signedIn(email)).get(`/landesbild/${ahead}`)).status).toBe(404)
  expect((await house.browser().get('/oeffentlich/landesbild')).text).toContain('Noch kein öffentliches Landesbild')
})

test('no page of a picture asks more than four questions, whatever the number of municipalities', async () => {
  const browser = await house.signedIn(observer)
  for (const path of ['/landesbild', `/landesbild/${ids[2]}`, '/landesbild/staende', `/landesbild/${ids[2]}/druck`]) {
    const units: number[] = []
    house.services.database.observe = (queries) => void units.push(queries - 2)
    await browser.get(path)
    house.services.database.observe = undefined
    const asked = units.slice(1).reduce((sum, queries) => sum + queries, 0)
    expect([path, asked <= 4]).toEqual([path, true])
  }
})
