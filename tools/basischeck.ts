// Writes catalogs/lotsenwerk-basischeck.oscal.json and its profiles from the lists in catalogs/basischeck: `node tools/basischeck.ts`.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { basischeckCatalog, basischeckProfiles, type List } from './basischeck-catalog.ts'

const catalogs = join(import.meta.dirname, '..', 'catalogs')
const folder = join(catalogs, 'basischeck')

/** In BSI's order of work: by priority, then as the lists are numbered. */
export const readLists = (): List[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-.*\.json$/.test(name))
    .toSorted()
    .map((name): List => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .toSorted((a, b) => a.priority - b.priority)

/** File name → content, as they lie in catalogs/. */
export function basischeckFiles(): Map<string, string> {
  const lists = readLists()
  const catalog = asFile(basischeckCatalog(lists))
  const sha256 = createHash('sha256').update(catalog).digest('hex')
  return new Map([
    ['lotsenwerk-basischeck.oscal.json', catalog],
    ...basischeckProfiles(lists, sha256).map(({ name, profile }): [string, string] => [name, asFile(profile)]),
  ])
}

const asFile = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

if (process.argv[1] === import.meta.filename)
  for (const [name, content] of basischeckFiles()) writeFileSync(join(catalogs, name), content)
