import { anchorOf } from '#ui/article/read-article.ts'
import type { ExplainedWord } from '#ui/prose/glossary.ts'
import type { Handbook } from '../handbook.ts'
import { helpRoutes } from '../routes.ts'

/** "Auslagerung (Outsourcing)" is two words for one thing; "Aussteller (eines Zertifikats)" is one. */
const spellings = (word: string): string[] => {
  const found = /^(.*?)\s*\(([^)]*)\)$/.exec(word)
  if (!found) return [word]
  const [, main = '', other = ''] = found
  return /^\p{Lu}[\p{L}-]+$/u.test(other) ? [main, other] : [main]
}

/** The words of the glossary as texts spell them, and where each is explained. */
export const explainedWords = ({ terms }: Handbook): ExplainedWord[] =>
  terms.flatMap(({ word }) =>
    spellings(word).map((spelling) => ({ word: spelling, href: `${helpRoutes.terms.href()}#${anchorOf(word)}` })),
  )
