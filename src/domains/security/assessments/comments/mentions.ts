/** Somebody who can be named. */
export interface Named {
  id: string
  name: string
}

export interface Mentions<Person extends Named> {
  people: Person[]
  /** Names after an @ that nobody there has. */
  unknown: string[]
  /** Names after an @ that several have. */
  ambiguous: string[]
}

// At the beginning of a word only: an e-mail address names nobody.
const mention = /(?<![\p{L}\p{N}._-])@((?:[\p{L}\p{M}][\p{L}\p{M}'’.-]*)(?: [\p{L}\p{M}][\p{L}\p{M}'’.-]*){0,4})/gu

/** Reads "@Tobias Brandt", "@Brandt" and "@Frau Lenz" out of a text: the longest words that are somebody's name. */
export function mentionsIn<Person extends Named>(text: string, staff: readonly Person[]): Mentions<Person> {
  const found: Mentions<Person> = { people: [], unknown: [], ambiguous: [] }
  const known = staff.map((person) => ({ person, name: wordsOf(person.name) }))
  for (const [, after = ''] of text.normalize('NFC').matchAll(mention)) {
    const words = after.split(' ')
    const spoken = salutations.has(plain(words[0] ?? '')) ? words.slice(1) : words
    const { people, length } = longestMatch(spoken, known)
    const [first, ...more] = people
    if (first && more.length === 0) addOnce(found.people, first)
    else if (first) addOnce(found.ambiguous, shown(spoken.slice(0, length)))
    else addOnce(found.unknown, shown(spoken.slice(0, 1)))
  }
  return found
}

const salutations = new Set(['frau', 'herr', 'herrn'])

const plain = (word: string): string => word.toLocaleLowerCase('de').replaceAll(/[.'’]+$/g, '')

const wordsOf = (name: string): string[] => name.normalize('NFC').split(/\s+/).map(plain)

const shown = (words: readonly string[]): string => words.join(' ').replace(/[.'’-]+$/, '')

function longestMatch<Person extends Named>(
  spoken: readonly string[],
  known: readonly { person: Person; name: string[] }[],
): { people: Person[]; length: number } {
  for (let length = Math.min(spoken.length, 5); length > 0; length -= 1) {
    const wanted = spoken.slice(0, length).map(plain)
    const people = known.filter(({ name }) => isPart(wanted, name)).map(({ person }) => person)
    if (people.length > 0) return { people, length }
  }
  return { people: [], length: 0 }
}

/** One word: any of the name's; several: they stand in it in this order, one behind the other. */
const isPart = (wanted: readonly string[], name: readonly string[]): boolean =>
  name.some((_, at) => wanted.every((word, index) => name[at + index] === word))

function addOnce<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item)
}
