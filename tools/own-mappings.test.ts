// Our own mapping collections hold what they promise: every end is a question that is there, and the file is what the list makes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findShippedCatalog } from '../src/foundation/catalogs/shipped/shipped-catalog.ts'
import { readCatalog } from '../src/foundation/catalogs/oscal/read-catalog.ts'
import { checkOscal } from '../src/foundation/catalogs/prepare-oscal-check.ts'
import { relationships } from '../src/foundation/catalogs/mappings/mapping.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { readInRepository, repository } from './own-catalog-files.ts'
import { mappingFiles, mappingNames, readMapping } from './own-mappings.ts'

function idsOf(word: string): Set<string> {
  const catalog = readCatalog(readFileSync(join(repository, findShippedCatalog(word)?.file ?? '')))
  if (isRefusal(catalog)) throw new Error(catalog.refused)
  return new Set(catalog.controls.map(({ id }) => id))
}

test('the collections lie in the repository as their lists make them', () => {
  for (const [path, content] of mappingFiles()) expect([path, readInRepository(path) === content]).toEqual([path, true])
})

test('they are valid OSCAL', () => {
  for (const [path, content] of mappingFiles())
    expect([path, checkOscal('mapping-collection', JSON.parse(content))]).toEqual([path, []])
})

test.for(mappingNames)('%s: both ends of every relation are there, each pair once', (name) => {
  const { source, target, maps } = readMapping(name)
  const [from, to] = [idsOf(source), idsOf(target)]
  expect(maps.filter((map) => !from.has(map.from) || !to.has(map.to))).toEqual([])
  expect(new Set(maps.map((map) => `${map.from} ${map.to}`)).size).toBe(maps.length)
  for (const map of maps) expect(relationships).toContain(map.is)
})

test.for(mappingNames)('%s: whatever covers only a part says what is missing', (name) => {
  for (const { is, to, why } of readMapping(name).maps)
    expect([to, is === 'subset-of']).toEqual([to, why !== undefined])
})

test.for(mappingNames)('%s: every question of the source has somewhere to go', (name) => {
  const { source, maps } = readMapping(name)
  const used = new Set(maps.map(({ from }) => from))
  expect([...idsOf(source)].filter((id) => !used.has(id))).toEqual([])
})
