import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/config.ts'
import { type Handbook, makeHandbook } from './handbook.ts'

/** Reads the handbook that comes with the product; once, at the start. */
export function readHandbook(): Handbook {
  const folder = join(packageRoot, 'docs/handbuch')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  const glossary: unknown = JSON.parse(readFileSync(join(packageRoot, 'catalogs/basischeck/glossar.json'), 'utf8'))
  return makeHandbook(files, glossary as Record<string, string>)
}
