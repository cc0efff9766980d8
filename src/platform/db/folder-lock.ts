import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
  constructor(folder: string, pid: string) {
    super(
      `Der Datenordner ${folder} wird schon benutzt (Prozess ${pid}). Es darf nur ein Lotsenwerk darauf laufen: ` +
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

function takeOver(folder: string, file: string, own: string): void {
  const seen = readFileSync(file, 'utf8')
  const [pid = '', started = ''] = seen.split(' ')
  if (isAlive(pid, started)) throw new FolderInUse(folder, pid)
  const aside = `${own}.stale`
  renameSync(file, aside)
  const moved = readFileSync(aside, 'utf8')
  rmSync(aside, { force: true })
  // Somebody else took over between our look and our rename: give them their lock back.
  if (moved !== seen) writeFileSync(file, moved, { mode: 0o600 })
  if (moved !== seen || !link(own, file)) throw new FolderInUse(folder, moved.split(' ')[0] ?? '?')
}

function isAlive(pid: string, started: string): boolean {
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
