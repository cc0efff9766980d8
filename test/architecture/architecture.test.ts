import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as floors from './floors.ts'
import * as parts from './parts.ts'
import { type Source, readFolder } from './source.ts'
import * as words from './words.ts'

const root = join(import.meta.dirname, '..', '..')
const product = readFolder(root, 'src')
const everything = [...product, ...['test', 'tools', 'bench'].flatMap((folder) => readFolder(root, folder))]

test('the whole house is read: every rule below would hold for an empty one', () => {
  const imports = product.flatMap((source) => source.imports)
  expect(product.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(400)
  const floorNames = ['kernel', 'platform', 'ui', 'foundation', 'domains', 'app']
  expect(floorNames.filter((floor) => filesBelow(floor).length < 6)).toEqual([])
  console.log(`architecture: ${product.length} files with ${imports.length} imports read`)
})

const filesBelow = (folder: string): Source[] => product.filter(({ path }) => path.startsWith(`src/${folder}/`))

const rules: [string, floors.Rule][] = [
  ['a floor imports only what is below it', floors.floorsImportOnlyWhatIsBelow],
  ['every import of ours leads to a file', floors.everyImportLeadsSomewhere],
  ['nothing in the product imports demo, test or tools', floors.nobodyImportsDemoTestOrTools],
  ['other modules are entered through their index.ts', floors.modulesAreEnteredThroughTheirDoor],
  ['a door names what it exports', floors.doorsNameWhatTheyExport],
  ['a domain knows only its declared neighbours, and nobody knows insights', floors.domainsKnowOnlyDeclaredNeighbours],
  ['modules form no circles', floors.modulesFormNoCircles],
  ['inside a module edges stand on verbs, verbs on queries, all on nouns', parts.partsImportOnlyWhatTheyStandOn],
  ['only pages know the page', parts.onlyEdgesKnowThePage],
  ['a noun knows the kernel only', parts.nounsKnowOnlyTheKernel],
  ['access decides without reading tables', parts.accessDecidesWithoutLooking],
  ['verbs open no transaction', parts.verbsOpenNoTransaction],
  ['only the configuration reads the environment', words.onlyConfigReadsTheEnvironment],
  ['only the clock tells the time', words.onlyTheClockTellsTime],
  ['SQL stands in verbs and queries only', words.sqlStandsInVerbsAndQueries],
  ['a module writes only its own tables', words.modulesWriteOnlyTheirOwnTables],
  ['every list of pages and operations is in the table of contents', words.everyPageIsInTheTableOfContents],
]

test.for(rules)('%s', ([, rule]) => {
  expect(rule(product)).toEqual([])
})

test('no file has a name that says nothing, anywhere', () => {
  expect(words.namesSayWhatIsInside(everything)).toEqual([])
})

test('every table has a module that owns it', () => {
  const types = readFileSync(join(root, 'src/platform/db/tables.ts'), 'utf8')
  const tables = [...types.matchAll(/^ {2}'(\w+\.\w+)': \{/gm)].map((match) => match[1] ?? '')
  expect(tables.length).toBeGreaterThan(10)
  expect(tables.filter((table) => !words.ownerOf(table))).toEqual([])
  expect(Object.values(words.owners).filter((owner) => filesBelow(owner).length === 0)).toEqual([])
})

const median = (sources: readonly Source[]): number =>
  sources.map(({ lines }) => lines).toSorted((a, b) => a - b)[Math.floor(sources.length / 2)] ?? 0

test('files are short: 400 lines at most, half of them at most 80', () => {
  expect(words.filesStayShort(everything)).toEqual([])
  expect(median(product)).toBeLessThanOrEqual(80)
  const largest = everything.toSorted((a, b) => b.lines - a.lines)[0]
  console.log(
    `lines: median ${median(product)} in src, ${median(everything)} with tests; longest ${largest?.path} ${largest?.lines}`,
  )
})
