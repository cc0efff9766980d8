/** How the source stands to the target, in OSCAL's words (NIST IR 8477). */
export const relationships = ['equal-to', 'equivalent-to', 'subset-of', 'superset-of', 'intersects-with'] as const
export type Relationship = (typeof relationships)[number]

/** One side of a map: the number in its catalog, and the identity across versions where the publisher names it. */
export interface MapEnd {
  id: string
  key: string | null
}

export interface ParsedMap {
  /** Position in the collection, from 1: its own ids are not unique to us. */
  position: number
  relationship: Relationship
  source: MapEnd
  target: MapEnd
  /** Whether the relation was a default that nobody chose. */
  isDefault: boolean
  remarks: string | null
}

/** An OSCAL mapping collection read into single relations of one source and one target. */
export interface ParsedMappingCollection {
  title: string
  version: string
  oscalVersion: string
  /** As the collection says of itself: "draft", "complete". */
  status: string | null
  /** "human", "automation", "hybrid". */
  method: string | null
  /** What the catalogs are called on both sides, where it says. */
  targets: readonly string[]
  sources: readonly string[]
  sha256: string
  maps: readonly ParsedMap[]
  warnings: string[]
}

/** A collection, read and checked, before any transaction. */
export interface PreparedMappings {
  collection: ParsedMappingCollection
  /** The file as it came, compressed. */
  gzip: Buffer
}

/** How often each relation occurs, the strongest first; those that do not occur are left out. */
export const countRelations = (
  maps: readonly Pick<ParsedMap, 'relationship' | 'isDefault'>[],
): { relationship: Relationship; maps: number; defaults: number }[] =>
  strongestFirst.flatMap((relationship) => {
    const own = maps.filter((map) => map.relationship === relationship)
    const defaults = own.filter(({ isDefault }) => isDefault).length
    return own.length > 0 ? [{ relationship, maps: own.length, defaults }] : []
  })

/** What covers the target says more than what is only a part of it. */
export const strongestFirst: readonly Relationship[] = [
  'equal-to',
  'equivalent-to',
  'superset-of',
  'subset-of',
  'intersects-with',
]
