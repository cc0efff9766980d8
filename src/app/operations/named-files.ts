import { type Manifest, tableOfEntry } from '#platform/backup/manifest.ts'
import { type Entry, entryOf, whole } from '#platform/backup/tar.ts'

/** Passes the entries on, and collects the hashes of the contents that rows of `files.file` name. */
export async function* noteNamedFiles(entries: AsyncIterable<Entry>, named: Set<string>): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    if (tableOfEntry(entry.name) !== 'files.file') yield entry
    else {
      const lines = await whole(entry)
      for (const match of lines.toString('latin1').matchAll(/"([0-9a-f]{64})"/g)) if (match[1]) named.add(match[1])
      yield entryOf(entry.name, lines)
    }
  }
}

/** How many contents the database names that are not in the backup. */
export function missingFiles(named: ReadonlySet<string>, { files }: Pick<Manifest, 'files'>): number {
  const there = new Set(files.map(({ sha256 }) => sha256))
  return [...named].filter((sha256) => !there.has(sha256)).length
}

/** None of the contents is where they should lie: this is not the server's data folder. */
export class NoStore extends Error {}
