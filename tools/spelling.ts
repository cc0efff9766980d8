// Words that neither the German dictionary nor our own list knows; needs Debian's hunspell and hunspell-de-de.
import { execFileSync, spawnSync } from 'node:child_process'
import { readInRepository } from './own-catalog-files.ts'
import type { Text } from './readability.ts'

const probe = spawnSync('hunspell', ['-d', 'de_DE', '-l'], { input: 'Rathaus', encoding: 'utf8' })

export const canSpell = probe.status === 0 && probe.stdout.trim() === ''

export function unknownWords(texts: readonly Text[], ownList: string): string[] {
  const own = new Set(readInRepository(ownList).split('\n'))
  const input = texts.map(([, each]) => each.replaceAll(/[„“]/g, ' ')).join('\n')
  const unknown = execFileSync('hunspell', ['-d', 'de_DE', '-l'], { input, encoding: 'utf8' }).trim().split('\n')
  const bare = new Set(unknown.map((word) => word.replace(/\.$/, '')))
  return [...bare].filter((word) => word !== '' && !own.has(word))
}
