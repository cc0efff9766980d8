// Which questions a list shows, and which one comes next.
import { describe, expect } from 'vitest'
import type { Browser } from '../harness/clients.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { importCatalog, ownOrganization, smallCatalog, startCheck } from './checks.ts'
import { decode, linksOf, readable } from './html.ts'

const questionsIn = (html: string): string[] => [...html.matchAll(/<li id="frage-([^"]+)"/g)].map(([, id = '']) => id)

async function check(house: TestHouse, title: string, answers: Record<string, string> = {}) {
  const { id } = await startCheck(house, isb, title)
  const jana = await house.as(isb)
  const answer = async (given: Record<string, string>) => {
    for (const [control, value] of Object.entries(given))
      await jana.put(`/assessments/${id}/answers/${control}`, { answer: value })
  }
  await answer(answers)
  const browser = await house.signedIn(isb)
  return { id, browser, answer, list: (query: string) => browser.get(`/pruefungen/${id}/fragen?${query}`) }
}

describe('a selection across all lists shows', () => {
  test('everything in the order of the catalog', async ({ house }) => {
    const { list } = await check(house, 'Alle')
    expect(questionsIn((await list('auswahl=alle')).html)).toEqual(['AKT.0', 'AKT.1.1', 'AKT.1.1.1', 'TEL.1'])
    expect(questionsIn((await list('')).html)).toHaveLength(4)
    expect(questionsIn((await list('auswahl=quatsch')).html)).toHaveLength(4)
  })

  test('under "zwingend" what is mandatory and missing or answered with no', async ({ house }) => {
    const { list, answer } = await check(house, 'Zwingend')
    const shown = async () => questionsIn((await list('auswahl=zwingend')).html)
    expect(await shown()).toEqual(['AKT.0'])
    await answer({ 'AKT.0': 'no' })
    expect(await shown()).toEqual(['AKT.0'])
  })

  test('under "schnellstarter" what takes a day and is missing or answered with no', async ({ house }) => {
    const done = await check(house, 'Schnell erledigt', { 'AKT.1.1.1': 'yes' })
    expect(questionsIn((await done.list('auswahl=schnellstarter')).html)).toEqual([])
    const open = await check(house, 'Schnell offen', { 'AKT.1.1.1': 'no', 'AKT.0': 'no' })
    expect(questionsIn((await open.list('auswahl=schnellstarter')).html)).toEqual(['AKT.1.1.1'])
    const fresh = await check(house, 'Schnell neu')
    expect(questionsIn((await fresh.list('auswahl=schnellstarter')).html)).toEqual(['AKT.1.1.1'])
  })

  test('under "offen" the unanswered, under "nein" those answered with no', async ({ house }) => {
    const { list } = await check(house, 'Offen', { 'AKT.0': 'no', 'TEL.1': 'notApplicable', 'AKT.1.1': 'yes' })
    expect(questionsIn((await list('auswahl=offen')).html)).toEqual(['AKT.1.1.1'])
    expect(questionsIn((await list('auswahl=nein')).html)).toEqual(['AKT.0'])
  })
})

describe('a list of the catalog', () => {
  test('shows its own questions without those of the lists inside it, and leads to its neighbours', async ({
    house,
  }) => {
    const { id, list } = await check(house, 'Listen')
    const page = await list('liste=AKT.1')
    expect(questionsIn(page.html)).toEqual(['AKT.1.1', 'AKT.1.1.1'])
    expect(readable(page.html)).toContain('Wer schließen darf.')
    expect(linksOf(page.html)).toEqual(
      expect.arrayContaining([`/pruefungen/${id}/fragen?liste=AKT`, `/pruefungen/${id}/fragen?liste=TEL`]),
    )
    expect(questionsIn((await list('liste=AKT')).html)).toEqual(['AKT.0'])
  })

  test('that does not exist is 404', async ({ house }) => {
    const { list } = await check(house, 'Keine Liste')
    for (const name of ['XYZ', '%00', 'akt']) expect((await list(`liste=${name}`)).status).toBe(404)
  })

  test('counts what is open, mandatory, quick and answered with no in its filters', async ({ house }) => {
    const { list } = await check(house, 'Zahlen', { 'AKT.0': 'no', 'AKT.1.1': 'yes' })
    const text = readable((await list('auswahl=alle')).html)
    expect(text).toMatch(/2 von 4\s+Fragen insgesamt beantwortet/)
    expect(text).toMatch(/Alle 4\s+Offen 2\s+Zwingend 1\s+Schnellstarter 1\s+Nein 1/)
  })

  test('that has nothing for a selection says so and shows the way out', async ({ house }) => {
    const { id, list } = await check(house, 'Leer')
    const page = await list('liste=TEL&auswahl=nein')
    expect(questionsIn(page.html)).toEqual([])
    expect(readable(page.html)).toContain('Hier ist nichts mehr zu tun')
    expect(readable(page.html)).toContain('In „Telefon“ passt keine Frage zu dieser Auswahl.')
    expect(linksOf(page.html)).toContain(`/pruefungen/${id}/fragen?liste=TEL`)
  })
})

describe('the next open question', () => {
  const next = async (browser: Browser, id: string) => (await browser.get(`/pruefungen/${id}/naechste-frage`)).url

  test('is the mandatory one, then the quick win, then the order of the catalog, then none', async ({ house }) => {
    const { id, browser, answer } = await check(house, 'Nächste')
    const at = (list: string, control: string) =>
      `/pruefungen/${id}/fragen?liste=${list}&frage=${control}#frage-${control}`
    expect(await next(browser, id)).toBe(at('AKT', 'AKT.0'))
    await answer({ 'AKT.0': 'no' })
    expect(await next(browser, id)).toBe(at('AKT.1', 'AKT.1.1.1'))
    await answer({ 'AKT.1.1.1': 'yes' })
    expect(await next(browser, id)).toBe(at('AKT.1', 'AKT.1.1'))
    await answer({ 'AKT.1.1': 'notApplicable' })
    expect(await next(browser, id)).toBe(at('TEL', 'TEL.1'))
    await answer({ 'TEL.1': 'yes' })
    const done = await browser.get(`/pruefungen/${id}/naechste-frage`)
    expect([done.url, done.text.includes('Alle Fragen sind beantwortet.')]).toEqual([`/pruefungen/${id}`, true])
  })

  test('stands opened, with its note field and its help', async ({ house }) => {
    const { id, browser } = await check(house, 'Offen gezeigt')
    const page = await browser.get(`/pruefungen/${id}/naechste-frage`)
    expect(page.html).toMatch(/<li id="frage-AKT.0" data-current/)
    expect(page.html).toContain('id="feld-frage-AKT-0-note"')
    expect(readable(page.html)).toContain('Ein Stahlschrank genügt.')
  })
})

test('a list of more than thirty questions goes on over pages, each question once', async ({ house }) => {
  const controls = Array.from({ length: 75 }, (_, at) => ({ id: `X.${at + 1}`, title: `Frage ${at + 1}` }))
  const catalog = JSON.parse(smallCatalog('Viele')) as { catalog: Record<string, unknown> }
  const { params: _params, ...rest } = catalog.catalog
  const groups = [{ id: 'X', title: 'Lange Liste', controls }]
  const catalogId = await importCatalog(house, JSON.stringify({ catalog: { ...rest, groups } }))
  const jana = await house.as(isb)
  const organizationId = await ownOrganization(jana)
  const { body } = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })
  const browser = await house.signedIn(isb)
  for (const start of ['liste=X', 'auswahl=offen']) {
    const seen: string[] = []
    let path: string | undefined = `/pruefungen/${body.id}/fragen?${start}`
    for (let pages = 0; path !== undefined && pages < 10; pages++) {
      const { html } = await browser.get(path)
      seen.push(...questionsIn(html))
      path = decode(/<a[^>]* href="([^"]*)" rel="next"/.exec(html)?.[1] ?? '') || undefined
    }
    expect(seen).toEqual(controls.map(({ id }) => id))
  }
})
