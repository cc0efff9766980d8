const letters: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd' }

/**
 * One spelling for all: small letters, no marks, and the two ways to write an umlaut or ß as one ("Prüfung", "Pruefung" → "prufung").
 * "ue" after a vowel or q is none ("neue", "Quelle"). What is indexed and what is searched for goes through here alike.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøłđ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u')

const longestWord = 60

/** Letters and figures between everything else: "BAK.1" → "bak", "1". */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord))

/** As the index keeps it. */
export const keyOf = (text: string): string => wordsOf(text).join(' ')

/** Common words with an umlaut: folded, the dictionary no longer knows them as such. */
const empty = new Set(
  'fur uber konnen konnte konnten wahrend wurden mussen musste durfen durfte mochten hatte hatten dafur daruber'.split(
    ' ',
  ),
)

const most = { letters: 200, words: 12 }

/** What somebody searches for. */
export interface SearchPhrase {
  /** As it was typed, without what nobody could print; at most 200 characters. */
  text: string
  words: string[]
  /** Not everything that was typed is searched for. */
  isCut: boolean
}

/** Any string works; without a single letter or figure there are no words. */
export function readPhrase(typed: string): SearchPhrase {
  const whole = typed
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffe\uffff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const text = whole.slice(0, most.letters).toWellFormed().trim()
  const all = wordsOf(text)
  const telling = all.filter((word) => !empty.has(word))
  const words = (telling.length > 0 ? telling : all).slice(0, most.words)
  return { text, words, isCut: whole.length > most.letters || all.length > most.words }
}
