// The journey on real input: BSI's kernel and the municipalities of Saxony-Anhalt, by API and by the pages.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { type AssessmentJson, ownOrganization } from './checks.ts'
import { formTo, readable } from './html.ts'
import { countRows } from './rows.ts'

const kernelFile = sharedData('oscal', 'BSI-Stand-der-Technik-Kernel-catalog.json')
const listFile = sharedData('geo', 'kommunen-133.csv')
const read = (file: string | null): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file ?? ''))

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

describe.skipIf(!kernelFile)(`BSI's kernel (${needsSharedData('oscal')})`, () => {
  interface Catalog {
    id: string
    title: string
    controlCount: number
    warnings: string[]
  }

  plain('has 901 controls; the same file again, as body, upload or on the page, is the same catalog', async () => {
    const client = await house.as(manager)
    const first = await client.post<Catalog>('/catalogs', read(kernelFile))
    expect([first.status, first.body.controlCount, first.body.warnings]).toEqual([201, 901, []])
    const rows = await countRows(house)
    for (const again of [
      await client.post<Catalog>('/catalogs', read(kernelFile)),
      await client.upload<Catalog>('/catalogs', read(kernelFile)),
    ])
      expect([again.status, again.body]).toEqual([200, first.body])
    expect(await countRows(house)).toEqual(rows)
    const browser = await house.signedIn(manager)
    await browser.get('/kataloge')
    const page = await browser.upload('/kataloge/einlesen', read(kernelFile), 'kernel.json')
    expect(page.url).toBe(`/kataloge/${first.body.id}`)
    expect(readable(page.html)).toContain('Diese Datei war schon eingelesen, geändert wurde nichts.')
  })

  plain('is checked by the security officer: mandatory ones first, an answer counts in its group', async () => {
    const jana = await house.as(isb)
    const { body: catalogs } = await jana.get<{ items: Catalog[] }>('/catalogs')
    const kernel = catalogs.items.find(({ controlCount }) => controlCount === 901)
    const started = await jana.post<AssessmentJson>('/assessments', {
      organizationId: await ownOrganization(jana),
      catalogId: kernel?.id,
    })
    expect([started.status, started.body.progress]).toEqual([201, { answered: 0, total: 901 }])
    expect(started.body.groups.reduce((sum, { total }) => sum + total, 0)).toBe(901)
    const browser = await house.signedIn(isb)
    const next = await browser.get(`/pruefungen/${started.body.id}/naechste-frage`)
    const control = /frage=([^&#]+)/.exec(next.url)?.[1] ?? ''
    expect(readable(next.html)).toContain('Zwingend')
    const target = `/pruefungen/${started.body.id}/fragen/${control}/antwort`
    const saved = await browser.post(target, { ...formTo(next.html, target).fields, answer: 'yes', note: 'Erledigt' })
    expect(saved.status).toBe(200)
    const { body } = await jana.get<AssessmentJson>(`/assessments/${started.body.id}`)
    expect([body.progress.answered, body.score.percent]).toEqual([1, 100])
    const plan = await jana.get<Record<string, { 'poam-items': unknown[] }>>(
      `/assessments/${started.body.id}/poam.json`,
    )
    expect(plan.body['plan-of-action-and-milestones']?.['poam-items']).toHaveLength(900)
  })
})

describe.skipIf(!listFile)(`the 133 municipalities (${needsSharedData('geo')})`, () => {
  const byKind = { county: 11, independentCity: 3, unitaryMunicipality: 101, associationMunicipality: 18 }

  plain('are 11 counties, 3 cities, 101 and 18 by API, and twice changes nothing', async () => {
    const client = await house.as(manager)
    const first = await client.upload('/organizations/import', read(listFile), 'kommunen-133.csv')
    expect([first.status, first.body]).toEqual([
      200,
      { total: 133, added: 133, changed: 0, unchanged: 0, dissolved: [], byKind },
    ])
    const rows = await countRows(house)
    const second = await client.upload('/organizations/import', read(listFile), 'kommunen-133.csv')
    expect(second.body).toEqual({ total: 133, added: 0, changed: 0, unchanged: 133, dissolved: [], byKind })
    expect(await countRows(house)).toEqual(rows)
  })

  plain('nor on the page, which shows them all in German order', async () => {
    const browser = await house.signedIn(manager)
    await browser.get('/organisationen')
    const page = await browser.upload('/organisationen/einlesen', read(listFile), 'kommunen-133.csv')
    expect(readable(page.html)).toContain('133 Zeilen gelesen. Es war schon alles da, geändert wurde nichts.')
    const text = readable(page.html)
    for (const label of ['Landkreis (11)', 'Kreisfreie Stadt (3)', 'Verbandsgemeinde (19)'])
      expect(text).toContain(label)
    const names = [...page.html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]+)</g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThanOrEqual(133)
    const german = new Intl.Collator('de', { ignorePunctuation: true })
    const cities = names.filter((name) => /^[A-Za-zÄÖÜäöüß]+$/.test(name))
    expect(cities).toEqual(cities.toSorted(german.compare))
  })
})
