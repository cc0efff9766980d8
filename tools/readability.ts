// How hard our questions are to read, in figures: words per sentence, and long words.

/** A text that a clerk reads, with where it stands. */
export type Text = [place: string, text: string]

export const sentences = (text: string): string[] =>
  text.split(/(?<=[.?!:])[“"]?\s+/).filter((part) => part.trim() !== '')

export const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}./-]*/gu) ?? []

const letters = (word: string): number => (word.match(/\p{L}/gu) ?? []).length

export const longWordLetters = 15

export interface Readability {
  wordsPerSentence: number
  /** Share of words with more than fifteen letters, 0 to 1. */
  longWords: number
}

export function readability(texts: readonly Text[]): Readability {
  const all = texts.flatMap(([, text]) => sentences(text).map(words))
  const each = all.flat()
  return {
    wordsPerSentence: each.length / all.length,
    longWords: each.filter((word) => letters(word) > longWordLetters).length / each.length,
  }
}

/** Sentences over the limit, with their place and length. */
export const tooLong = (texts: readonly Text[], limit: number): [place: string, length: number][] =>
  texts
    .flatMap(([place, text]) => sentences(text).map((sentence): [string, number] => [place, words(sentence).length]))
    .filter(([, length]) => length > limit)

/** One row per list and one for all of them, as a table in Markdown. */
export function readabilityTable(
  lists: readonly { title: string; questions: number; texts: readonly Text[] }[],
): string {
  const all = {
    title: 'All',
    questions: lists.reduce((sum, { questions }) => sum + questions, 0),
    texts: lists.flatMap(({ texts }) => texts),
  }
  const row = ({ title, questions, texts }: (typeof lists)[number]): string => {
    const { wordsPerSentence, longWords } = readability(texts)
    return `| ${title} | ${questions} | ${wordsPerSentence.toFixed(1)} | ${(100 * longWords).toFixed(1)} % |`
  }
  return [
    `| List | Questions | Words per sentence | Words over ${longWordLetters} letters |`,
    '| --- | --: | --: | --: |',
    ...[...lists, all].map(row),
  ].join('\n')
}
