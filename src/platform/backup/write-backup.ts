import { mac } from '../crypto/hash.ts'
import { dumpFiles } from './file-parts.ts'
import { writeWhole } from './file-parts.ts'
import { writeEnvelope } from './envelope.ts'
import { entryNames, type Manifest, type Snapshot, snapshotSchema } from './manifest.ts'
import { type Entry, entryOf } from './tar.ts'

export interface BackupSource {
  /** Rows of all tables and then their snapshot, as `dumpTables` gives them. */
  tables: AsyncIterable<Entry>
  filesFolder: string
  /** The installation's key; goes into the file only together with a passphrase. */
  secret: string
  product: string
  created: string
  passphrase: string | undefined
}

/** Tells whether two installations have the same secret. */
export const secretMark = (secret: string): string => mac(secret, 'backup')

/** Writes a whole backup or none; returns what is in it and the hash that names it. */
export async function writeBackup(file: string, source: BackupSource): Promise<{ manifest: Manifest; sha256: string }> {
  const written: { manifest?: Manifest } = {}
  let sha256 = ''
  await writeWhole(file, async (handle) => {
    sha256 = await writeEnvelope(handle, source, entriesOf(source, written), source.passphrase)
  })
  if (!written.manifest) throw new Error('a backup without a manifest')
  return { manifest: written.manifest, sha256 }
}

async function* entriesOf(source: BackupSource, written: { manifest?: Manifest }): AsyncGenerator<Entry> {
  let snapshot: Snapshot | undefined
  for await (const entry of source.tables) {
    if (entry.name === entryNames.snapshot) snapshot = snapshotSchema.parse(JSON.parse((await whole(entry)).toString()))
    else yield entry
  }
  if (!snapshot) throw new Error('the tables came without their snapshot')
  const files: Manifest['files'] = []
  // After the tables: a file is there before the row that names it, so none can be missing.
  yield* dumpFiles(source.filesFolder, files)
  if (source.passphrase !== undefined) yield entryOf(entryNames.secret, Buffer.from(source.secret))
  const manifest: Manifest = {
    ...snapshot,
    files,
    secretMark: secretMark(source.secret),
    hasSecret: source.passphrase !== undefined,
  }
  yield entryOf(entryNames.manifest, Buffer.from(JSON.stringify(manifest)))
  written.manifest = manifest
}

export async function whole({ body }: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}
