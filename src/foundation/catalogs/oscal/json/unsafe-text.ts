/** A place in a parsed JSON value, as the names and indexes that lead there. */
export type Trail = readonly (string | number)[]

export interface Inspection {
  /** Name-value pairs in all objects. */
  members: number
  /** The first text that PostgreSQL cannot hold. */
  unsafe: { trail: Trail; inName: boolean; character: string } | null
}

/** `U+0000` or the half pair, as people write it; null when the text can be stored. */
function unsafeCharacter(text: string): string | null {
  if (text.includes('\u0000')) return 'U+0000'
  return text.isWellFormed() ? null : 'ein halbes Ersatzpaar (U+D800 bis U+DFFF)'
}

/**
 * Counts the members of all objects and, where the scan saw a reason to, looks for text that cannot be stored.
 * Recursive, because the scan before has limited the depth.
 */
export function inspect(root: unknown, lookForUnsafe: boolean): Inspection {
  const found: Inspection = { members: 0, unsafe: null }
  const trail: (string | number)[] = []
  const look = (text: string, inName: boolean): void => {
    const character = lookForUnsafe && !found.unsafe ? unsafeCharacter(text) : null
    if (character) found.unsafe = { trail: [...trail], inName, character }
  }
  const enter = (value: unknown, step: string | number): void => {
    trail.push(step)
    visit(value)
    trail.pop()
  }
  const visit = (value: unknown): void => {
    if (typeof value === 'string') look(value, false)
    else if (Array.isArray(value)) value.forEach((item, index) => enter(item, index))
    else if (typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) {
        found.members++
        look(name, true)
        enter(Reflect.get(value, name), name)
      }
  }
  visit(root)
  return found
}
