const letters: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' }

/** German dictionary order (DIN 5007-1) as plain text, because the embedded database has no German collation. */
export const sortKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
