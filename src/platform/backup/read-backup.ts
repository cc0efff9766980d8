import { createHash, type Hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { insist } from './damaged.ts'
import type { Envelope } from './envelope.ts'
import { entryNames, type Manifest, manifestSchema, qualified, tableOfEntry } from './manifest.ts'
import { type Entry, whole } from './tar.ts'

export type Part =
  | { kind: 'rows'; table: string; lines: Buffer }
  | { kind: 'file'; path: string; body: AsyncIterable<Buffer> }
  | { kind: 'secret'; value: string }

/**
 * Reads everything once and keeps nothing but the manifest. Throws `DamagedBackup` unless each part is as the manifest says.
 * Whoever uses the parts must have come to the end before anything counts.
 */
export async function* readParts(envelope: Envelope): AsyncGenerator<Part, Manifest> {
  const seen = new Seen()
  let manifest: Manifest | undefined
  for await (const entry of envelope.entries()) {
    insist(!manifest, 'nach dem Verzeichnis folgt noch etwas')
    if (entry.name === entryNames.manifest) manifest = readManifest(await whole(entry))
    else yield await seen.part(entry)
  }
  insist(manifest, 'das Verzeichnis fehlt')
  seen.compare(manifest)
  return manifest
}

/** The manifest of a backup of which every part has been checked. */
export async function checkBackup(envelope: Envelope): Promise<Manifest> {
  const parts = readParts(envelope)
  for (;;) {
    const next = await parts.next()
    if (next.done) return next.value
    if (next.value.kind === 'file') for await (const _ of next.value.body);
  }
}

function readManifest(bytes: Buffer): Manifest {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString())
  } catch {
    json = undefined
  }
  const manifest = manifestSchema.safeParse(json)
  insist(manifest.success, 'das Verzeichnis ist nicht zu lesen')
  return manifest.data
}

interface SeenTable {
  portions: number
  rows: number
  bytes: number
  hash: Hash
}

/** What came by, to be held against the manifest. */
class Seen {
  readonly #tables = new Map<string, SeenTable>()
  readonly #files: Manifest['files'] = []
  #secret = false

  async part(entry: Entry): Promise<Part> {
    const table = tableOfEntry(entry.name)
    if (table !== undefined) return { kind: 'rows', table, lines: this.#rows(table, entry.name, await whole(entry)) }
    if (entry.name === entryNames.secret) {
      this.#secret = true
      return { kind: 'secret', value: (await whole(entry)).toString() }
    }
    const path = entry.name.startsWith('files/') ? entry.name.slice('files/'.length) : undefined
    insist(path !== undefined, `${entry.name} gehört nicht hinein`)
    return { kind: 'file', path, body: this.#file(path, entry) }
  }

  #rows(table: string, entry: string, lines: Buffer): Buffer {
    const sum = this.#tables.get(table) ?? { portions: 0, rows: 0, bytes: 0, hash: createHash('sha256') }
    sum.portions += 1
    insist(entry === entryNames.rows(table, sum.portions), `${table} ist nicht vollständig`)
    insist(lines.at(-1) === 10, `${table} bricht mittendrin ab`)
    for (let at = lines.indexOf(10); at >= 0; at = lines.indexOf(10, at + 1)) sum.rows += 1
    sum.bytes += lines.length
    sum.hash.update(lines)
    this.#tables.set(table, sum)
    return lines
  }

  async *#file(path: string, { size, body }: Entry): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    for await (const chunk of body) {
      hash.update(chunk)
      yield chunk
    }
    this.#files.push({ path, bytes: size, sha256: hash.digest('hex') })
  }

  compare({ tables, files, hasSecret }: Manifest): void {
    for (const table of tables) {
      const name = qualified(table)
      const sum = this.#tables.get(name)
      const found = {
        rows: sum?.rows ?? 0,
        bytes: sum?.bytes ?? 0,
        sha256: (sum?.hash ?? createHash('sha256')).digest('hex'),
      }
      const { rows, bytes, sha256 } = table
      insist(isDeepStrictEqual(found, { rows, bytes, sha256 }), `${name} ist nicht, wie das Verzeichnis sagt`)
      this.#tables.delete(name)
    }
    insist(this.#tables.size === 0, `${[...this.#tables.keys()].join(', ')} steht nicht im Verzeichnis`)
    insist(isDeepStrictEqual(this.#files, files), 'die Dateien sind nicht, wie das Verzeichnis sagt')
    insist(this.#secret === hasSecret, 'der Schlüssel der Installation ist nicht, wie das Verzeichnis sagt')
  }
}
