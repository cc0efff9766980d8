import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { columnLetter } from '#kernel/column-letter.ts'
import type { Fault, Table, TableRow } from './table.ts'

/** One row by its fields. What is wrong is collected with the cell it stands in; a row with a fault is left out as a whole. */
export class RowReader {
  readonly #table: Table
  readonly #places: ReadonlyMap<string, number>
  readonly #row: TableRow
  readonly #faults: Fault[] = []

  constructor(table: Table, places: ReadonlyMap<string, number>, row: TableRow) {
    this.#table = table
    this.#places = places
    this.#row = row
  }

  get number(): number {
    return this.#row.number
  }

  get faults(): readonly Fault[] {
    return this.#faults
  }

  /** Where a field stands, as people find it: "Blatt „Beträge“, Zelle D5". */
  cell(field: string): string {
    return `Blatt „${this.#table.sheet}“, Zelle ${columnLetter(this.#places.get(field) ?? 0)}${this.#row.number}`
  }

  /** '' for what is empty, or has no column. */
  text(field: string): string {
    const at = this.#places.get(field)
    return at === undefined ? '' : (this.#row.cells[at] ?? '')
  }

  /** By a reader that may refuse; null for an empty cell and for a wrong one, which is a fault then. */
  read<Value>(field: string, reader: (text: string) => Outcome<Value>): Value | null {
    const text = this.text(field)
    if (text === '') return null
    const value = reader(text)
    if (!isRefusal(value)) return value
    this.fault(field, value.refused)
    return null
  }

  /** One of the words of a field. */
  word<Key extends string>(field: string, keyOf: (text: string) => Key | undefined, allowed: readonly string[]) {
    return this.read<Key>(field, (text): Outcome<Key> => {
      const key = keyOf(text)
      return (
        key ?? { refused: `„${text.slice(0, 60)}“ ist hier kein Wort der Liste. Möglich ist: ${allowed.join(', ')}.` }
      )
    })
  }

  /** Text of at most so many characters, without what the database cannot hold. */
  line(field: string, most: number): string {
    return (
      this.read<string>(field, (text) =>
        text.length > most
          ? { refused: `Der Text ist länger als ${most} Zeichen.` }
          : text.includes('\0') || !text.isWellFormed()
            ? { refused: 'Der Text enthält ein Zeichen, das sich nicht speichern lässt.' }
            : text,
      ) ?? ''
    )
  }

  /** At the first of these fields that has a column; else at the beginning of the row. */
  fault(field: string | readonly string[], message: string): void {
    const fields = [field].flat()
    const at = fields.map((one) => this.#places.get(one)).find((place) => place !== undefined) ?? 0
    this.#faults.push({
      sheet: this.#table.sheet,
      row: this.#row.number,
      column: columnLetter(at),
      message,
      value: (this.#row.cells[at] ?? '').slice(0, 500),
    })
  }
}
