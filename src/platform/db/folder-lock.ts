import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * PGlite opens a folder twice without a word, and both copies diverge. So the owner writes its process id and start time
 * into `lock`; the lock of a process that is gone (kill -9) is taken over. One that is just ending gets `patience`
 * milliseconds to do so. Throws `FolderInUse` otherwise. Resolves to the function that gives the folder free again.
 */
export async function lockFolder(folder: string, patience = 3000): Promise<() => void> {
  const until = performance.now() + patience
  for (;;) {
    try {
      return claim(folder)
    } catch (error) {
      if (!(error instanceof FolderInUse) || performance.now() > until) throw error
      await setTimeout(100)
    }
  }
}

function claim(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'lock')
  const own = join(folder, `lock.${process.pid}`)
  writeFileSync(own, `${process.pid} ${startTime(process.pid) ?? ''}`, { mode: 0o600 })
  try {
    if (!link(own, file)) takeOver(folder, file, own)
  } finally {
    rmSync(own, { force: true })
  }
  return () => rmSync(file, { force: true })
}

export class FolderInUse extends Error {
  constructor(folder: string, owner = '') {
    super(
      `Der Datenordner ${folder} wird schon benutzt (Prozess ${owner.split(' ')[0] || 'unbekannt'}). Es darf nur ein Lotsenwerk darauf laufen: ` +
        'Beenden Sie das andere, oder wählen Sie mit LOTSENWERK_DATA einen anderen Ordner.',
    )
  }
}

/** `link` is atomic: of two that try, one succeeds. */
function link(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Who sees a stale lock may only remove it while nobody else does: another could already have put a new one in its place. */
function takeOver(folder: string, file: string, own: string): void {
  const seen = read(file)
  if (seen === undefined || isAlive(seen)) throw new FolderInUse(folder, seen)
  const turn = `${file}.takeover`
  if (!link(own, turn)) {
    const other = read(turn)
    // Killed in the middle of it: the next try finds the way free.
    if (other !== undefined && !isAlive(other)) rmSync(turn, { force: true })
    throw new FolderInUse(folder, other)
  }
  try {
    if (read(file) === seen) rmSync(file, { force: true })
    if (!link(own, file)) throw new FolderInUse(folder, read(file))
  } finally {
    rmSync(turn, { force: true })
  }
}

/** Process id and start time of whoever wrote it; undefined when it has just gone. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(owner: string): boolean {
  const [pid = '', started = ''] = owner.split(' ')
  if (!/^\d+$/.test(pid)) return false
  const now = startTime(Number(pid))
  if (now !== undefined) return now === started
  if (process.platform === 'linux') return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Field 22 of /proc/PID/stat: a process id that is used again has another start time. Undefined elsewhere than on Linux,
 * and for a process that has ended but whose parent has not taken note yet (a zombie).
 */
function startTime(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
