/**
 * Control characters except line feed and tab, halves of surrogate pairs, and what is no character at all: no reader of a document
 * expects them.
 */
const unprintable = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu

/** Text of any number of lines without white space around; '' when nothing is left. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, ' ').trim()

/** One line, no white space around, not empty; hence the fallback. */
export const plainLine = (text: string, fallback: string): string => plainText(text).replace(/\s+/g, ' ') || fallback

/** At most so many characters, cut at a word, with an ellipsis where something is left out. */
export function shortened(text: string, most: number): string {
  const line = plainText(text).replace(/\s+/g, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const word = cut.lastIndexOf(' ')
  return `${plainText(word > most / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
