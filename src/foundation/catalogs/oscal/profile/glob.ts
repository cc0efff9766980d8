/**
 * A matcher of ids by `*` (any text) and `?` (one character), in time that grows with pattern times id and no faster: patterns come from
 * foreign files.
 */
export function matcherOf(pattern: string): (id: string) => boolean {
  const marks = Array.from(pattern.replace(/\*+/g, '*'))
  return (id) => matches(marks, Array.from(id))
}

function matches(marks: readonly string[], letters: readonly string[]): boolean {
  let [at, mark] = [0, 0]
  let [star, retry] = [-1, 0]
  while (at < letters.length) {
    if (marks[mark] === '*') {
      star = mark++
      retry = at
    } else if (mark < marks.length && (marks[mark] === '?' || marks[mark] === letters[at])) {
      at++
      mark++
    } else if (star >= 0) {
      mark = star + 1
      at = ++retry
    } else return false
  }
  while (marks[mark] === '*') mark++
  return mark === marks.length
}
