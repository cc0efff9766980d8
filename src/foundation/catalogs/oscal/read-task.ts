import type { ParsedMappingCollection } from '../mappings/mapping.ts'
import type { ParsedCatalog } from './catalog.ts'
import type { ProfileOutline, ProfileResource } from './profile/profile.ts'

/** A catalog of this installation for a resource of a profile. */
export interface GivenSource {
  resource: string
  catalogId: string
  title: string
  sha256: string
  /** Of the file as it once came; empty for what was imported before they were kept. */
  digests: Record<string, string>
  /** The OSCAL catalog, compressed. */
  gzip: Uint8Array
}

export type FileToRead = { path: string } | { bytes: Uint8Array }

/** What the thread is asked. With `sources` a profile is resolved, without it is only looked at; a mapping collection is read only where it is wanted. */
export type ReadTask = FileToRead & { sources?: readonly GivenSource[] | undefined; wanted?: 'mapping' | undefined }

export type ReadFile =
  | { kind: 'catalog'; catalog: ParsedCatalog; digests: Record<string, string> }
  | { kind: 'mapping'; collection: ParsedMappingCollection }
  | { kind: 'profile'; outline: ProfileOutline }
  | {
      kind: 'resolved'
      catalog: ParsedCatalog
      /** Of the profile's file. */
      digests: Record<string, string>
      /** The profile and the catalog it became, as JSON. */
      profile: Uint8Array
      resolved: Uint8Array
      resources: ProfileResource[]
    }
