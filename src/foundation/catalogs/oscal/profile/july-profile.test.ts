// BSI's profile of July over the catalogs it names, where this machine has them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkJson } from '#platform/json-schema/check-json.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { needsSharedData, sharedData } from '../../../../../test/fixtures/shared-data.ts'
import type { JsonObject } from '../document/fields.ts'
import { readDocument } from '../read-catalog.ts'
import { schemaEntry } from '../schema-entries.ts'
import type { SourceDocument } from './profile.ts'
import { readProfile } from './read-profile.ts'
import { resolveProfile } from './resolve-profile.ts'

const files = {
  '5fa04faf-937c-48e0-8764-9b2cd55e2170': 'BSI-Methodik-Grundschutz++-catalog.json',
  'd139a8e0-1d74-4e33-ad25-6385c53b4fbe': 'BSI-Anforderungen-zum-Risikomanagement-catalog.json',
  '41fb0187-c393-4342-827f-173e6323a6c0': 'BSI-Stand-der-Technik-Kernel-catalog.json',
}

const at = sharedData('oscal', 'Grundschutz++-profile.json')

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function sources(): Map<string, SourceDocument> {
  return new Map(
    Object.entries(files).map(([resource, file]) => {
      const bytes = readFileSync(sharedData('oscal', file) ?? '')
      const { catalog } = JSON.parse(bytes.toString()) as { catalog: JsonObject }
      return [resource, { catalog, title: file, digests: { MD5: createHash('md5').update(bytes).digest('hex') } }]
    }),
  )
}

test.skipIf(!at)(`901 + 95 + 4 = 1,000 controls with both parameters set (${needsSharedData('oscal')})`, () => {
  const profile = readProfile(jsonOf(at ?? ''))
  if (!profile || isRefusal(profile)) throw new Error('no profile')
  expect(profile.resources.map(({ file }) => file)).toEqual([
    'BSI-Methodik-Grundschutz++-catalog.json',
    'BSI-Anforderungen-zum-Risikomanagement-catalog.json',
    'BSI-Stand-der-Technik-Kernel-G0-catalog.json',
  ])
  const resolved = resolveProfile(profile, sources(), 'probe')
  if (isRefusal(resolved)) throw new Error(resolved.refused)
  expect(resolved.warnings).toEqual([
    'Für „BSI-Stand-der-Technik-Kernel-G0-catalog.json“ steht „BSI-Stand-der-Technik-Kernel-catalog.json“; die Prüfsumme der Datei ist eine andere, als das Profil nennt.',
  ])
  expect(checkJson(schemaEntry('catalog', '1.1.3'), resolved.document)).toEqual([])
  const catalog = readDocument(resolved.document, 'a'.repeat(64))
  if (isRefusal(catalog)) throw new Error(catalog.refused)
  expect(catalog).toMatchObject({ title: 'Anwenderkatalog Grundschutz++', warnings: [] })
  expect(catalog.controls).toHaveLength(1000)
  const tops = new Map(catalog.groups.filter(({ parentKey }) => parentKey === null).map(({ key }) => [key, 0]))
  expect([...tops.keys()].slice(0, 7)).toEqual(['GC', 'STM', 'UMS', 'VRB', 'PERF', 'RISK', 'ASST'])
  expect(catalog.controls.filter(({ id }) => id.startsWith('RISK.')).map(({ id }) => id)).toEqual([
    'RISK.1.1',
    'RISK.1.3',
    'RISK.1.5',
    'RISK.1.10',
  ])
  const textOf = (id: string) => catalog.controls.find((control) => control.id === id)
  expect(textOf('GC.1.1')?.params).toContainEqual({
    id: 'gc.1.1-prm1',
    label: 'BSI Grundschutz++',
    value: 'BSI Grundschutz++',
    isSet: true,
  })
  expect(textOf('GC.1.1')?.statement).toContain('BSI Grundschutz++')
  expect(textOf('NOT.1.1.4')?.statement).toContain('BSI-Standard 200-4')
  // Every control has BSI's own identity, so answers of the version of May can move.
  expect(new Set(catalog.controls.map(({ key }) => key)).size).toBe(1000)
  expect(catalog.controls.every(({ key, id }) => key !== id)).toBe(true)
})

test.skipIf(!at)(`without the parameters of the profile two texts differ (${needsSharedData('oscal')})`, () => {
  const document = jsonOf(at ?? '') as { profile: JsonObject }
  const { modify: _, ...rest } = document.profile
  const profile = readProfile({ profile: rest })
  if (!profile || isRefusal(profile)) throw new Error('no profile')
  const resolved = resolveProfile(profile, sources(), 'probe')
  if (isRefusal(resolved)) throw new Error(resolved.refused)
  const catalog = readDocument(resolved.document, 'a'.repeat(64))
  if (isRefusal(catalog)) throw new Error(catalog.refused)
  const textOf = (id: string) => catalog.controls.find((control) => control.id === id)?.statement
  expect(textOf('GC.1.1')).not.toContain('BSI Grundschutz++')
  expect(textOf('NOT.1.1.4')).not.toContain('BSI-Standard 200-4')
})

test.each(Object.values(files).filter((file) => sharedData('oscal', file)))('the schema accepts %s', (file) => {
  expect(checkJson(schemaEntry('catalog', '1.1.3'), jsonOf(sharedData('oscal', file) ?? ''))).toEqual([])
})
