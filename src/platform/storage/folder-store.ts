import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock } from '#platform/clock.ts'
import { type BlobStore, isSha256 } from './blob-store.ts'

const half = '.part'
const aside = '.gone'

/** `<folder>/ab/cdef…`: nothing but a hash becomes a path. Files are 0600, written under another name, on the disk before they have their own. */
export const folderStore = (folder: string, clock: Clock): BlobStore => {
  const pathOf = (sha256: string): string => {
    if (!isSha256(sha256)) throw new TypeError('not the hash of a blob')
    return join(folder, sha256.slice(0, 2), sha256.slice(2))
  }
  const store: BlobStore = {
    keep: async (file) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = join(folder, `${randomUUID()}${half}`)
      try {
        const blob = await copyHashed(file, temporary)
        const now = clock.now().epochMilliseconds / 1000
        await utimes(temporary, now, now)
        const target = pathOf(blob.sha256)
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        // Also over a file with the same content: its removal, if one is under way, then finds a young one.
        await rename(temporary, target)
        await syncFolder(dirname(target))
        await syncFolder(folder)
        return blob
      } finally {
        await rm(temporary, { force: true })
      }
    },
    find: async (sha256) => {
      const found = await stat(pathOf(sha256)).catch(unlessMissing)
      return found && { sha256, size: found.size }
    },
    read: (sha256) => lazily(pathOf(sha256)),
    olderThan: (before) => olderThan(folder, before.epochMilliseconds),
    removeUnlessKept: async (sha256, before) => {
      const [path, put] = [pathOf(sha256), pathOf(sha256) + aside]
      await rename(path, put).catch(unlessMissing)
      const found = await stat(put).catch(unlessMissing)
      if (found && found.mtimeMs >= before.epochMilliseconds) await store.bringBack(sha256)
      else await rm(put, { force: true })
    },
    bringBack: async (sha256) => {
      const [path, put] = [pathOf(sha256), pathOf(sha256) + aside]
      await link(put, path).catch(unlessThereOrMissing)
      await rm(put, { force: true })
    },
  }
  return store
}

async function copyHashed(from: string, to: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(to, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(from)) {
      hash.update(chunk as Buffer)
      size += (chunk as Buffer).length
      await handle.writeFile(chunk as Buffer)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Some file systems cannot do it for a folder; then the name is written when the system gets to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

async function* olderThan(folder: string, before: number): AsyncGenerator<string[]> {
  for (const short of (await readdir(folder).catch(unlessMissing)) ?? []) {
    const there = join(folder, short)
    if (short.endsWith(half)) await removeHalf(there, before)
    if (!/^[0-9a-f]{2}$/.test(short)) continue
    const old = new Set<string>()
    for (const name of await readdir(there)) {
      const sha256 = short + name.replace(aside, '')
      if (!isSha256(sha256)) continue
      const found = await stat(join(there, name)).catch(unlessMissing)
      if (found && (name.endsWith(aside) || found.mtimeMs < before)) old.add(sha256)
    }
    if (old.size > 0) yield [...old]
  }
}

/** What a process that died has left. */
async function removeHalf(path: string, before: number): Promise<void> {
  const found = await stat(path).catch(unlessMissing)
  if (found && found.mtimeMs < before) await rm(path, { force: true })
}

const portion = 65_536

function lazily(path: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let handle: FileHandle | undefined
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        handle ??= await open(path, 'r')
        const buffer = new Uint8Array(portion)
        const { bytesRead } = await handle.read(buffer)
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        else {
          await handle.close()
          controller.close()
        }
      },
      async cancel() {
        await handle?.close()
      },
    },
    { highWaterMark: 0 },
  )
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function unlessThereOrMissing(error: unknown): undefined {
  if (codeOf(error) !== 'EEXIST') return unlessMissing(error)
}
