import { sortKey } from '#kernel/sort-key.ts'
import type { ProfileResource } from './profile.ts'
import { isDeclared } from './resolve-profile.ts'

/** A catalog that is here and could stand for a resource. */
export interface Candidate {
  id: string
  title: string
  version: string
  sha256: string
  digests: Record<string, string>
}

/** "…/BSI-Methodik-Grundschutz++-catalog.json" is called like the catalog in it, with words that say what kind of file it is. */
const fileKey = (file: string): string =>
  sortKey(file.replace(/\.json$/i, '')).replace(/ (resolved )?(catalog|katalog|profile|profil)$/, '')

/** How well a title fits: as long as what both begin with, nothing when one does not begin with the other. */
function likeness(wanted: string, title: string): number {
  const [short, long] = wanted.length < title.length ? [wanted, title] : [title, wanted]
  return short !== '' && (long === short || long.startsWith(`${short} `)) ? short.length : 0
}

/** The catalog that is meant in all likelihood: the one with the declared hash, else the newest with the title. The candidates come newest first. */
export function suggestSource(resource: ProfileResource, candidates: readonly Candidate[]): Candidate | undefined {
  const same = candidates.find(({ digests, sha256 }) => isDeclared(resource.hashes, { 'SHA-256': sha256, ...digests }))
  if (same) return same
  const names = [resource.title && sortKey(resource.title), resource.file && fileKey(resource.file)]
  let best: { candidate: Candidate; likeness: number } | undefined
  for (const candidate of candidates)
    for (const name of names) {
      const fits = name ? likeness(name, sortKey(candidate.title)) : 0
      if (fits > (best?.likeness ?? 0)) best = { candidate, likeness: fits }
    }
  return best?.candidate
}
