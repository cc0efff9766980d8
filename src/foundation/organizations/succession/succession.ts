/** How one organization took the place of another. A renaming is none: the organization stays the same. */
export const successionKinds = ['merge', 'split'] as const
export type SuccessionKind = (typeof successionKinds)[number]

export const successionKindNames: Record<SuccessionKind, string> = {
  merge: 'Zusammenlegung oder Eingemeindung',
  split: 'Aufteilung auf mehrere',
}

/** Seen from one of the two: `other` is the predecessor or the successor. */
export interface Succession {
  id: string
  kind: SuccessionKind
  /** The first day on which the predecessor no longer exists. */
  from: string
  other: { id: string; name: string }
}

export interface FormerName {
  name: string
  /** The last day on which the organization was called so. */
  until: string
}

/** Where an organization comes from and what became of it. */
export interface Descent {
  formerNames: FormerName[]
  predecessors: Succession[]
  successors: Succession[]
}
