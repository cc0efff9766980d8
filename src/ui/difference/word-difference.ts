import { diffArrays } from 'diff'

/** A piece of a text that was changed: kept, taken out, or put in. */
export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

export interface WordDifference {
  /** What is kept has the white space of the new text. */
  pieces: Piece[]
  /** False: the texts are too long or too different for a comparison word by word, the whole is shown as replaced. */
  isByWords: boolean
}

// The work grows with the length and with the number of changes; a text with more of either is read as a new one anyway.
const mostWords = 3_000
const mostChanges = 300

/** What became of a text, word by word. */
export function wordDifference(before: string, after: string): WordDifference {
  if (before === after) return { pieces: pieces(['same', after]), isByWords: true }
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  const changes =
    old.length + fresh.length > mostWords
      ? undefined
      : diffArrays(old, fresh, { comparator: same, maxEditLength: mostChanges })
  if (!changes) return { pieces: pieces(['gone', before], ['new', after]), isByWords: false }
  return {
    pieces: pieces(
      ...changes.map(
        ({ removed, added, value }) => [removed ? 'gone' : added ? 'new' : 'same', value.join('')] as const,
      ),
    ),
    isByWords: true,
  }
}

/** With the white space around each word, so that nothing is lost when they are put together again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])

const same = (one: string, other: string): boolean => one.trim() === other.trim()

const pieces = (...parts: readonly (readonly [Piece['kind'], string])[]): Piece[] =>
  parts.flatMap(([kind, text]) => (text === '' ? [] : [{ kind, text }]))
