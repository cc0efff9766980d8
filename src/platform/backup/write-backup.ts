import { mac } from '../crypto/hash.ts'
import { Envelope, writeEnvelope } from './envelope.ts'
import { dumpFiles, writeWhole } from './file-parts.ts'
import { entryNames, type Manifest, type Snapshot, snapshotSchema } from './manifest.ts'
import { checkBackup } from './read-backup.ts'
import { type Entry, entryOf, whole } from './tar.ts'

export interface BackupSource {
  /** Rows of all tables and then their snapshot, as `dumpTables` gives them. */
  tables: AsyncIterable<Entry>
  filesFolder: string
  /** The installation's key; goes into the file only together with a passphrase. */
  secret: string
  product: string
  created: string
  passphrase: string | undefined
  /** Throws when this is not what was to be backed up; then no file is written. */
  accept?: ((manifest: Manifest) => void) | undefined
}

/** Tells whether two installations have the same secret. */
export const secretMark = (secret: string): string => mac(secret, 'backup')

/** Writes a whole backup, read again from the disk, or none; returns what is in it and the hash that names it. */
export async function writeBackup(file: string, source: BackupSource): Promise<{ manifest: Manifest; sha256: string }> {
  const written: { manifest?: Manifest } = {}
  let sha256 = ''
  await writeWhole(
    file,
    async (handle) => {
      sha256 = await writeEnvelope(handle, source, entriesOf(source, written), source.passphrase)
    },
    (half) => readBack(half, source.passphrase),
  )
  if (!written.manifest) throw new Error('a backup without a manifest')
  return { manifest: written.manifest, sha256 }
}

/** A backup that cannot be read is none. */
async function readBack(file: string, passphrase: string | undefined): Promise<void> {
  const envelope = await Envelope.open(file)
  try {
    if (passphrase !== undefined) await envelope.unlock(passphrase)
    await checkBackup(envelope)
  } finally {
    await envelope.close()
  }
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
  source.accept?.(manifest)
  yield entryOf(entryNames.manifest, Buffer.from(JSON.stringify(manifest)))
  written.manifest = manifest
}
