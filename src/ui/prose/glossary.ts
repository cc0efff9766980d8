import { createContext } from 'preact'

/** A word that is explained somewhere, and where. */
export interface ExplainedWord {
  word: string
  href: string
}

/** A text cut at the words that are explained: plain pieces and links in turn. */
export type Explained = string | { text: string; href: string }

export interface Glossary {
  /** Begins anew: of each word the first occurrence is a link, all others are not. */
  begin(): (text: string) => Explained[]
}

/** Endings that a noun may have. */
const ending = '(?:s|es|n|en|e)?'

/** Made once: the words become one expression, the longest first, so that "Server" does not cut "Serverraum". */
export function makeGlossary(words: readonly ExplainedWord[]): Glossary {
  const hrefs = new Map(words.map(({ word, href }) => [word, href]))
  const spelled = [...hrefs.keys()].toSorted((a, b) => b.length - a.length).map((word) => RegExp.escape(word))
  const pattern =
    spelled.length === 0 ? undefined : `(?<![\\p{L}\\p{N}-])(${spelled.join('|')})${ending}(?![\\p{L}\\p{N}-])`
  return {
    begin: () => {
      const used = new Set<string>()
      return (text) => (pattern === undefined ? [text] : cut(text, new RegExp(pattern, 'gu'), hrefs, used))
    },
  }
}

function cut(text: string, pattern: RegExp, hrefs: ReadonlyMap<string, string>, used: Set<string>): Explained[] {
  const pieces: Explained[] = []
  let at = 0
  for (const found of text.matchAll(pattern)) {
    const href = hrefs.get(found[1] ?? '')
    if (href === undefined || used.has(href)) continue
    used.add(href)
    if (found.index > at) pieces.push(text.slice(at, found.index))
    pieces.push({ text: found[0], href })
    at = found.index + found[0].length
  }
  return at === 0 && pieces.length === 0 ? [text] : [...pieces, text.slice(at)]
}

/** The words of the house. Whoever renders pages provides them once, around the whole frame. */
export const GlossaryOfPage = createContext<Glossary | undefined>(undefined)

/** Inside of a help text: explains the words of the prose in there. */
export const Explain = createContext<((text: string) => Explained[]) | undefined>(undefined)
