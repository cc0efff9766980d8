// A filled WiBA is worth something in Grundschutz++: the real mapping, where this machine has the files.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { julySources } from '../fixtures/july-catalog.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, manager, test } from '../harness/house.ts'
import { type AssessmentJson, importCatalog, ownOrganization } from '../http/checks.ts'
import type { Proposal } from './two-checks.ts'

const mapping = sharedData('oscal', 'ITGS-to-GS++-mapping_collection.json')
const wiba = sharedData('wiba', 'synthetic-wiba-workbook.xlsx')

test.skipIf(!mapping || !wiba)(
  `WiBA's 257 questions reach 133 numbers of July, Backup none; a filled one proposes there (${needsSharedData('oscal and wiba')})`,
  { timeout: 240_000 },
  async ({ house }) => {
    const content = (name: string) => readFileSync(sharedData('oscal', name) ?? '', 'utf8')
    const resources: Record<string, string> = {}
    for (const [resource, name] of Object.entries(julySources))
      resources[resource] = await importCatalog(house, content(name))
    const profile = { ...(JSON.parse(content('Grundschutz++-profile.json')) as object), resources }
    const july = await importCatalog(house, JSON.stringify(profile))
    const torsten = await house.as(manager)
    const imported = await torsten.call('POST', '/mapping-collections', readFileSync(mapping ?? '', 'utf8'))
    expect(imported.status).toBe(201)
    const workbook = await torsten.upload<{ id: string }>('/catalogs', new Uint8Array(readFileSync(wiba ?? '')))
    const jana = await house.as(isb)
    const organizationId = await ownOrganization(jana)
    const start = async (catalogId: string) =>
      (await jana.post<AssessmentJson>('/assessments', { organizationId, catalogId })).body
    const source = await start(workbook.body.id)
    const target = await start(july)
    const { body: questions } = await jana.get<{ items: { id: string }[] }>(
      `/catalogs/${workbook.body.id}/controls?limit=200&group=NET`,
    )
    for (const { id } of questions.items)
      expect((await jana.put(`/assessments/${source.id}/answers/${id}`, { answer: 'yes' })).status).toBe(200)

    const covered = await jana.get<{ items: { groups: { title: string; reached: number }[] }[] }>(
      `/assessments/${target.id}/coverage?from=${source.id}`,
    )
    expect(covered.body.items).toMatchObject([
      { questions: 257, reached: 106, reachedEqual: 38, controlsByNumber: 133 },
    ])
    const backup = covered.body.items[0]?.groups.find(({ title }) => title === 'Backup')
    expect(backup).toMatchObject({ questions: 7, reached: 0 })

    const began = performance.now()
    const { body } = await jana.get<{ items: Proposal[] }>(`/assessments/${target.id}/proposals?limit=200`)
    console.log(`proposals of July from WiBA: ${Math.round(performance.now() - began)} ms`)
    const fromWiba = body.items.filter(({ sources }) => sources.some(({ assessmentId }) => assessmentId === source.id))
    expect(fromWiba.length).toBeGreaterThan(0)
    expect(fromWiba.every(({ confidence }) => confidence !== 'largely')).toBe(true)
    expect((await jana.get<AssessmentJson>(`/assessments/${target.id}`)).body.progress.answered).toBe(0)

    const browser = await house.signedIn(isb)
    const page = await browser.get(`/pruefungen/${target.id}/vorschlaege`)
    expect(page.text).toMatch(/Für Backup, .* gibt es noch keine amtliche Zuordnung\./)
    const side = await browser.get(`/pruefungen/rahmenwerke?pruefung=${source.id}&ziel=${july}`)
    expect(side.text).toMatch(/zugeordnete Ziele, die es dort nicht mehr gibt 6\b/)
    expect(side.text).toContain('26 von 26')
  },
)
