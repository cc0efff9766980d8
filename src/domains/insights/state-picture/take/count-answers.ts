import type { Words } from './read-sources.ts'

/** How many answered a question with yes or no, and how many with yes. */
export interface ControlCount {
  count: number
  yes: number
}

/**
 * Counts answers question by question. `checks` are letters by checklist; of each list the letters stand in the order of its questions. Questions that
 * nobody answered have no entry.
 */
export function countAnswers(
  checks: readonly Readonly<Record<string, string>>[],
  { controls }: Pick<Words, 'controls'>,
): Map<string, ControlCount> {
  const counts = new Map<string, ControlCount>()
  for (const [list, questions] of Map.groupBy(controls, ({ topKey }) => topKey)) {
    const own = questions.map((): ControlCount => ({ count: 0, yes: 0 }))
    for (const check of checks) addLetters(own, check[list] ?? '')
    for (const [at, { key }] of questions.entries()) {
      const found = own[at]
      if (found && found.count > 0) counts.set(key, found)
    }
  }
  return counts
}

function addLetters(counts: readonly ControlCount[], letters: string): void {
  for (const [at, found] of counts.entries()) {
    const letter = letters[at]
    if (letter === 'y') found.yes += 1
    if (letter === 'y' || letter === 'n') found.count += 1
  }
}

/** How many yes and how many no. */
export function tally(letters: string): [yes: number, no: number] {
  let [yes, no] = [0, 0]
  for (const letter of letters) {
    if (letter === 'y') yes += 1
    else if (letter === 'n') no += 1
  }
  return [yes, no]
}
