import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface RestoreMark {
  /** Names the backup that was being restored; undefined when there is no mark. */
  read(): string | undefined
  set(sha256: string): void
  remove(): void
}

/** A file in the data folder that says: a restore has begun here. No server starts while it lies there. */
export function restoreMark(dataFolder: string): RestoreMark {
  const file = join(dataFolder, 'restoring')
  return {
    read: () => {
      try {
        return readFileSync(file, 'utf8').trim()
      } catch {
        return undefined
      }
    },
    set: (sha256) => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeFileSync(file, sha256, { mode: 0o600, flush: true })
    },
    remove: () => rmSync(file, { force: true }),
  }
}

/** Why a server must not start on this folder, if a restore did not come to its end. */
export const unfinishedRestore = (dataFolder: string): string | undefined =>
  restoreMark(dataFolder).read() === undefined
    ? undefined
    : `In ${dataFolder} wurde eine Wiederherstellung unterbrochen. Bitte denselben Befehl noch einmal ausführen (npx lotsenwerk restore DATEI); erst danach startet das Lotsenwerk.`
