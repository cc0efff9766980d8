import { plainText } from '#kernel/plain-text.ts'
import { keyOf } from './words.ts'

interface Given {
  id: string
  subjectId?: string | undefined
  title: string
  keys?: readonly string[] | undefined
  body: string
  url: string
  audience: 'signedIn' | 'person' | 'assessment' | 'measure'
}

const mostLetters = 20_000

/** Between marks of our own the found words of a snippet stand; so nothing else may contain them. */
const line = (text: string): string => plainText(text.toWellFormed()).replace(/\s+/g, ' ')

/** A document as `search.put` takes it. */
export function indexRow({ type, isNamed = false }: { type: string; isNamed?: boolean | undefined }, given: Given) {
  const title = line(given.title)
  const body = line(given.body.slice(0, mostLetters))
  return {
    type,
    id: given.id,
    subject: given.subjectId ?? given.id,
    audience: given.audience,
    row_id: given.audience === 'signedIn' ? null : given.id,
    title,
    title_key: keyOf(title),
    keys: (given.keys ?? []).map(keyOf).filter((key) => key !== ''),
    body,
    body_key: keyOf(body),
    url: given.url,
    is_name: isNamed,
  }
}
