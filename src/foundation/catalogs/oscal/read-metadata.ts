import { Temporal } from 'temporal-polyfill'

import { type Scale, scales } from '#kernel/scale.ts'

import type { ParsedCatalog } from './catalog.ts'
import { lineIn, linesIn, type Located, objectIn, objectsIn, requiredLine } from './document/fields.ts'
import { limits } from './limits.ts'
import { placeIn } from './document/place.ts'
import { propertiesOf, type Property, valueOf } from './document/properties.ts'
import type { Reading } from './document/reading.ts'
import { quoted } from './document/wording.ts'

export type Metadata = Pick<
  ParsedCatalog,
  'title' | 'version' | 'oscalVersion' | 'published' | 'publisher' | 'license' | 'language' | 'scale'
>

const accepted = /^1\.[12]\.\d{1,4}(-[0-9A-Za-z.-]{1,40})?$/

function readOscalVersion(metadata: Located, { problems }: Reading): string {
  const version = requiredLine(metadata, 'oscal-version', 'die OSCAL-Version', problems)
  if (version !== '' && !accepted.test(version))
    problems.add(
      placeIn(metadata.at, 'oscal-version'),
      `steht die OSCAL-Version ${quoted(version)}; angenommen werden 1.1 und 1.2`,
      'Bitte laden Sie den Katalog in einer dieser Versionen hoch.',
    )
  return version
}

/** A real instant that PostgreSQL takes too, so years of four digits and no year zero. */
function readPublished(metadata: Located, { problems, warnings }: Reading): string | null {
  const text = lineIn(metadata, 'published', problems)
  if (text === null) return null
  try {
    if (/^[12]\d{3}-/.test(text) && Temporal.Instant.from(text)) return text
  } catch {
    // Told below.
  }
  warnings.add('published', text)
  return null
}

/** The party in the role of the publisher, else of the creator, else the first. */
function readPublisher(metadata: Located, { problems }: Reading): string | null {
  const parties = objectsIn(metadata, 'parties', problems).map((party) => ({
    uuid: lineIn(party, 'uuid', problems),
    name: lineIn(party, 'name', problems, limits.titleLength),
  }))
  const roles = objectsIn(metadata, 'responsible-parties', problems).map((entry) => ({
    role: lineIn(entry, 'role-id', problems),
    uuids: linesIn(entry, 'party-uuids', problems),
  }))
  const named = (role: string) => {
    const uuids = new Set(roles.filter((entry) => entry.role === role).flatMap((entry) => entry.uuids))
    return parties.find(({ uuid, name }) => name !== null && uuid !== null && uuids.has(uuid))?.name
  }
  return named('publisher') ?? named('creator') ?? parties.find(({ name }) => name !== null)?.name ?? null
}

/** The link of relation `license`, by its text, else its address; else a property of that name. OSCAL has no field for it. */
function readLicense(metadata: Located, properties: readonly Property[], { problems }: Reading): string | null {
  for (const link of objectsIn(metadata, 'links', problems)) {
    const text = lineIn(link, 'text', problems, limits.titleLength)
    const href = lineIn(link, 'href', problems, limits.hrefLength)
    if (lineIn(link, 'rel', problems) === 'license') return text ?? href
  }
  return valueOf(properties, 'license')
}

function readLanguage(properties: readonly Property[]): string | null {
  const language = valueOf(properties, 'language')
  return language !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(language) ? language : null
}

/** Which answers the catalog asks for; an unknown scale would make every answer wrong, so it is a problem. */
function readScale(properties: readonly Property[], { problems }: Reading): Scale {
  const property = properties.find(({ name, own }) => own && name === 'answer-scale')
  if (!property) return 'yesNoNotApplicable'
  const scale = scales.find((known) => known === property.value)
  if (!scale)
    problems.add(
      placeIn(property.at, 'value'),
      `steht die unbekannte Antwortskala ${quoted(property.value)}; bekannt sind ${scales.map(quoted).join(' und ')}`,
    )
  return scale ?? 'yesNoNotApplicable'
}

/** Title, version and origin of a catalog; a missing `metadata` is one problem, not five. */
export function readMetadata(catalog: Located, reading: Reading): Metadata | null {
  const { problems } = reading
  const metadata = objectIn(catalog, 'metadata', problems)
  if (!metadata) {
    if (catalog.json['metadata'] === undefined)
      problems.add(placeIn(catalog.at, 'metadata'), 'fehlen die Angaben zum Katalog')
    return null
  }
  const properties = propertiesOf(metadata, problems)
  return {
    title: requiredLine(metadata, 'title', 'der Titel des Katalogs', problems, limits.titleLength),
    version: requiredLine(metadata, 'version', 'die Fassung des Katalogs', problems, limits.idLength),
    oscalVersion: readOscalVersion(metadata, reading),
    published: readPublished(metadata, reading),
    publisher: readPublisher(metadata, reading),
    license: readLicense(metadata, properties, reading),
    language: readLanguage(properties),
    scale: readScale(properties, reading),
  }
}
