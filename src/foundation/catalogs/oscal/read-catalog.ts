import { createHash } from 'node:crypto'

import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'

import type { ParsedCatalog, ParsedGroup } from './catalog.ts'
import { catalogRoot } from './catalog-root.ts'
import { withKeys } from './control-keys.ts'
import { requiredLine } from './document/fields.ts'
import { parseJson } from './json/parse-json.ts'
import { limits } from './limits.ts'
import { readControl } from './read-control.ts'
import { type Metadata, readMetadata } from './read-metadata.ts'
import { filledLine, readOverview } from './read-parts.ts'
import { type FoundGroup, readStructure } from './read-structure.ts'
import { newReading, type Reading } from './document/reading.ts'

function readGroup(found: FoundGroup, position: number, metadata: Metadata | null, reading: Reading): ParsedGroup {
  const { key, parentKey, from, scope } = found
  if (!from) return { key, title: metadata?.title ?? '', parentKey, position, overview: null }
  const title = requiredLine(from, 'title', 'der Titel der Gruppe', reading.problems, limits.titleLength)
  return {
    key,
    title: title && filledLine(from, 'title', scope, reading, limits.titleLength),
    parentKey,
    position,
    overview: readOverview(from, scope, reading),
  }
}

/** The refusal for a file over the limit; also used before a file is read at all. */
export const tooLarge = () =>
  refuse(
    `Die Datei wurde nicht gelesen: Sie ist größer als ${limits.bytes / 1024 / 1024} MiB. Bitte wählen Sie einen einzelnen OSCAL-Katalog.`,
  )

/**
 * Reads an OSCAL catalog (JSON, 1.1 or 1.2) of any publisher. Pure and synchronous; foreign files go through `readCatalogFile`,
 * which does the same in a worker with limits of time and memory. A refusal names the place in the file and what to do, and lists
 * up to twenty places in `errors`. Never throws, whatever the bytes are.
 */
export function readCatalog(bytes: Uint8Array): Outcome<ParsedCatalog> {
  if (bytes.length > limits.bytes) return tooLarge()
  const parsed = parseJson(bytes)
  return isRefusal(parsed) ? parsed : readDocument(parsed.value, createHash('sha256').update(bytes).digest('hex'))
}

/** The same for a document that is parsed already; `sha256` is what pins it. */
export function readDocument(document: unknown, sha256: string): Outcome<ParsedCatalog> {
  const catalog = catalogRoot(document)
  if (isRefusal(catalog)) return catalog
  const reading = newReading()
  const metadata = readMetadata(catalog, reading)
  const structure = readStructure(catalog, reading)
  const controlIds = new Set(structure.controls.map(({ id }) => id))
  const groups = structure.groups.map((group, index) => readGroup(group, index + 1, metadata, reading))
  const controls = structure.controls.map((control, index) => readControl(control, index + 1, controlIds, reading))
  if (!metadata || reading.problems.any) return reading.problems.refusal()
  const keyed = withKeys(controls, reading.warnings)
  return { ...metadata, sha256, groups, ...keyed, warnings: reading.warnings.sentences() }
}
