import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/config.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { SearchSource } from '#platform/portal/search-document.ts'
import { type Chapter, sectionsOf } from './chapter.ts'

/** docs/handbuch, one document per section. Comes with the product, so no deed changes it. */
export function handbookSource(folder = join(packageRoot, 'docs/handbuch')): SearchSource {
  const chapters = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((name): Chapter => ({ slug: name.slice(0, -'.md'.length), text: readFileSync(join(folder, name), 'utf8') }))
  const documents = chapters.flatMap(sectionsOf).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    type: 'handbook',
    title: 'Handbuch',
    changedBy: [],
    edition: sha256(JSON.stringify(chapters)),
    load: async (_db, { ids, after, limit }) =>
      documents
        .filter(({ id }) => (ids ? ids.includes(id) : true) && (after === undefined || id > after))
        .slice(0, limit),
  }
}
