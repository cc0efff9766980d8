import { type FileHandle, open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import { dumpTables } from '#platform/backup/dump-tables.ts'
import { isBackup } from '#platform/backup/envelope.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { type Entry, unpackTar } from '#platform/backup/tar.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { systemClock } from '#platform/clock.ts'
import { type Config, productVersion, storedSecret } from '#platform/config.ts'
import { isDiskFull } from '#platform/disk-space.ts'
import type { Done } from '../operator.ts'
import { askForStream } from '../operator-socket.ts'
import { missingFiles, noteNamedFiles, NoStore } from './named-files.ts'
import { openToRead } from './owner-door.ts'
import { readPassphrase } from './passphrase.ts'

export interface BackupOptions {
  file: string
  passphraseFile: string | undefined
}

/** Where the files of the store lie. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files')

/** The command `backup FILE`: everything there is, as of one moment, also while a server runs. */
export async function backUp(config: Config, { file, passphraseFile }: BackupOptions): Promise<Outcome<Done>> {
  const place = await checkPlace(file)
  if (isRefusal(place)) return place
  const passphrase = await readPassphrase(passphraseFile)
  if (isRefusal(passphrase)) return passphrase
  const secret = storedSecret(config)
  if (passphrase !== undefined && secret === undefined)
    return refuse(
      'Der Schlüssel der Installation ist hier nicht zu finden, er gehört mit in eine Sicherung mit Kennwort. Bitte LOTSENWERK_DATA oder LOTSENWERK_SECRET wie beim Server angeben. Gesichert wurde nichts.',
    )
  const named = new Set<string>()
  const write = (tables: AsyncIterable<Entry>) =>
    writeBackup(file, {
      tables: noteNamedFiles(tables, named),
      filesFolder: filesFolder(config.dataFolder),
      secret: secret ?? '',
      product: productVersion,
      created: systemClock.now().toString(),
      passphrase,
      accept: (manifest) => {
        if (named.size > 0 && missingFiles(named, manifest) === named.size) throw new NoStore()
      },
    })
  const written = await withTables(config, write).catch((error: unknown) =>
    explain(error, dirname(file), config.dataFolder),
  )
  if (isRefusal(written)) return written
  return report(file, written, {
    sealed: passphrase !== undefined,
    missing: missingFiles(named, written.manifest),
  })
}

function explain(error: unknown, folder: string, dataFolder: string): Refusal {
  if (error instanceof NoStore)
    return refuse(
      `In ${filesFolder(dataFolder)} liegt keine der Dateien, die in der Datenbank stehen. Bitte LOTSENWERK_DATA wie beim Server angeben. Gesichert wurde nichts.`,
    )
  if (isDiskFull(error)) return refuse(`In ${folder} ist kein Platz für die Sicherung. Gesichert wurde nichts.`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return refuse(`In ${folder} lässt sich nichts anlegen (${code}). Gesichert wurde nichts.`)
  throw error
}

/** Through the running server where it has the embedded database, else as the owner. */
async function withTables<T>(config: Config, write: (tables: AsyncIterable<Entry>) => Promise<T>): Promise<Outcome<T>> {
  const stream =
    config.databaseUrl || config.databaseOwnerUrl ? undefined : await askForStream(config.dataFolder, 'backup')
  if (stream) {
    try {
      return await write(unpackTar(stream))
    } catch (error) {
      if (!stream.errored) throw error
      return refuse(
        'Der laufende Server hat die Sicherung abgebrochen; der Grund steht in seinem Protokoll. Gesichert wurde nichts.',
      )
    }
  }
  const owner = await openToRead(config)
  if (isRefusal(owner)) return owner
  try {
    return await owner.asOwner((client) => write(dumpTables(client)))
  } finally {
    await owner.close()
  }
}

/** A backup may be written over, any other file may not. */
async function checkPlace(file: string): Promise<Outcome<true>> {
  const found = await stat(file).catch(() => undefined)
  if (found && !(found.isFile() && (await isBackup(file))))
    return refuse(`Unter ${file} liegt schon etwas anderes als eine Sicherung. Bitte einen anderen Namen wählen.`)
  const folder: FileHandle | undefined = await open(dirname(file), 'r').catch(() => undefined)
  await folder?.close()
  return folder ? true : refuse(`Den Ordner ${dirname(file)} gibt es nicht, oder er lässt sich nicht lesen.`)
}

async function report(
  file: string,
  { manifest, sha256 }: { manifest: Manifest; sha256: string },
  { sealed, missing }: { sealed: boolean; missing: number },
): Promise<Done> {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const { size } = await stat(file)
  const data = {
    file,
    sha256,
    bytes: size,
    tables: manifest.tables.length,
    rows,
    files: manifest.files.length,
    missing,
    sealed,
  }
  return {
    data,
    sentence: `Gesichert und geprüft: ${rows} Zeilen aus ${manifest.tables.length} Tabellen und ${manifest.files.length} Dateien in ${file}. ${
      missing > 0 ? `${missing} Dateien, die in der Datenbank stehen, fehlten im Dateispeicher. ` : ''
    }${
      sealed
        ? 'Die Sicherung ist verschlüsselt; ohne das Kennwort ist sie wertlos.'
        : 'Ohne Kennwort ist der Schlüssel der Installation nicht dabei: Nach einer Wiederherstellung auf einem anderen Rechner sind zweite Faktoren neu einzurichten.'
    }`,
  }
}
