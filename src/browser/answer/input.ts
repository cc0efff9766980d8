/** What a person has entered for one question. */
export interface Input {
  /** Value of the chosen option; empty while none is chosen. */
  answer: string
  /** Only where the page shows the note field; left out, the server keeps the note as it is. */
  note?: string | undefined
}

/** As the server keeps a note: it trims, and line breaks of Windows become plain ones. */
const asKept = (note: string): string => note.replaceAll(/\r\n?/g, '\n').trim()

export const sameNote = (one: string, other: string): boolean => asKept(one) === asKept(other)

/** Whether both would be saved as the same; a note left out says nothing against any other. */
export const sameInput = (one: Input, other: Input): boolean =>
  one.answer === other.answer && (one.note === undefined || other.note === undefined || sameNote(one.note, other.note))

/** Mine first, as on the page that shows a conflict without a script. */
export const mergedNote = (mine: string, theirs: string): string =>
  [mine, theirs]
    .map(asKept)
    .filter((note) => note !== '')
    .join('\n')

/** Each once and only the latest few: without a connection the same is tried for hours. */
export const withDoubt = (doubts: readonly Input[], sent: Input): Input[] =>
  [...doubts.filter((doubt) => !sameInput(doubt, sent)), sent].slice(-8)
