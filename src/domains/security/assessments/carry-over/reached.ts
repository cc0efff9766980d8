/** How one stands to the other, in the words of OSCAL. */
export const relationships = ['equal-to', 'equivalent-to', 'subset-of', 'superset-of', 'intersects-with'] as const
export type Relationship = (typeof relationships)[number]

/** One step of the way from a question to what it reaches. */
export interface Step {
  requirementId: string
  /** What of it is related, as the collection names it: "APP.3.6.A1-UA.2". */
  sourceId: string
  relationship: Relationship
  /** Null where no collection relates both: they name the same requirement, or are the same question. */
  collectionId: string | null
}

/** What a question of one catalog reaches in another. */
export interface Reached {
  controlId: string
  /** The strongest of all ways. */
  relationship: Relationship
  isDefault: boolean
  /** It is this very question in another catalog, in the same words or with another text. */
  identity?: 'same' | 'changed'
  via: readonly Step[]
}
