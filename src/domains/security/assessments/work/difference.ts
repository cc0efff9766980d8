/** A piece of a text that was changed: kept, taken out, or put in. */
export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

// Word by word costs the product of both lengths; beyond this the whole is shown as replaced.
const mostWords = 600

/** What became of a text, word by word. */
export function difference(before: string, after: string): Piece[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }]
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length > mostWords || fresh.length > mostWords)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  return joined(walk(old, fresh, commonLengths(old, fresh)))
}

/** With the white space behind each word, so that nothing is lost when they are put together again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])

/** For each pair of places the number of words that both rests have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: fresh.length + 1 }, () => 0))
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      const row = table[at]
      if (row)
        row[to] = same(old[at], fresh[to])
          ? 1 + (table[at + 1]?.[to + 1] ?? 0)
          : Math.max(table[at + 1]?.[to] ?? 0, row[to + 1] ?? 0)
    }
  return table
}

const same = (one: string | undefined, other: string | undefined): boolean => one?.trim() === other?.trim()

function walk(old: readonly string[], fresh: readonly string[], table: readonly number[][]): Piece[] {
  const pieces: Piece[] = []
  let [at, to] = [0, 0]
  for (let [gone, came] = [old[at], fresh[to]]; gone !== undefined || came !== undefined;) {
    const isSame = gone !== undefined && came !== undefined && same(gone, came)
    const isGone =
      came === undefined || (gone !== undefined && lengthAt(table, at + 1, to) >= lengthAt(table, at, to + 1))
    const kind = isSame ? 'same' : isGone ? 'gone' : 'new'
    pieces.push({ kind, text: (kind === 'gone' ? gone : came) ?? '' })
    if (kind !== 'new') at += 1
    if (kind !== 'gone') to += 1
    gone = old[at]
    came = fresh[to]
  }
  return pieces
}

const lengthAt = (table: readonly number[][], at: number, to: number): number => table[at]?.[to] ?? 0

/** Neighbours of one kind become one piece, empty ones none. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = result.at(-1)
    if (text === '') continue
    if (last?.kind === kind) last.text += text
    else result.push({ kind, text })
  }
  return result
}
