import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { entryNames, type Manifest } from './manifest.ts'
import type { Entry } from './tar.ts'

/** What lies in a folder of files, as entries of a backup; the list is complete when the entries have been read. */
export async function* dumpFiles(folder: string, list: Manifest['files']): AsyncGenerator<Entry> {
  for (const path of await namesIn(folder)) {
    const place = join(folder, path)
    const found = (await sizeOf(place)) ?? (await sizeOf(`${place}${aside}`))
    if (!found) continue // removed since we looked: nothing refers to it any more
    const hash = createHash('sha256')
    yield { name: entryNames.file(path), size: found.size, body: hashed(found.file, hash) }
    list.push({ path, bytes: found.size, sha256: hash.digest('hex') })
  }
}

/** The store moves a file aside while it makes sure that nobody needs it, and brings it back if somebody does. */
const aside = '.gone'

async function sizeOf(file: string): Promise<{ file: string; size: number } | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? { file, size: found.size } : undefined
}

async function* hashed(file: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer)
    yield chunk as Buffer
  }
}

/** Without what is only being written: names that begin with a dot or end with `.part`. */
async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missing)
  const names = found
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\.|\.part$/.test(path))
  return [...new Set(names.map((path) => path.replace(/\.gone$/, '')))].toSorted()
}

function missing(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}

/** Puts files into a folder, each under its name only when it is whole; `undo` takes away what was new. */
export class FileLoader {
  readonly #folder: string
  readonly #added: string[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  async put(path: string, body: AsyncIterable<Buffer>): Promise<void> {
    const target = join(this.#folder, path)
    const isNew = !(await stat(target).catch(() => undefined))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeWhole(target, body)
    if (isNew) this.#added.push(target)
  }

  async undo(): Promise<void> {
    for (const target of this.#added.splice(0)) await rm(target, { force: true })
  }
}

/**
 * Readable for the owner only, on the disk and checked before it has its name (what had it before is there until then), and nothing
 * left behind when it fails.
 */
export async function writeWhole(
  target: string,
  content: AsyncIterable<Buffer> | ((handle: FileHandle) => Promise<void>),
  check: (half: string) => Promise<void> = async () => {},
): Promise<void> {
  const half = `${target}.part`
  await rm(half, { force: true })
  try {
    const handle = await open(half, 'wx', 0o600)
    try {
      if (typeof content === 'function') await content(handle)
      else for await (const chunk of content) await handle.writeFile(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await check(half)
    await rename(half, target)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
}

/** Some file systems cannot do it for a folder; then the name is written when the system gets to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
