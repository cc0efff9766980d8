// Writes catalogs/lotsenwerk-basischeck.oscal.json, its profiles, glossary and figures from the lists in catalogs/basischeck: `node tools/basischeck.ts`.
import { createHash } from 'node:crypto'
import { basischeckCatalog, type List, textsOfList } from './basischeck-catalog.ts'
import { basischeckProfiles } from './basischeck-profiles.ts'
import { glossaryPage, readGlossary } from './glossary.ts'
import { asFile, betweenMarkers, readInRepository, readNumbered, writeWhenStarted } from './own-catalog-files.ts'
import { readabilityTable } from './readability.ts'

/** In BSI's order of work: by priority, then as the lists are numbered. */
export const readLists = (): List[] => readNumbered<List>('basischeck').toSorted((a, b) => a.priority - b.priority)

/** Path → content, as they lie in the repository. */
export function basischeckFiles(): Map<string, string> {
  const lists = readLists()
  const catalog = asFile(basischeckCatalog(lists))
  const sha256 = createHash('sha256').update(catalog).digest('hex')
  const figures = lists.map((list) => ({
    title: list.title,
    questions: list.questions.length,
    texts: textsOfList(list),
  }))
  const readme = 'catalogs/README.md'
  return new Map([
    ['catalogs/lotsenwerk-basischeck.oscal.json', catalog],
    ...basischeckProfiles(lists, sha256).map(({ name, profile }): [string, string] => [
      `catalogs/${name}`,
      asFile(profile),
    ]),
    ['docs/handbuch/glossar-sicherheit.md', glossaryPage(readGlossary())],
    [readme, betweenMarkers(readInRepository(readme), 'basischeck', readabilityTable(figures))],
  ])
}

writeWhenStarted(import.meta.filename, basischeckFiles)
