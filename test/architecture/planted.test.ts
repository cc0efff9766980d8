// Each rule against a house that breaks it, and against one that keeps it: a rule that finds nothing anywhere is no rule.
import { expect, test } from 'vitest'
import * as floors from './floors.ts'
import * as parts from './parts.ts'
import { readSource } from './source.ts'
import * as words from './words.ts'

const findings = (rule: floors.Rule, files: Record<string, string>): string[] =>
  rule(Object.entries(files).map(([path, text]) => readSource(path, text)))

const town = 'src/foundation/towns'
const check = 'src/domains/security/checks'

/** Breaks nothing. Each violation below is one file more, or one changed. */
const sound: Record<string, string> = {
  'src/kernel/id.ts': `export const isId = () => true`,
  'src/platform/config.ts': `export const port = process.env['PORT']`,
  'src/platform/clock.ts': `export const now = () => Date.now()`,
  'src/platform/db/database.ts': `import { Kysely } from 'kysely'; export type Db = Kysely<unknown>`,
  'src/platform/db/unit-of-work.ts': `export const unitOfWork = 1`,
  'src/platform/http/operation.ts': `export type Operation = string`,
  'src/ui/box/box.tsx': `export const Box = () => <p />`,
  [`${town}/index.ts`]: `export { townPages } from './web/towns.tsx'; export { findTown } from './queries.ts'`,
  [`${town}/town.ts`]: `import { isId } from '#kernel/id.ts'; import { Temporal } from 'temporal-polyfill'; export const isTown = isId`,
  [`${town}/access.ts`]: `import { isTown } from './town.ts'; export const may = isTown`,
  [`${town}/queries.ts`]: `import type { Db } from '#platform/db/database.ts'; export const findTown = (db: Db) => db.selectFrom('organizations.organization')`,
  [`${town}/add-town.ts`]: `import { sql } from 'kysely'; import { findTown } from './queries.ts'; export const add = () => [findTown, sql\`select access.person()\`]`,
  [`${town}/web/towns.tsx`]: `import { add } from '../add-town.ts'; import { Box } from '#ui/box/box.tsx'; export const townPages = [add, Box]`,
  [`${check}/index.ts`]: `export { start } from './start.ts'; export { checkOperations } from './api.ts'`,
  [`${check}/api.ts`]: `import { start } from './start.ts'; export const checkOperations = [start]`,
  [`${check}/start.ts`]: `import { findTown } from '#foundation/towns/index.ts'; import { type Db } from '#platform/db/database.ts'; export const start = (db: Db) => findTown(db)`,
  [`${check}/check.test.ts`]: `import { house } from '../../../../test/harness/house.ts'; new Date(); process.env.X`,
  'src/app/modules.ts': `import { townPages } from '#foundation/towns/index.ts'; import { checkOperations } from '#domains/security/checks/index.ts'; export const pages = [...townPages, ...checkOperations]`,
}

/** Rule, what is planted (path: text), and what the finding must name. */
const planted: [name: string, rule: floors.Rule, files: Record<string, string>, finding: RegExp][] = [
  [
    'kernel → platform',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/kernel/bad.ts': `import '#platform/clock.ts'` },
    /kernel may not import platform/,
  ],
  [
    'platform → foundation',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/platform/bad.ts': `export * from '#foundation/towns/index.ts'` },
    /platform may not/,
  ],
  [
    'platform → ui',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/platform/bad.ts': `export { Box } from '../ui/box/box.tsx'` },
    /platform may not import ui/,
  ],
  [
    'ui → platform by a dynamic import',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/ui/bad.ts': `await import('#platform/clock.ts')` },
    /ui may not/,
  ],
  [
    'ui → foundation in a type',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/ui/bad.ts': `type A = import('#foundation/towns/index.ts').A` },
    /ui may not/,
  ],
  [
    'foundation → domains',
    floors.floorsImportOnlyWhatIsBelow,
    { [`${town}/bad.ts`]: `import '#domains/security/checks/index.ts'` },
    /foundation may not/,
  ],
  [
    'domains → app',
    floors.floorsImportOnlyWhatIsBelow,
    { [`${check}/bad.ts`]: `import type { A } from '#app/modules.ts'` },
    /domains may not/,
  ],
  [
    'anybody → browser',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/app/bad.ts': `import '../browser/menu/index.ts'` },
    /app may not/,
  ],
  [
    'browser → ui',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/browser/menu/index.ts': `import '../../ui/box/box.tsx'` },
    /browser may not/,
  ],
  [
    'an unknown floor',
    floors.floorsImportOnlyWhatIsBelow,
    { 'src/extra/bad.ts': `import '#kernel/id.ts'` },
    /extra may not/,
  ],
  [
    'a file that is not there',
    floors.everyImportLeadsSomewhere,
    { 'src/app/bad.ts': `import '#kernel/gone.ts'` },
    /no such file/,
  ],
  [
    'product → demo',
    floors.nobodyImportsDemoTestOrTools,
    { 'src/app/bad.ts': `import '../../demo/story.json'` },
    /outside src/,
  ],
  [
    'product → test',
    floors.nobodyImportsDemoTestOrTools,
    { 'src/app/bad.ts': `import '../../test/harness/house.ts'` },
    /outside src/,
  ],
  [
    'a test → tools',
    floors.nobodyImportsDemoTestOrTools,
    { 'src/app/bad.test.ts': `import '../../tools/db.ts'` },
    /outside src/,
  ],
  [
    'past the door',
    floors.modulesAreEnteredThroughTheirDoor,
    { 'src/app/bad.ts': `import '#foundation/towns/queries.ts'` },
    /through its index/,
  ],
  [
    'past the door by a relative path',
    floors.modulesAreEnteredThroughTheirDoor,
    { 'src/foundation/other/bad.ts': `import '../towns/town.ts'` },
    /through its index/,
  ],
  [
    'a door that exports everything',
    floors.doorsNameWhatTheyExport,
    { [`${town}/index.ts`]: `export * from './town.ts'` },
    /export \*/,
  ],
  [
    'an undeclared neighbour',
    floors.domainsKnowOnlyDeclaredNeighbours,
    { 'src/domains/guidance/events/bad.ts': `import '#domains/security/checks/index.ts'` },
    /no declared edge/,
  ],
  [
    'a neighbour in the same domain',
    floors.domainsKnowOnlyDeclaredNeighbours,
    { 'src/domains/security/funding/bad.ts': `import '#domains/security/checks/index.ts'` },
    /no declared edge/,
  ],
  [
    'a domain → insights',
    floors.domainsKnowOnlyDeclaredNeighbours,
    { [`${check}/bad.ts`]: `import '#domains/insights/search/index.ts'` },
    /nobody imports insights/,
  ],
  [
    'a circle of two',
    floors.modulesFormNoCircles,
    {
      'src/foundation/other/index.ts': `import '#foundation/towns/index.ts'`,
      [`${town}/bad.ts`]: `import '#foundation/other/index.ts'`,
    },
    /towns → .*other → .*towns|other → .*towns → .*other/,
  ],
  [
    'a circle of three',
    floors.modulesFormNoCircles,
    {
      'src/foundation/a/index.ts': `import '#foundation/b/index.ts'`,
      'src/foundation/b/index.ts': `import '#foundation/towns/index.ts'`,
      [`${town}/bad.ts`]: `import '#foundation/a/index.ts'`,
    },
    /→ .* → .* →/,
  ],
  [
    'a verb → web',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/add-town.ts`]: `import 'kysely'; import './web/towns.tsx'` },
    /verb may not import edge/,
  ],
  [
    'a verb → api',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${check}/start.ts`]: `import 'kysely'; import './api.ts'` },
    /verb may not import edge/,
  ],
  [
    'queries → a verb',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/queries.ts`]: `import './add-town.ts'` },
    /queries may not import verb/,
  ],
  [
    'access → queries',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/access.ts`]: `import './queries.ts'` },
    /access may not import queries/,
  ],
  [
    'schemas → access',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/schemas.ts`]: `import './access.ts'` },
    /schemas may not import access/,
  ],
  [
    'a noun → its own page',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/town.ts`]: `import './web/towns.tsx'` },
    /noun may not import edge/,
  ],
  [
    'anything → its own door',
    parts.partsImportOnlyWhatTheyStandOn,
    { [`${town}/add-town.ts`]: `import 'kysely'; import './index.ts'` },
    /verb may not import door/,
  ],
  [
    'an edge by what it declares',
    parts.partsImportOnlyWhatTheyStandOn,
    {
      [`${town}/mine.ts`]: `import type { Operation } from '#platform/http/operation.ts'`,
      [`${town}/add-town.ts`]: `import 'kysely'; import './mine.ts'`,
    },
    /verb may not import edge/,
  ],
  [
    'a verb that renders',
    parts.onlyEdgesKnowThePage,
    { [`${town}/add-town.ts`]: `import 'kysely'; import '#ui/box/box.tsx'` },
    /verb renders nothing/,
  ],
  [
    'a noun that renders',
    parts.onlyEdgesKnowThePage,
    { [`${town}/town.ts`]: `import { h } from 'preact'` },
    /noun renders nothing/,
  ],
  [
    'a noun → platform',
    parts.nounsKnowOnlyTheKernel,
    { [`${town}/town.ts`]: `import '#platform/clock.ts'` },
    /kernel only/,
  ],
  [
    'a noun → another module',
    parts.nounsKnowOnlyTheKernel,
    { [`${check}/check.ts`]: `import '#foundation/towns/index.ts'` },
    /kernel only/,
  ],
  [
    'a noun → files',
    parts.nounsKnowOnlyTheKernel,
    { [`${town}/town.ts`]: `import { readFileSync } from 'node:fs'` },
    /kernel only/,
  ],
  [
    'access that looks into tables',
    parts.accessDecidesWithoutLooking,
    { [`${town}/access.ts`]: `import type { Db } from '#platform/db/database.ts'` },
    /reads no tables/,
  ],
  [
    'a verb with a transaction of its own',
    parts.verbsOpenNoTransaction,
    { [`${town}/add-town.ts`]: `import { unitOfWork } from '#platform/db/unit-of-work.ts'` },
    /pipeline opens/,
  ],
  ['a name that says nothing', words.namesSayWhatIsInside, { 'src/kernel/utils.ts': '' }, /says nothing/],
  ['a folder that says nothing', words.namesSayWhatIsInside, { 'src/platform/common/id.ts': '' }, /says nothing/],
  ['a file of 401 lines', words.filesStayShort, { 'src/app/long.ts': 'export {}\n'.repeat(401) }, /401 lines/],
  [
    'process.env',
    words.onlyConfigReadsTheEnvironment,
    { 'src/app/bad.ts': `const a = process.env['PORT']` },
    /platform\/config/,
  ],
  [
    'env of node:process',
    words.onlyConfigReadsTheEnvironment,
    { 'src/app/bad.ts': `import { env } from 'node:process'` },
    /platform\/config/,
  ],
  ['new Date()', words.onlyTheClockTellsTime, { 'src/app/bad.ts': `const a = new Date(0)` }, /clock/],
  [
    'Date.now()',
    words.onlyTheClockTellsTime,
    { 'src/ui/bad.tsx': `const a = <p title={String(Date.now())} />` },
    /clock/,
  ],
  ['Temporal.Now', words.onlyTheClockTellsTime, { 'src/app/bad.ts': `const a = Temporal.Now.instant()` }, /clock/],
  ['sql in a page', words.sqlStandsInVerbsAndQueries, { [`${town}/web/bad.tsx`]: 'sql`select 1`' }, /SQL in edge/],
  [
    'selectFrom in access',
    words.sqlStandsInVerbsAndQueries,
    { [`${town}/access.ts`]: `db.selectFrom('a.b')` },
    /SQL in access/,
  ],
  [
    'insertInto in api',
    words.sqlStandsInVerbsAndQueries,
    { [`${check}/api.ts`]: `db.insertInto('security.answer')` },
    /SQL in edge/,
  ],
  ['sql in app', words.sqlStandsInVerbsAndQueries, { 'src/app/bad.ts': 'sql<{ a: 1 }>`select 1`' }, /SQL in no module/],
  [
    "another module's table by Kysely",
    words.modulesWriteOnlyTheirOwnTables,
    { [`${check}/start.ts`]: `db.updateTable('identity.person as p')` },
    /identity\.person belongs to foundation\/identity/,
  ],
  [
    "another module's table in SQL",
    words.modulesWriteOnlyTheirOwnTables,
    { 'src/foundation/identity/bad.ts': 'sql`with x as (delete from only organizations.organization) select 1`' },
    /organizations\.organization belongs/,
  ],
  [
    "another module's function",
    words.modulesWriteOnlyTheirOwnTables,
    { 'src/foundation/identity/bad.ts': 'sql`select audit.record_audit(${1})`' },
    /audit\.record_audit belongs/,
  ],
  [
    'a table nobody owns',
    words.modulesWriteOnlyTheirOwnTables,
    { [`${check}/start.ts`]: `db.deleteFrom('security.unknown')` },
    /belongs to nobody/,
  ],
  [
    'a page outside the table of contents',
    words.everyPageIsInTheTableOfContents,
    { [`${town}/web/more.tsx`]: `export const extraPages = []` },
    /extraPages is missing/,
  ],
  [
    'an imported, unused list',
    words.everyPageIsInTheTableOfContents,
    { 'src/app/modules.ts': `import { townPages } from '#foundation/towns/index.ts'` },
    /townPages is missing/,
  ],
]

test.for(planted)('%s is found', ([, rule, files, finding]) => {
  expect(findings(rule, { ...sound, ...files }).join('\n')).toMatch(finding)
})

test('every rule is satisfied by the sound house, and every rule has a planted violation', () => {
  const rules = [...Object.values(floors), ...Object.values(parts), ...Object.values(words)].filter(isRule)
  expect(rules.length).toBeGreaterThan(15)
  expect(rules.flatMap((rule) => findings(rule, sound))).toEqual([])
  const planting = new Set(planted.map(([, rule]) => rule))
  expect(rules.filter((rule) => !planting.has(rule)).map(({ name }) => name)).toEqual([])
})

const notRules = new Set<unknown>([floors.isOurs, floors.moduleOf, floors.violations, parts.partOf, words.ownerOf])
const isRule = (value: unknown): value is floors.Rule => typeof value === 'function' && !notRules.has(value)
