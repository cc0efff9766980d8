/**
 * What stands on paper, whatever the format: the same words become PDF and DOCX. Texts are texts; nothing in them is ever read
 * as markup.
 */
export interface Paper {
  title: string
  /** Who answers for it; stands in the properties of the file. */
  author: string
  subject: string
  /** ISO instant. */
  madeAt: string
  /** The upper line of each page; with a cover from the second page on. */
  head: { left: string; right: string }
  /** The lower line; the number of the page stands right of it. */
  foot: string
  /** Stands large behind nothing and beside the title of each page: "ENTWURF". */
  mark?: string | undefined
  /** Shrinks until it fits on so many pages. */
  fits?: number | undefined
  /** Wider than high, for tables of many columns. */
  landscape?: boolean | undefined
  /** Kept for years: PDF/A-2a, so that it opens the same then. One standard at a time; everything else is PDF/UA-1. */
  isArchived?: boolean | undefined
  /** Its first page is a cover of its own. */
  cover?: Cover | undefined
  blocks: Block[]
}

export interface Cover {
  over: string
  title: string
  under: string
  /** What one must know before reading: pairs. */
  facts: Pair[]
  note: string
}

export interface Pair {
  label: string
  text: string
}

export type Look = 'plain' | 'strong' | 'small' | 'muted' | 'lead'

/** A piece of a line. */
export interface Run {
  text: string
  look?: Look | undefined
}

/** One paragraph; a line feed in a text begins a further line. */
export type Line = Run[]

export type Cell =
  | { kind: 'lines'; lines: Line[] }
  /** A share of 100, drawn and said; null draws nothing. */
  | { kind: 'bar'; percent: number | null; alt: string }

export interface Column {
  header: string
  /** Share of the width. */
  width: number
  numeric?: boolean | undefined
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean | undefined }
  | { kind: 'paragraph'; line: Line; look?: Look | undefined }
  | { kind: 'list'; ordered: boolean; items: Line[] }
  /** Large figures with what they count. */
  | { kind: 'figures'; items: { value: string; unit: string; label: string }[] }
  | { kind: 'pairs'; items: Pair[] }
  | { kind: 'table'; caption: string; columns: Column[]; rows: Cell[][] }
  /** Two columns beside each other; read one after the other. */
  | { kind: 'columns'; left: Block[]; right: Block[] }
  /** A sheet's own head: sign, title, what it is about, who may read it. */
  | { kind: 'masthead'; title: string; under: string; right: string; rightSmall: string }
  | { kind: 'contents'; title: string }
  /** Who gets what, large: the upper part of a certificate. */
  | { kind: 'diploma'; over: string; title: string; under: string }
  /** At the foot of the page: a picture for a camera, row by row of 0 and 1; what it holds stands beside it. */
  | { kind: 'code'; rows: string[]; line: Line }
  /** Room for signatures, or those that were given. */
  | { kind: 'signatures'; items: { side: string; text: string }[] }
  /** Name badges to be cut out, ten to a page. */
  | { kind: 'badges'; items: { over: string; name: string; under: string }[] }

export const run = (text: string, look?: Look): Run => (look ? { text, look } : { text })
export const words = (...lines: (string | Run)[]): Cell => ({
  kind: 'lines',
  lines: lines.map((line) => [typeof line === 'string' ? { text: line } : line]),
})

/** The same paper with each of its texts seen to. */
export const withTexts = (paper: Paper, see: (text: string) => string): Paper => seen(paper, see) as Paper

function seen(value: unknown, see: (text: string) => string): unknown {
  if (typeof value === 'string') return see(value)
  if (Array.isArray(value)) return value.map((inner) => seen(inner, see))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, seen(inner, see)]))
}
