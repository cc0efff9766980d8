import type { Temporal } from 'temporal-polyfill'
import type { Reason } from '#kernel/disclosure/index.ts'

/** By what a picture is broken down, in the order in which it is shown; `total` is its one cell of all. */
export const dimensions = [
  'total',
  'checklist',
  'control',
  'kindClass',
  'county',
  'sizeClass',
  'wave',
  'phase',
  'money',
] as const
export type Dimension = (typeof dimensions)[number]

/** A percentage of a multiple of 5 from 5 to 95; at the ends only a bound. */
export interface ShownCell {
  key: string
  label: string
  hidden: null
  /** How many organizations it speaks of; 5 or more. */
  count: number
  percent: number
  bound: 'atMost' | 'atLeast' | null
  /** ISO day: the value is still the one of that earlier picture, because the number of organizations changed by one to four since. */
  asOf: string | null
}

export interface HiddenCell {
  key: string
  label: string
  hidden: Reason
}

export type PictureCell = ShownCell | HiddenCell

export interface PictureFamily {
  dimension: Dimension
  cells: PictureCell[]
}

/** A dated picture of one programme, without its cells. */
export interface PictureHead {
  id: string
  programmeId: string
  programmeKey: string
  programmeName: string
  /** What was answered; null while nobody has a signed-off check. */
  catalogId: string | null
  catalogTitle: string | null
  /** Of the catalog's file; null with `catalogId`, and for those who may not read catalogs. */
  catalogSha256: string | null
  previousId: string | null
  takenAt: Temporal.Instant
  /** ISO day from which it can be read. */
  releaseOn: string
  participants: number
  /** Participants with a signed-off check; null when they are fewer than five. */
  assessed: number | null
  /** Of the canonical form of all that is published: `canonicalForm`. */
  sha256: string
  publicAt: Temporal.Instant | null
}

/** A municipality that agreed to be named: overall score and phase, nothing else. */
export interface NamedMunicipality {
  organizationId: string
  name: string
  /** Whole percent; null without a signed-off check. */
  percent: number | null
  phaseLabel: string
}

export interface Picture extends PictureHead {
  /** In the order of `dimensions`; those without cells are left out. */
  families: PictureFamily[]
  named: NamedMunicipality[]
}

export const familyOf = ({ families }: Pick<Picture, 'families'>, dimension: Dimension): PictureCell[] =>
  families.find((family) => family.dimension === dimension)?.cells ?? []

/** The one cell of all; undefined in a picture without signed-off checks. */
export const totalOf = (picture: Pick<Picture, 'families'>): PictureCell | undefined => familyOf(picture, 'total')[0]
