import type { JsonObject } from '../document/fields.ts'

/** A hash that a back-matter resource names for its file. */
export interface DeclaredHash {
  algorithm: string
  value: string
}

/** A catalog that a profile imports, as its back matter names it. */
export interface ProfileResource {
  uuid: string
  title: string | null
  /** The last part of its address: what the file is called. Never opened. */
  file: string | null
  hashes: DeclaredHash[]
}

/** What a profile asks for before it can be resolved. */
export interface ProfileOutline {
  uuid: string
  title: string
  version: string
  /** Those that are imported, each once, in the order of the imports. */
  resources: ProfileResource[]
  /** Which catalog of this installation stands for which resource, where the body of the request said so itself. */
  given: Record<string, string>
}

export interface Profile extends ProfileOutline {
  json: JsonObject
}

/** A catalog of this installation that stands for a resource. */
export interface SourceDocument {
  /** The OSCAL catalog, parsed. */
  catalog: JsonObject
  title: string
  /** Hex, by algorithm, of the file as it once came. */
  digests: Record<string, string>
}

export const resourceName = ({ title, file, uuid }: ProfileResource): string => title ?? file ?? uuid
