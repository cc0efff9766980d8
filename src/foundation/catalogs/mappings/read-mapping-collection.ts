import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { documentName } from '../oscal/catalog-root.ts'
import { isObject, lineIn, type Located, objectIn, objectsIn, requiredLine, textIn } from '../oscal/document/fields.ts'
import { placeIn } from '../oscal/document/place.ts'
import { propertiesOf, type Property, valueOf } from '../oscal/document/properties.ts'
import { newReading, type Reading } from '../oscal/document/reading.ts'
import { quoted, wholeNumber } from '../oscal/document/wording.ts'
import { limits } from '../oscal/limits.ts'
import { type MapEnd, type ParsedMap, type ParsedMappingCollection, relationships } from './mapping.ts'

const root = 'mapping-collection'
const subject = 'Die Zuordnung'
const accepted = /^1\.[12]\.\d{1,4}(-[0-9A-Za-z.-]{1,40})?$/

/**
 * Reads an OSCAL mapping collection (JSON, 1.2, and the draft of 1.1) of any publisher into single relations of one source and one target.
 * Pure, and never throws: a refusal names the place in the file and what to do.
 */
export function readMappingCollection(document: unknown, sha256: string): Outcome<ParsedMappingCollection> {
  const reading = newReading()
  const { problems, warnings } = reading
  const collection = collectionIn(document)
  if (isRefusal(collection)) return collection
  const metadata = readMetadata(collection, reading)
  const mappings = mappingsIn(collection, reading)
  const maps = withoutDoubled(
    mappings.flatMap((mapping) => [...readMaps(mapping, reading)]),
    reading,
  )
  for (const { target } of maps) if (target.key === null) warnings.add('noTargetKey', target.id)
  if (maps.length === 0 && !problems.any)
    problems.add(
      placeIn(collection.at, 'mappings'),
      'steht keine Beziehung, die sich übernehmen lässt',
      'Bitte laden Sie eine Zuordnung hoch, die Anforderungen einander zuordnet.',
    )
  const provenance = objectIn(collection, 'provenance', problems)
  const said = (name: string): string | null =>
    [provenance, ...mappings].flatMap((from) => (from && lineIn(from, name, problems, limits.idLength)) ?? [])[0] ??
    null
  const parsed = {
    ...metadata,
    status: said('status'),
    method: said('method'),
    sources: titlesOf(mappings, 'source-resource', collection, reading),
    targets: titlesOf(mappings, 'target-resource', collection, reading),
    sha256,
    maps,
  }
  return problems.any ? problems.refusal(subject) : { ...parsed, warnings: warnings.sentences() }
}

function collectionIn(document: unknown): Outcome<Located> {
  const found = isObject(document) ? document[root] : undefined
  if (isObject(found)) return { json: found, at: placeIn(null, root) }
  const known = isObject(document) ? Object.keys(document).find((name) => documentName(name)) : undefined
  return refuse(
    known === undefined
      ? `${subject} wurde nicht übernommen: Auf der obersten Ebene der Datei wird „${root}“ als Objekt erwartet. Bitte wählen Sie eine OSCAL-Zuordnung im JSON-Format.`
      : `${subject} wurde nicht übernommen: Die Datei ist ${documentName(known)} und keine Zuordnung. ${remedyFor(known)}`,
    [{ path: known ?? root, message: `Erwartet wird „${root}“.` }],
  )
}

const remedyFor = (known: string): string =>
  known === 'catalog' || known === 'profile'
    ? 'Bitte lesen Sie sie unter „Kataloge“ ein.'
    : 'Bitte wählen Sie eine OSCAL-Zuordnung im JSON-Format.'

function readMetadata(
  collection: Located,
  { problems }: Reading,
): Pick<ParsedMappingCollection, 'title' | 'version' | 'oscalVersion'> {
  const metadata = objectIn(collection, 'metadata', problems)
  if (!metadata) {
    if (collection.json['metadata'] === undefined)
      problems.add(placeIn(collection.at, 'metadata'), 'fehlen die Angaben zur Zuordnung')
    return { title: '', version: '', oscalVersion: '' }
  }
  const oscalVersion = requiredLine(metadata, 'oscal-version', 'die OSCAL-Version', problems)
  if (oscalVersion !== '' && !accepted.test(oscalVersion))
    problems.add(
      placeIn(metadata.at, 'oscal-version'),
      `steht die OSCAL-Version ${quoted(oscalVersion)}; angenommen werden 1.1 und 1.2`,
      'Bitte laden Sie die Zuordnung in einer dieser Versionen hoch.',
    )
  return {
    title: requiredLine(metadata, 'title', 'der Titel der Zuordnung', problems, limits.titleLength),
    version: requiredLine(metadata, 'version', 'die Fassung der Zuordnung', problems, limits.idLength),
    oscalVersion,
  }
}

/** OSCAL allows a single one without a list. */
function mappingsIn(collection: Located, { problems }: Reading): Located[] {
  const { json, at } = collection
  if (json['mappings'] === undefined) problems.add(placeIn(at, 'mappings'), 'fehlen die Zuordnungen')
  return isObject(json['mappings'])
    ? [{ json: json['mappings'], at: placeIn(at, 'mappings') }]
    : objectsIn(collection, 'mappings', problems)
}

type Relation = Omit<ParsedMap, 'position'>

/** Several sources or targets of one map are as many relations. */
function* readMaps(mapping: Located, reading: Reading): Generator<Relation> {
  const { problems } = reading
  for (const map of objectsIn(mapping, 'maps', problems)) {
    if (problems.isFull) return
    const relationship = readRelationship(map, reading)
    const properties = propertiesOf(map, problems)
    const sources = readEnds(map, 'sources', 'die Quelle', reading)
    const targets = readEnds(map, 'targets', 'das Ziel', reading)
    const remarks = textIn(map, 'remarks', problems) || null
    if (!relationship) continue
    const [only] = targets
    // BSI writes the identity of the target at the map as well.
    if (only && targets.length === 1) only.key ??= properties.find(({ name }) => name === 'oscal_uuid')?.value ?? null
    if (!spend(sources.length * targets.length, map, reading)) return
    const isDefault = valueOf(properties, 'relationship_defaulted') === 'true'
    for (const source of sources)
      for (const target of targets) yield { relationship, source, target, isDefault, remarks }
  }
}

function spend(relations: number, { at }: Located, { budget, problems }: Reading): boolean {
  budget.relations -= relations
  if (budget.relations >= 0) return true
  problems.add(
    at,
    `beginnt die ${wholeNumber(limits.relations + 1)}. Beziehung; erlaubt sind ${wholeNumber(limits.relations)}`,
    'Bitte teilen Sie die Zuordnung auf.',
  )
  return false
}

/** Only the five words of OSCAL; what a publisher means by another one, or by the same one in a namespace of its own, nobody here can know. */
function readRelationship(map: Located, { problems, warnings }: Reading) {
  const word = requiredLine(map, 'relationship', 'die Beziehung', problems, limits.idLength)
  if (word === '') return undefined
  const ns = lineIn(map, 'ns', problems, limits.hrefLength)
  const known = relationships.find((one) => one === word)
  if (known && (ns === null || oscalNamespace.test(ns))) return known
  warnings.add(known ? 'foreignRelationship' : 'unknownRelationship', known ? `${word} (${ns})` : word)
  return undefined
}

const oscalNamespace = /^https?:\/\/csrc\.nist\.gov\/ns\/oscal(\/\d+(\.\d+)*)?\/?$/

function readEnds(map: Located, name: 'sources' | 'targets', what: string, { problems }: Reading): MapEnd[] {
  const items = objectsIn(map, name, problems)
  const value = map.json[name]
  if (value === undefined || (Array.isArray(value) && value.length === 0))
    problems.add(placeIn(map.at, name), `fehlt ${what} der Beziehung`)
  return items.flatMap((item) => {
    const id = requiredLine(item, 'id-ref', 'die Nummer der Anforderung', problems, limits.idLength)
    return id === '' ? [] : [{ id, key: keyOf(propertiesOf(item, problems)) }]
  })
}

/** Namespaces of publishers change between editions, so the name decides. */
function keyOf(properties: readonly Property[]): string | null {
  const key = valueOf(properties, 'alt-identifier') ?? valueOf(properties, 'oscal_uuid')
  return key !== null && key.length <= limits.idLength ? key : null
}

/** The same relation of the same ends counts once; it is a default only where every copy is. */
function withoutDoubled(relations: readonly Relation[], { warnings }: Reading): ParsedMap[] {
  const found = new Map<string, ParsedMap>()
  for (const relation of relations) {
    const { source, target, relationship } = relation
    const name = JSON.stringify([source.id, source.key, target.id, target.key, relationship])
    const first = found.get(name)
    if (!first) found.set(name, { ...relation, position: found.size + 1 })
    else {
      warnings.add('doubledRelation', `${source.id} – ${target.id}`)
      first.isDefault &&= relation.isDefault
    }
  }
  return [...found.values()]
}

/** What a side is called: by its own words, by the back matter, else by the name of the file. */
function titlesOf(mappings: readonly Located[], side: string, collection: Located, { problems }: Reading): string[] {
  const matter = objectIn(collection, 'back-matter', problems)
  const resources = new Map(
    (matter ? objectsIn(matter, 'resources', problems) : []).map((resource) => [
      `#${lineIn(resource, 'uuid', problems, limits.idLength)}`,
      lineIn(resource, 'title', problems, limits.titleLength),
    ]),
  )
  const titles = mappings.flatMap((mapping) => {
    const resource = objectIn(mapping, side, problems)
    if (!resource) return []
    const href = lineIn(resource, 'href', problems, limits.hrefLength)
    const own = valueOf(propertiesOf(resource, problems), 'catalog_title')
    return own ?? (href === null ? [] : (resources.get(href) ?? href.split('/').at(-1) ?? []))
  })
  return [...new Set(titles.map((title) => title.slice(0, limits.titleLength)).filter(Boolean))]
}
