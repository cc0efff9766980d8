import { shortened } from '#kernel/plain-text.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Handbook, Term } from './handbook.ts'

export interface Hit {
  slug: string
  chapter: string
  /** Heading of the part, null for what stands above the first one. */
  heading: string | null
  /** A sentence or two around the words. */
  excerpt: string
}

const longest = 200
const most = 30

/** Parts of the handbook and words of the glossary that contain every word; upper case, umlauts and accents make no difference. */
export function searchHandbook(handbook: Handbook, query: string): { hits: Hit[]; terms: Term[] } {
  const words = sortKey(query.slice(0, longest)).split(' ').filter(Boolean)
  if (words.length === 0) return { hits: [], terms: [] }
  const contains = (text: string): boolean => {
    const key = sortKey(text)
    return words.every((word) => key.includes(word))
  }
  const rank = (text: string | null): number => (text !== null && contains(text) ? 0 : 1)
  const hits = partsOf(handbook)
    .filter((part) => contains(`${part.chapter} ${part.heading ?? ''} ${part.text}`))
    .toSorted((a, b) => rank(a.heading ?? a.chapter) - rank(b.heading ?? b.chapter))
    .slice(0, most)
    .map(({ text, ...part }) => ({ ...part, excerpt: excerptOf(text, words) }))
  const terms = handbook.terms.filter(({ word, meaning }) => contains(`${word} ${meaning}`)).slice(0, most)
  return { hits, terms: terms.toSorted((a, b) => rank(a.word) - rank(b.word)) }
}

interface Part extends Omit<Hit, 'excerpt'> {
  text: string
}

function partsOf({ chapters }: Handbook): Part[] {
  return chapters.flatMap(({ slug, title, text }) => {
    const parts: Part[] = [{ slug, chapter: title, heading: null, text: '' }]
    for (const line of text.split('\n')) {
      const heading = /^#{2,6}[ \t]+(.+)$/.exec(line)?.[1]?.trim()
      if (heading === undefined) {
        const last = parts.at(-1)
        if (last) last.text += `${line}\n`
      } else parts.push({ slug, chapter: title, heading, text: '' })
    }
    return parts
  })
}

/** Markup taken away, and cut around the first word that was found. */
function excerptOf(text: string, words: readonly string[]): string {
  const plain = text
    .replaceAll(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/^[|\s:-]+$/gm, '')
    .replaceAll(/^\s*(?:[-*+]|\d+[.)])[ \t]+/gm, '')
    .replaceAll(/[*`]/g, '')
    .replaceAll('|', ' ')
  const sentences = plain.split(/(?<=[.:?])\s+/)
  const at = sentences.findIndex((sentence) => words.some((word) => sortKey(sentence).includes(word)))
  return shortened(sentences.slice(Math.max(at, 0)).join(' '), 200)
}
