import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'

import { type FieldError, type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'

import { readMappingCollection } from '../mappings/read-mapping-collection.ts'
import { isObject } from './document/fields.ts'
import { quoted } from './document/wording.ts'
import { parseJson } from './json/parse-json.ts'
import { limits } from './limits.ts'
import type { Profile, SourceDocument } from './profile/profile.ts'
import { readProfile } from './profile/read-profile.ts'
import { resolveProfile } from './profile/resolve-profile.ts'
import { readDocument, tooLarge } from './read-catalog.ts'
import type { GivenSource, ReadFile, ReadTask } from './read-task.ts'
import { type OscalKind, oscalVersionIn, schemaEntry } from './schema-entries.ts'

/** At most one byte over the limit is read, even from a file that grows meanwhile. */
function readBytes(path: string, size: number): Uint8Array {
  const bytes = Buffer.alloc(Math.min(size, limits.bytes) + 1)
  const file = openSync(path, 'r')
  try {
    let length = 0
    let read = -1
    while (read !== 0 && length < bytes.length) {
      read = readSync(file, bytes, length, bytes.length - length, null)
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function bytesOf(task: ReadTask): Outcome<{ bytes: Uint8Array }> {
  if ('bytes' in task) return task.bytes.length > limits.bytes ? tooLarge() : { bytes: task.bytes }
  const { path } = task
  const stat = statSync(path, { throwIfNoEntry: false })
  const name = quoted(basename(path))
  if (!stat?.isFile())
    return refuse(
      `Die Datei ${name} wurde nicht gelesen: Unter diesem Pfad liegt keine Datei. Bitte prüfen Sie den Pfad.`,
    )
  if (stat.size > limits.bytes) return tooLarge()
  const bytes = readBytes(path, stat.size)
  return bytes.length > limits.bytes ? tooLarge() : { bytes }
}

async function readTask(task: ReadTask): Promise<Outcome<ReadFile>> {
  const found = bytesOf(task)
  if (isRefusal(found)) return found
  const { bytes } = found
  const parsed = parseJson(bytes)
  if (isRefusal(parsed)) return parsed
  if (task.wanted === 'mapping') return readMappingFile(parsed.value, bytes)
  const profile = readProfile(parsed.value)
  if (!profile) return readCatalogFile(parsed.value, bytes)
  if (isRefusal(profile)) return profile
  const faults = await faultsOf('profile', { profile: profile.json }, bytes.length)
  // A catalog is data and is taken with a warning; a profile is an instruction, and what is misspelled in it would silently not be done.
  if (faults.length > 0)
    return refuse(
      `Das Profil wurde nicht übernommen: Es entspricht nicht dem OSCAL-Schema ${schemaVersion('profile', parsed.value)}, zuerst in ${faults[0]?.path}. Bitte berichtigen Sie die Stellen und laden Sie die Datei erneut hoch.`,
      faults,
    )
  if (task.sources) return resolve(profile, task.sources, bytes)
  const { json: _, ...outline } = profile
  return { kind: 'profile', outline }
}

async function readCatalogFile(document: unknown, bytes: Uint8Array): Promise<Outcome<ReadFile>> {
  const catalog = readDocument(document, sha256(bytes))
  if (isRefusal(catalog)) return catalog
  const warnings = [...catalog.warnings, ...(await faultsInWords('catalog', document, bytes.length))]
  return { kind: 'catalog', catalog: { ...catalog, warnings }, digests: digestsOf(bytes) }
}

/** Drafts of 1.1 have no schema to be held against. */
async function readMappingFile(document: unknown, bytes: Uint8Array): Promise<Outcome<ReadFile>> {
  const collection = readMappingCollection(document, sha256(bytes))
  if (isRefusal(collection)) return collection
  const hasSchema = collection.oscalVersion.startsWith('1.2')
  const faults = hasSchema ? await faultsInWords('mapping-collection', document, bytes.length) : []
  return { kind: 'mapping', collection: { ...collection, warnings: [...collection.warnings, ...faults] } }
}

async function faultsInWords(kind: OscalKind, document: unknown, size: number): Promise<string[]> {
  const faults = await faultsOf(kind, document, size)
  const first = `Die Datei entspricht nicht überall dem OSCAL-Schema ${schemaVersion(kind, document)}. Gelesen wurde sie trotzdem; betroffen ist:`
  return faults.length > 0 ? [first, ...faults.map(({ path, message }) => `${path}: ${message}`)] : []
}

const schemaVersion = (kind: OscalKind, document: unknown): string =>
  schemaEntry(kind, oscalVersionIn(document, kind)).version

/** Up to this size all errors are gathered; of a larger file the first one is enough. */
const smallEnough = 6 * 1024 * 1024

/** The validator is loaded when there is something to hold against a schema: most refusals need none. */
async function faultsOf(kind: OscalKind, document: unknown, size: number): Promise<FieldError[]> {
  const { checkJson } = await import('#platform/json-schema/check-json.ts')
  return checkJson(schemaEntry(kind, oscalVersionIn(document, kind)), document, size > smallEnough)
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** By the names that OSCAL has for them; MD5 because publishers still name it. */
const digestsOf = (bytes: Uint8Array): Record<string, string> => ({
  MD5: createHash('md5').update(bytes).digest('hex'),
  'SHA-256': sha256(bytes),
  'SHA-384': createHash('sha384').update(bytes).digest('hex'),
  'SHA-512': createHash('sha512').update(bytes).digest('hex'),
})

function resolve(profile: Profile, given: readonly GivenSource[], bytes: Uint8Array): Outcome<ReadFile> {
  // Without the mapping that a JSON body may carry beside it, so that both ways of handing it in give the same catalog.
  const own = JSON.stringify({ profile: profile.json })
  const documents = new Map<string, SourceDocument>()
  const opened = new Map<string, SourceDocument>()
  for (const source of given) {
    const document = opened.get(source.catalogId) ?? open(source)
    opened.set(source.catalogId, document)
    documents.set(source.resource, document)
  }
  const pins = given.map(({ resource, sha256: hash }) => `${resource} ${hash}`)
  const pin = sha256(['lotsenwerk-profile-1', sha256(own), ...pins].join('\n'))
  const resolved = resolveProfile(profile, documents, pin)
  if (isRefusal(resolved)) return resolved
  const catalog = readDocument(resolved.document, pin)
  if (isRefusal(catalog))
    return {
      ...catalog,
      refused: catalog.refused.replace(/^Der Katalog wurde/, 'Das Profil wurde aufgelöst, sein Ergebnis aber'),
    }
  return {
    kind: 'resolved',
    catalog: { ...catalog, warnings: [...resolved.warnings, ...catalog.warnings] },
    digests: digestsOf(bytes),
    profile: Buffer.from(own),
    resolved: Buffer.from(JSON.stringify(resolved.document)),
    resources: profile.resources,
  }
}

/** Checked when it was imported, so nothing here can be missing. */
function open({ gzip, title, digests }: GivenSource): SourceDocument {
  const bytes = gunzipSync(gzip, { maxOutputLength: limits.bytes * 2 })
  const parsed = parseJson(bytes)
  const document = isRefusal(parsed) ? {} : parsed.value
  const catalog = isObject(document) && isObject(document['catalog']) ? document['catalog'] : {}
  return { catalog, title, digests: Object.keys(digests).length > 0 ? digests : digestsOf(bytes) }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(await readTask(workerData as ReadTask))
