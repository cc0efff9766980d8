import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { DamagedBackup } from '#platform/backup/damaged.ts'
import { Envelope } from '#platform/backup/envelope.ts'
import { FileLoader, writeWhole } from '#platform/backup/file-parts.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { checkBackup, readParts } from '#platform/backup/read-backup.ts'
import { isEmptyInstallation, restoreTables, unknownState } from '#platform/backup/restore-tables.ts'
import { secretMark } from '#platform/backup/write-backup.ts'
import { type Config, schemaSources, storedSecret } from '#platform/config.ts'
import { isDiskFull } from '#platform/disk-space.ts'
import type { Done } from '../operator.ts'
import { filesFolder } from './backup.ts'
import { openAlone, type OwnerAccess } from './owner-door.ts'
import { readPassphrase } from './passphrase.ts'
import { restoreMark } from './restore-mark.ts'

export interface RestoreOptions {
  file: string
  passphraseFile: string | undefined
}

/** The command `restore FILE`: into an empty installation, wholly or not at all. Everything is checked before anything is touched. */
export async function restore(config: Config, { file, passphraseFile }: RestoreOptions): Promise<Outcome<Done>> {
  const passphrase = await readPassphrase(passphraseFile)
  if (isRefusal(passphrase)) return passphrase
  if (!(await stat(file).catch(() => undefined))?.isFile())
    return refuse(`Die Datei ${file} gibt es nicht, oder sie lässt sich nicht lesen.`)
  try {
    const envelope = await Envelope.open(file)
    try {
      return await restoreFrom(config, envelope, passphrase)
    } finally {
      await envelope.close()
    }
  } catch (error) {
    if (error instanceof DamagedBackup) return refuse(error.message)
    if (isDiskFull(error))
      return refuse(
        'Für das, was in der Sicherung ist, reicht der Speicherplatz nicht. Wiederhergestellt wurde nichts.',
      )
    throw error
  }
}

async function restoreFrom(config: Config, envelope: Envelope, passphrase: string | undefined): Promise<Outcome<Done>> {
  if (envelope.head.encryption && passphrase === undefined)
    return refuse('Diese Sicherung ist verschlüsselt. Bitte mit --passphrase-file die Datei mit dem Kennwort angeben.')
  if (passphrase !== undefined) await envelope.unlock(passphrase)
  const manifest = await checkBackup(envelope)
  const unknown = unknownState(manifest, schemaSources.migrationsFolder)
  if (unknown !== undefined) return refuse(unknown)
  const owner = await openAlone(config)
  if (isRefusal(owner)) return owner
  try {
    return await fill(config, owner, envelope, manifest)
  } finally {
    await owner.close()
  }
}

async function fill(
  config: Config,
  owner: OwnerAccess,
  envelope: Envelope,
  manifest: Manifest,
): Promise<Outcome<Done>> {
  const mark = restoreMark(config.dataFolder)
  if (!(await owner.asOwner(isEmptyInstallation))) {
    // A kill between the end of the transaction and the removal of the mark: everything is there already.
    if (mark.read() !== envelope.sha256)
      return refuse(
        'Hier gibt es schon eine Installation mit Personen oder Organisationen. Wiederherstellen geht nur in eine leere: Bitte einen neuen Datenordner (LOTSENWERK_DATA) oder eine leere Datenbank angeben. Geändert wurde nichts.',
      )
    mark.remove()
    return report(config, manifest, envelope)
  }
  mark.set(envelope.sha256)
  const store = new FileLoader(filesFolder(config.dataFolder))
  const secret = new SecretFile(config)
  try {
    await owner.asOwner((client) =>
      restoreTables(client, {
        manifest,
        migrationsFolder: schemaSources.migrationsFolder,
        parts: readParts(envelope),
        keep: (part) => (part.kind === 'file' ? store.put(part.path, part.body) : secret.put(part.value)),
      }),
    )
  } catch (error) {
    await store.undo()
    await secret.undo()
    mark.remove()
    throw error
  }
  mark.remove()
  return report(config, manifest, envelope)
}

/** `secret` in the data folder. An installation that gets its secret from the settings keeps to those. */
class SecretFile {
  readonly #file: string
  readonly #folder: string
  readonly #fromSettings: boolean
  #before: string | undefined
  #changed = false

  constructor({ dataFolder, secret }: Config) {
    this.#folder = dataFolder
    this.#file = join(dataFolder, 'secret')
    this.#fromSettings = secret !== undefined
  }

  async put(value: string): Promise<void> {
    if (this.#fromSettings) return
    this.#before = await readFile(this.#file, 'utf8').catch(() => undefined)
    this.#changed = true
    await this.#write(value)
  }

  async undo(): Promise<void> {
    if (!this.#changed) return
    if (this.#before === undefined) await rm(this.#file, { force: true })
    else await this.#write(this.#before)
  }

  async #write(value: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    await writeWhole(this.#file, (handle) => handle.writeFile(value))
  }
}

function report(config: Config, manifest: Manifest, { head, sha256 }: Envelope): Done {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const now = storedSecret(config)
  const sameSecret = now !== undefined && secretMark(now) === manifest.secretMark
  return {
    data: {
      sha256,
      created: head.created,
      rows,
      tables: manifest.tables.length,
      files: manifest.files.length,
      sameSecret,
    },
    sentence: `Wiederhergestellt: ${rows} Zeilen in ${manifest.tables.length} Tabellen und ${manifest.files.length} Dateien, Stand ${head.created}. ${
      sameSecret
        ? 'Der Schlüssel der Installation ist derselbe wie bei der Sicherung; zweite Faktoren gelten weiter.'
        : 'Der Schlüssel der Installation ist ein anderer als bei der Sicherung: Wer einen zweiten Faktor hat, meldet sich einmal mit einem Wiederherstellungscode an und richtet ihn neu ein.'
    }`,
  }
}
