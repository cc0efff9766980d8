/** A, B, … Z, AA: what spreadsheets call the column at this place, counted from 0. */
export const columnLetter = (at: number): string =>
  (at >= 26 ? columnLetter(Math.floor(at / 26) - 1) : '') + String.fromCharCode('A'.charCodeAt(0) + (at % 26))

/** The place of a column, from 0; -1 for what is no column. */
export const columnPlace = (letters: string): number =>
  /^[A-Z]{1,3}$/.test(letters)
    ? letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1, 0) - 1
    : -1
