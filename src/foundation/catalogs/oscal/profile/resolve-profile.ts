import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import type { JsonObject } from '../document/fields.ts'
import { Warnings } from '../document/warnings.ts'
import { enumerated, quoted, wholeNumber } from '../document/wording.ts'
import { limits } from '../limits.ts'
import { uuidFrom } from '../uuid.ts'
import { alterControls } from './alter-controls.ts'
import { gatherBackMatter } from './back-matter.ts'
import { Budget, type Effort } from './budget.ts'
import { type CombineMethod, combineControls, type Picked } from './combine-controls.ts'
import { copyWithout, type Draft, listOf, objectOf, setList, textOf } from './json-tree.ts'
import { addLooseParameters, dropUnusedParameters } from './loose-parameters.ts'
import { type Profile, resourceName, type SourceDocument } from './profile.ts'
import { chosenIds, controlsOf, type SourceControl } from './select-controls.ts'
import { setParameters } from './set-parameters.ts'
import { asIs, type Body, CustomStructure, flat } from './structure.ts'

const notTaken = (what: string, path: string, message: string): Refusal =>
  refuse(`Das Profil wurde nicht übernommen: ${what}`, [{ path, message }])

const tooMuch = (): Refusal =>
  notTaken(
    'Es verlangt mehr Arbeit, als ein Profil machen darf. Bitte teilen Sie es auf.',
    'profile',
    'Hier stehen zu viele Muster oder Änderungen.',
  )

/** The relation of the link that says from which profiles a catalog was made: how circles are recognised. */
const madeFrom = 'source-profile'

/**
 * Resolves a profile over the catalogs that stand for its resources into a catalog of its own, in the three phases of the NIST
 * specification: import, merge, modify. `pin` names it: the same profile over the same sources has the same ids. Never throws.
 */
export function resolveProfile(
  profile: Profile,
  sources: ReadonlyMap<string, SourceDocument>,
  pin: string,
): Outcome<{ document: { catalog: Draft }; warnings: string[] }> {
  const circle = circleIn(profile, sources)
  if (circle) return circle
  const effort = { warnings: new Warnings(), budget: new Budget() }
  const picked = pick(profile, sources, effort)
  if ('refused' in picked) return picked
  const body = structured(profile, picked, effort)
  if ('refused' in body) return body
  const documents = [...sources.values()].map(({ catalog }) => catalog)
  const catalog: Draft = { uuid: uuidFrom(pin), metadata: metadataOf(profile, documents) }
  setList(catalog, 'controls', body.controls)
  setList(catalog, 'groups', body.groups)
  addLooseParameters(catalog, documents)
  const modify = objectOf(profile.json, 'modify')
  setParameters(catalog, listOf(modify, 'set-parameters'), effort)
  alterControls(catalog, listOf(modify, 'alters'), effort)
  if (effort.budget.exhausted) return tooMuch()
  dropUnusedParameters(catalog)
  gatherBackMatter(catalog, [...documents, profile.json])
  return { document: { catalog }, warnings: [...hashWarnings(profile, sources), ...effort.warnings.sentences()] }
}

const profilesOf = (catalog: JsonObject): string[] =>
  listOf(objectOf(catalog, 'metadata'), 'links').flatMap((link) =>
    textOf(link, 'rel') === madeFrom ? [textOf(link, 'href') ?? ''] : [],
  )

const urn = (uuid: string): string => `urn:uuid:${uuid.toLowerCase()}`

/** A catalog that was itself made from this profile, directly or over others, stands at the end of a circle. */
function circleIn(profile: Profile, sources: ReadonlyMap<string, SourceDocument>): Refusal | undefined {
  for (const resource of profile.resources) {
    const source = sources.get(resource.uuid)
    if (source && profilesOf(source.catalog).includes(urn(profile.uuid)))
      return notTaken(
        `Der Katalog ${quoted(source.title)}, der für ${quoted(resourceName(resource))} angegeben ist, wurde selbst aus diesem Profil gemacht. Bitte geben Sie den ursprünglichen Katalog an.`,
        `resources.${resource.uuid}`,
        'Dieser Katalog stammt aus dem Profil selbst.',
      )
  }
  return undefined
}

function pick(profile: Profile, sources: ReadonlyMap<string, SourceDocument>, effort: Effort): Outcome<Picked[]> {
  const controlsBySource = new Map<string, SourceControl[]>()
  const selections = listOf(profile.json, 'imports').map((one) => {
    const uuid = textOf(one, 'href')?.slice(1) ?? ''
    const catalog = sources.get(uuid)?.catalog
    const controls = controlsBySource.get(uuid) ?? (catalog ? controlsOf(catalog) : [])
    controlsBySource.set(uuid, controls)
    const chosen = chosenIds(one, controls, effort)
    return effort.budget.spend(chosen.size * 20) ? controls.filter(({ id }) => chosen.has(id)) : []
  })
  const { picked, clashes, tooMany } = combineControls(selections, methodOf(profile), effort.warnings)
  if (effort.budget.exhausted) return tooMuch()
  if (tooMany)
    return notTaken(
      `Es wählt mehr als ${wholeNumber(limits.controls)} Anforderungen aus. Bitte teilen Sie das Profil auf.`,
      'profile.imports',
      'Hier werden zu viele Anforderungen ausgewählt.',
    )
  if (clashes.length > 0)
    return notTaken(
      `Zwei Importe bringen verschiedene Anforderungen unter derselben ID: ${enumerated(clashes.map(quoted))}. Bitte schließen Sie sie in einem der Importe aus, oder legen Sie im Profil unter „merge“ mit „combine“ fest, welche gilt.`,
      'profile.merge.combine',
      'Erwartet wird „use-first“ oder „merge“.',
    )
  return picked.length > 0
    ? picked
    : notTaken(
        'Es wählt keine einzige Anforderung aus. Bitte prüfen Sie die IDs und Muster unter „include-controls“.',
        'profile.imports',
        'Hier wird nichts ausgewählt.',
      )
}

function methodOf({ json }: Profile): CombineMethod {
  const method = textOf(objectOf(objectOf(json, 'merge'), 'combine'), 'method')
  return method === 'use-first' || method === 'merge' ? method : 'keep'
}

function structured({ json }: Profile, picked: readonly Picked[], effort: Effort): Outcome<Body> {
  const merge = objectOf(json, 'merge')
  const custom = objectOf(merge, 'custom')
  const keepsGroups = merge?.['as-is'] === true
  if ([custom !== undefined, keepsGroups, objectOf(merge, 'flat') !== undefined].filter(Boolean).length > 1)
    return notTaken(
      'Es ordnet die Anforderungen auf zwei Arten zugleich. Bitte behalten Sie unter „merge“ nur eines von „as-is“, „flat“ und „custom“.',
      'profile.merge',
      'Hier ist nur eine Ordnung möglich.',
    )
  if (!custom) return keepsGroups ? asIs(picked) : flat(picked)
  const body = new CustomStructure(picked, effort).build(custom)
  return body.controls.length + body.groups.length > 0
    ? body
    : notTaken(
        'Seine eigene Gliederung enthält keine der ausgewählten Anforderungen. Bitte ergänzen Sie „insert-controls“.',
        'profile.merge.custom',
        'Hier wird keine Anforderung eingefügt.',
      )
}

/** The profile's own, with the tool that resolved it and the profiles behind it. */
function metadataOf({ json, uuid, title }: Profile, documents: readonly JsonObject[]): Draft {
  const metadata = copyWithout(objectOf(json, 'metadata') ?? {})
  const behind = new Set([urn(uuid), ...documents.flatMap(profilesOf)])
  metadata['props'] = [{ name: 'resolution-tool', value: 'Lotsenwerk' }, ...listOf(metadata, 'props')]
  metadata['links'] = [
    ...Array.from(behind, (href) => ({ href, rel: madeFrom, ...(href === urn(uuid) && { text: title }) })),
    ...listOf(metadata, 'links'),
  ]
  return metadata
}

/** `undefined` where nothing can be compared. */
export function isDeclared(
  hashes: Profile['resources'][number]['hashes'],
  digests: Readonly<Record<string, string>>,
): boolean | undefined {
  const comparable = hashes.filter(({ algorithm }) => digests[algorithm] !== undefined)
  if (comparable.length === 0) return undefined
  return comparable.some(({ algorithm, value }) => digests[algorithm] === value)
}

function hashWarnings(profile: Profile, sources: ReadonlyMap<string, SourceDocument>): string[] {
  return profile.resources.flatMap((resource) => {
    const source = sources.get(resource.uuid)
    return source && isDeclared(resource.hashes, source.digests) === false
      ? [
          `Für ${quoted(resourceName(resource))} steht ${quoted(source.title)}; die Prüfsumme der Datei ist eine andere, als das Profil nennt.`,
        ]
      : []
  })
}
