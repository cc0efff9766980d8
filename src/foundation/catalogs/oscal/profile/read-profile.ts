import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { isObject, type JsonObject } from '../document/fields.ts'
import { quoted } from '../document/wording.ts'
import { listOf, objectOf, textOf } from './json-tree.ts'
import type { DeclaredHash, Profile, ProfileResource } from './profile.ts'

/** Far more than any profile has; each import walks through a whole catalog. */
const mostImports = 200

const notTaken = (what: string, path: string, message: string): Refusal =>
  refuse(`Das Profil wurde nicht übernommen: ${what}`, [{ path, message }])

/** The profile in a document, with the catalogs it imports; undefined when the document is none. Never throws. */
export function readProfile(document: unknown): Outcome<Profile> | undefined {
  if (!isObject(document) || !isObject(document['profile'])) return undefined
  const profile = document['profile']
  const metadata = objectOf(profile, 'metadata')
  const imports = listOf(profile, 'imports')
  const uuid = textOf(profile, 'uuid') ?? ''
  if (imports.length === 0 || imports.length > mostImports)
    return notTaken(
      imports.length === 0
        ? 'Es importiert keinen Katalog. Bitte ergänzen Sie „imports“ im Profil.'
        : `Es hat mehr als ${mostImports} Importe. Bitte teilen Sie das Profil auf.`,
      'profile.imports',
      'Hier werden die importierten Kataloge erwartet.',
    )
  const known = new Map(listOf(objectOf(profile, 'back-matter'), 'resources').map((one) => [textOf(one, 'uuid'), one]))
  const resources = new Map<string, ProfileResource>()
  for (const [at, one] of imports.entries()) {
    const found = resourceOf(textOf(one, 'href') ?? '', known, uuid, `profile.imports[${at}].href`)
    if ('refused' in found) return found
    resources.set(found.uuid, found)
  }
  const given = isObject(document['resources']) ? document['resources'] : {}
  return {
    uuid,
    title: textOf(metadata, 'title') ?? '',
    version: textOf(metadata, 'version') ?? '',
    resources: [...resources.values()],
    given: Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), String(value)])),
    json: profile,
  }
}

/** Only `#uuid` over the back matter is followed: a path or an address in a file of others is never opened. */
function resourceOf(
  href: string,
  known: ReadonlyMap<string | null, JsonObject>,
  own: string,
  path: string,
): Outcome<ProfileResource> {
  if (href === `#${own}` || href === '#')
    return notTaken(
      'Es importiert sich selbst. Bitte nennen Sie an dieser Stelle den Katalog, aus dem es auswählt.',
      path,
      'Dieser Import verweist auf das Profil selbst.',
    )
  if (!href.startsWith('#'))
    return notTaken(
      `Ein Import verweist auf ${quoted(href)}. Pfade und Adressen werden nicht geöffnet. Bitte nennen Sie den Katalog unter „back-matter“ als Ressource und verweisen Sie mit „#“ und deren UUID darauf.`,
      path,
      'Erwartet wird „#“ mit der UUID einer Ressource.',
    )
  const resource = known.get(href.slice(1))
  if (!resource)
    return notTaken(
      `Ein Import verweist auf ${quoted(href)}, und diese Ressource steht nicht unter „back-matter“. Bitte ergänzen Sie sie im Profil.`,
      path,
      'Diese Ressource gibt es im Profil nicht.',
    )
  const rlinks = listOf(resource, 'rlinks')
  const address = textOf(rlinks[0], 'href')
  return {
    uuid: href.slice(1),
    title: textOf(resource, 'title'),
    file: address?.split('/').at(-1) || null,
    hashes: rlinks.flatMap((rlink) => listOf(rlink, 'hashes').flatMap(hashOf)),
  }
}

function hashOf(json: JsonObject): DeclaredHash[] {
  const [algorithm, value] = [textOf(json, 'algorithm'), textOf(json, 'value')]
  return algorithm && value ? [{ algorithm: algorithm.toUpperCase(), value: value.toLowerCase() }] : []
}
