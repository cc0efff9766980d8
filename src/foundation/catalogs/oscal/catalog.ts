import type { Scale } from '#kernel/scale.ts'

/** The namespace of the properties that our own catalogs and exports carry. */
export const lotsenwerkNamespace = 'https://lotsenwerk.example/ns/oscal'

/** An OSCAL catalog (1.1 or 1.2) read into what the product works with; nothing here is HTML, every text is plain Markdown. */
export interface ParsedCatalog {
  title: string
  version: string
  oscalVersion: string
  /** The instant of publication as the source writes it (RFC 3339, years 1000 to 2999), null when missing or unreadable. */
  published: string | null
  publisher: string | null
  license: string | null
  /** A language tag such as `de`, from the metadata property `language`. */
  language: string | null
  scale: Scale
  /** SHA-256 over the exact bytes of the file, lower-case hex. */
  sha256: string
  /** Whether the keys of the controls are identities of their own, not their numbers. */
  hasKeys: boolean
  groups: ParsedGroup[]
  controls: ParsedControl[]
  /** German sentences on what was read with reservations. */
  warnings: string[]
}

export interface ParsedGroup {
  key: string
  title: string
  parentKey: string | null
  /** Depth-first over the whole catalog, from 1. */
  position: number
  overview: string | null
}

export type Obligation = 'must' | 'should' | 'may'

export interface ParsedControl {
  /** The id in this version: stands in every path, may name another requirement in the next version. */
  id: string
  /** The identity across versions: `alt-identifier` where the whole catalog has them, else the id. */
  key: string
  title: string
  /** The innermost group it stands in. */
  groupKey: string
  /** The control it is nested in. */
  parentId: string | null
  /** Depth-first over the whole catalog, from 1; a group's own controls come before its subgroups. */
  position: number
  /** 0 (not rated, mandatory) to 5; null when not stated. */
  effortMin: number | null
  effortMax: number | null
  obligation: Obligation | null
  securityLevel: string | null
  documentation: string[]
  /** With parameters filled in. Empty when the source has none. */
  statement: string
  help: ControlHelp[]
  links: ControlLink[]
  /** Those it declares itself, with what stands in the text for them. */
  params: ControlParameter[]
  tags: string[]
}

export interface ControlParameter {
  id: string
  label: string | null
  value: string
  /** Whether a value is set; else `value` is the choice that is left, or the label in brackets. */
  isSet: boolean
}

export interface ControlHelp {
  name: string
  title: string | null
  prose: string
}

export interface ControlLink {
  rel: string | null
  /** Where the link points to a control of this catalog. */
  controlId?: string
  /** Never a scheme other than http, https, mailto, urn; relative addresses stay as they came. */
  href: string
  text?: string
}
