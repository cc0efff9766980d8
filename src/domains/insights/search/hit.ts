/** Around the words that were found, in the snippet as the database cuts it; no document contains them. */
export const marks = { start: '\u0002', stop: '\u0003' }

/** A thing that was found. */
export interface Hit {
  type: string
  id: string
  title: string
  url: string
  /** A piece of its text with `marks` around what was found. */
  snippet: string
  /** From 1, among those of its type. */
  place: number
  /** Of its type; at `mostHits` there may be more. */
  total: number
}

/** So many hits of a type are looked at; who searches for something more common needs a further word. */
export const mostHits = 200

export interface Piece {
  text: string
  isFound: boolean
}

/** The snippet as text in pieces: whatever it contains, nothing of it is markup. */
export const piecesOf = (snippet: string): Piece[] =>
  snippet
    .split(marks.start)
    .flatMap((part, place): Piece[] => {
      const [inside = '', ...after] = part.split(marks.stop)
      return [
        { text: inside, isFound: place > 0 },
        { text: after.join(''), isFound: false },
      ]
    })
    .filter(({ text }) => text !== '')

export const plainSnippet = (snippet: string): string =>
  piecesOf(snippet)
    .map(({ text }) => text)
    .join('')

export const totalInWords = (total: number): string => (total >= mostHits ? `mehr als ${mostHits - 1}` : `${total}`)

/** Something that a person keeps. */
export interface Pin {
  type: string
  id: string
  title: string
  url: string
}

export const mostPins = 20
export const mostRecent = 10
