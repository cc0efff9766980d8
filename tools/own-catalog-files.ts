// Lists of questions are read from a folder in catalogs/, what is made of them lies in the repository.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const repository = join(import.meta.dirname, '..')

/** The numbered files of a folder in catalogs/, in their order. */
export const readNumbered = <List>(folder: string): List[] => {
  const path = join(repository, 'catalogs', folder)
  return readdirSync(path)
    .filter((name) => /^\d\d-.*\.json$/.test(name))
    .toSorted()
    .map((name): List => JSON.parse(readFileSync(join(path, name), 'utf8')))
}

export const readInRepository = (path: string): string => readFileSync(join(repository, path), 'utf8')

export const asFile = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** Writes when the tool itself was started, not when a test asks what it would write. */
export function writeWhenStarted(tool: string, files: () => Map<string, string>): void {
  if (process.argv[1] !== tool) return
  for (const [path, content] of files()) writeFileSync(join(repository, path), content)
}

/** The text with what stands between the markers of this name replaced. */
export function betweenMarkers(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: written by tools/${name}.ts -->`, `<!-- ${name}: end -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`The markers of ${name} are missing.`)
  return `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`
}
