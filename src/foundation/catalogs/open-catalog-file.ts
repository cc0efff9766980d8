import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { type Outcome, type Refusal, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Look } from '#platform/http/request.ts'
import { findSources } from './find-sources.ts'
import { type ProfileOutline, resourceName } from './oscal/profile/profile.ts'
import { readOscalFile } from './oscal/read-catalog-in-worker.ts'
import type { FileToRead, GivenSource } from './oscal/read-task.ts'
import { prepareWorkbook } from './wiba/read-workbook-in-worker.ts'
import type { PreparedCatalog } from './prepared-catalog.ts'

const gzip = promisify(gzipCallback)

/** A profile whose sources are not all known yet, or do not fit: what it asks for, and why that was not enough. */
export interface ProfileQuestion {
  asks: ProfileOutline
  given: Record<string, string>
  refusal: Refusal
  /** The file as it came, compressed: it waits in the form. */
  profile: Buffer
}

export interface Surroundings {
  /** Which catalog stands for which resource of a profile, by the UUID of the resource in its back matter. */
  resources?: Readonly<Record<string, string>>
  /** Reads the catalogs that are here, in a short transaction of its own; without it a profile has nothing to stand on. */
  look?: Look
}

const packed = (bytes: Uint8Array): Promise<Buffer> => gzip(bytes, { level: 1 })

const packedFile = async (file: FileToRead): Promise<Buffer> =>
  packed('path' in file ? await readFile(file.path) : file.bytes)

/** Reads and checks a file in a thread of its own: a catalog, a profile, or the workbook of WiBA. A hostile one costs nobody else anything. */
export async function prepareAnyCatalog(
  file: FileToRead,
  { resources = {}, look }: Surroundings = {},
): Promise<Outcome<PreparedCatalog> | ProfileQuestion> {
  if ('path' in file && (await isArchive(file.path))) return prepareWorkbook(file.path)
  const read = await readOscalFile(file)
  if (isRefusal(read)) return read
  if (read.kind === 'catalog') {
    const { catalog, digests } = read
    return { catalog, origin: 'catalog', digests, gzip: await packedFile(file), resolved: null, sources: [] }
  }
  const outline = read.kind === 'profile' ? read.outline : undefined
  if (!outline) throw new Error('a profile was resolved that nobody gave sources for')
  const given = { ...outline.given, ...lowerCased(resources) }
  const sources = look ? await look((db) => findSources(db, outline, given)) : alone()
  const prepared = isRefusal(sources) ? sources : await prepareProfile(file, sources)
  return isRefusal(prepared) ? { asks: outline, given, refusal: prepared, profile: await packedFile(file) } : prepared
}

/** Resolves a profile over the catalogs that stand for its resources. */
async function prepareProfile(file: FileToRead, sources: GivenSource[]): Promise<Outcome<PreparedCatalog>> {
  const resolved = await readOscalFile({ ...file, sources })
  if (isRefusal(resolved)) return resolved
  if (resolved.kind !== 'resolved') throw new Error('a profile with its sources was not resolved')
  const names = new Map(resolved.resources.map((resource) => [resource.uuid, resourceName(resource)]))
  return {
    catalog: resolved.catalog,
    origin: 'profile',
    digests: resolved.digests,
    gzip: await packed(resolved.profile),
    resolved: await packed(resolved.resolved),
    sources: sources.map(({ resource, catalogId }) => ({
      resource,
      name: names.get(resource) ?? resource,
      sourceId: catalogId,
    })),
  }
}

/** A profile over one catalog that is prepared with it and not here yet; `sourceId` of its sources is `overPrepared`. */
export async function prepareProfileOver(
  path: string,
  { catalog, digests, gzip: file }: PreparedCatalog,
): Promise<Outcome<PreparedCatalog>> {
  const read = await readOscalFile({ path })
  if (isRefusal(read)) return read
  if (read.kind !== 'profile') throw new Error(`${path} is no profile`)
  const { title, sha256 } = catalog
  const resources = read.outline.resources.map(({ uuid }) => uuid)
  return prepareProfile(
    { path },
    resources.map((resource) => ({ resource, catalogId: overPrepared, title, sha256, digests, gzip: file })),
  )
}

/** Stands for the id that a catalog gets when it is imported. */
export const overPrepared = 'prepared'

const alone = (): Refusal =>
  refuse(
    'Ein Profil wird über den Katalogen aufgelöst, die es importiert, und hier sind keine. Bitte lesen Sie es im Portal ein.',
  )

const lowerCased = (resources: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(resources).map(([uuid, id]) => [uuid.toLowerCase(), id]))

/** As above, where nobody is there to be asked: a profile without its sources is refused. */
export async function prepareCatalog(
  file: string | FileToRead,
  surroundings?: Surroundings,
): Promise<Outcome<PreparedCatalog>> {
  const prepared = await prepareAnyCatalog(typeof file === 'string' ? { path: file } : file, surroundings)
  return 'asks' in prepared ? prepared.refusal : prepared
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (!file) return false
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.readUInt32LE(0) === 0x04034b50
  } catch {
    return false // a folder
  } finally {
    await file.close()
  }
}
