import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { quoted } from './oscal/document/wording.ts'
import { type ProfileOutline, resourceName } from './oscal/profile/profile.ts'
import { suggestSource } from './oscal/profile/suggest-sources.ts'
import type { GivenSource } from './oscal/read-task.ts'
import { listCandidates, readSources } from './queries.ts'

/**
 * The catalogs that stand for the resources of a profile, with their files. A resource without one is refused by its name, with the catalog
 * that is meant in all likelihood: it is proposed and never taken by itself, because the contents of a check depend on it.
 */
export async function findSources(
  db: Db,
  { resources }: ProfileOutline,
  given: Readonly<Record<string, string>>,
): Promise<Outcome<GivenSource[]>> {
  const candidates = await listCandidates(db)
  const chosen = new Map<string, string>()
  const errors = resources.flatMap((resource) => {
    const id = given[resource.uuid.toLowerCase()]
    if (id && candidates.some((candidate) => candidate.id === id.toLowerCase())) {
      chosen.set(resource.uuid, id.toLowerCase())
      return []
    }
    const proposed = suggestSource(resource, candidates)
    const meant = proposed && `Gemeint ist vermutlich ${quoted(proposed.title)} (${proposed.id}).`
    const what = id
      ? `Den Katalog ${quoted(id)} gibt es hier nicht.`
      : `Es fehlt, welcher Katalog für ${quoted(resourceName(resource))} steht.`
    const next = meant ?? 'Bitte lesen Sie diesen Katalog zuerst ein.'
    return [{ path: `resources.${resource.uuid}`, message: `${what} ${next}` }]
  })
  const known = new Set(resources.map(({ uuid }) => uuid.toLowerCase()))
  for (const uuid of Object.keys(given))
    if (!known.has(uuid))
      errors.push({ path: `resources.${uuid}`, message: 'Diese Ressource importiert das Profil nicht.' })
  if (errors.length > 0)
    return refuse(
      'Das Profil ist noch nicht eingelesen. Bitte geben Sie zu jedem Katalog, den es importiert, den eingelesenen Katalog an, der dafür steht.',
      errors,
    )
  const files = await readSources(db, [...new Set(chosen.values())])
  return resources.flatMap(({ uuid }) => {
    const file = files.get(chosen.get(uuid) ?? '')
    return file ? [{ resource: uuid, ...file }] : []
  })
}
