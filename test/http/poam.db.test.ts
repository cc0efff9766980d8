// The open points as OSCAL plan of action and milestones, as it leaves the house.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect } from 'vitest'
import { operations } from '#app/modules.ts'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { startCheck, storyCheck } from './checks.ts'

interface Poam {
  'plan-of-action-and-milestones': {
    uuid: string
    metadata: { title: string; 'last-modified': string; 'oscal-version': string }
    'poam-items': {
      uuid: string
      title: string
      description: string
      remarks?: string
      props: { name: string; value: string }[]
    }[]
    'back-matter': { resources: { rlinks: { hashes: { value: string }[] }[] }[] }
  }
}

async function download(house: TestHouse, id: string) {
  const jana = await house.as(isb)
  const { body, headers, status } = await jana.get<Poam>(`/assessments/${id}/poam.json`)
  return { plan: body['plan-of-action-and-milestones'], body, headers, status }
}

describe('the file of open points', () => {
  test('holds what is answered with no, then what is unanswered, each mandatory first', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Plan')
    const jana = await house.as(isb)
    await jana.put(`/assessments/${id}/answers/AKT.1.1`, { answer: 'no', note: 'Buch ist\nbestellt' })
    await jana.put(`/assessments/${id}/answers/TEL.1`, { answer: 'yes', note: 'erledigt' })
    const { plan, headers } = await download(house, id)
    expect(plan.metadata).toMatchObject({ title: 'Offene Punkte: Stadt Musterstadt', 'oscal-version': '1.1.3' })
    expect(plan['poam-items'].map(({ title }) => title)).toEqual([
      'AKT.1.1 Schlüsselbuch',
      'AKT.0 Grundsatz der Ablage',
      'AKT.1.1.1 Verlust eines Schlüssels',
    ])
    expect(plan['poam-items'][0]?.remarks).toBe('Buch ist\nbestellt')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="offene-punkte-Stadt_Musterstadt\.poam\.json"/,
    )
  })

  test('names each control by its key across versions', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Schlüssel')
    const { plan } = await download(house, id)
    const keys = plan['poam-items'].map(({ props }) => props.find(({ name }) => name === 'control-key')?.value)
    expect(keys).toContain('a0000000-0000-4000-8000-000000000011')
  })

  test('pins the catalog by the hash of its file, and is the same file for the same state', async ({ house }) => {
    const { id, catalogId } = await storyCheck(await house.as(isb))
    const { sha256 } = (await (await house.as(isb)).get<{ sha256: string }>(`/catalogs/${catalogId}`)).body
    const first = await download(house, id)
    house.clock.set(house.clock.now().add({ minutes: 5 }))
    const second = await download(house, id)
    expect(first.plan['back-matter'].resources[0]?.rlinks[0]?.hashes[0]?.value).toBe(sha256)
    expect(second.body).toEqual(first.body)
  })

  test('says when something was answered last, also with yes', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Zeit')
    const modified = async () => (await download(house, id)).plan.metadata['last-modified']
    const begun = await modified()
    house.clock.set(house.clock.now().add({ minutes: 5 }))
    await (await house.as(isb)).put(`/assessments/${id}/answers/TEL.1`, { answer: 'yes' })
    const answered = await modified()
    expect(Date.parse(answered) - Date.parse(begun)).toBeGreaterThan(290_000)
  })

  test('says that nothing is open when nothing is', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Fertig')
    const jana = await house.as(isb)
    for (const control of ['AKT.0', 'AKT.1.1', 'AKT.1.1.1', 'TEL.1'])
      await jana.put(`/assessments/${id}/answers/${control}`, { answer: 'yes' })
    const { plan } = await download(house, id)
    expect(plan['poam-items'].map(({ title }) => title)).toEqual(['Keine offenen Punkte'])
  })
})

const schemaFile = sharedData('oscal', 'schemas', '1.1.3', 'oscal_poam_schema.json')

test.skipIf(!schemaFile)(
  `the file is valid against the schema of NIST (${needsSharedData('oscal/schemas/1.1.3')})`,
  async ({ house }) => {
    const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true })
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile ?? '', 'utf8')))
    validate(operations.find(({ id: name }) => name === 'getPoam')?.reply.example)
    expect(validate.errors).toBeNull()
    const story = await storyCheck(await house.as(isb))
    const { id } = await startCheck(house, isb, 'Gültig')
    const jana = await house.as(isb)
    await jana.put(`/assessments/${id}/answers/AKT.0`, { answer: 'no', note: ' <b>\n\n"Zeichen" 😀\t ' })
    for (const check of [story.id, id]) {
      const { body } = await download(house, check)
      validate(body)
      expect(validate.errors).toBeNull()
    }
    const broken = structuredClone((await download(house, id)).body)
    broken['plan-of-action-and-milestones']['poam-items'] = []
    expect(validate(broken)).toBe(false)
  },
)
