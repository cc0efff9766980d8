import { type FieldError, type Refusal, refuse } from '#kernel/outcome.ts'

const shown = 20

/** What keeps a list from being taken: places with the clause that follows "In Zeile 17, Spalte ars," or "Hier". */
export class Faults {
  private first = ''
  private count = 0
  private readonly errors: FieldError[] = []

  /** `column` is null where the whole line is meant. */
  add(line: number, column: string | null, clause: string): void {
    this.count++
    if (this.count === 1) this.first = `In Zeile ${line}${column === null ? '' : `, Spalte ${column},`} ${clause}.`
    if (this.errors.length < shown)
      this.errors.push({
        path: column === null ? `Zeile ${line}` : `Zeile ${line}, ${column}`,
        message: `Hier ${clause}.`,
      })
  }

  get any(): boolean {
    return this.count > 0
  }

  /** The first place as the sentence, the first twenty as its list. */
  refusal(): Refusal {
    const others = this.count - 1
    const what = others === 0 ? 'diese Stelle' : `diese und ${others} weitere ${others === 1 ? 'Stelle' : 'Stellen'}`
    return refuse(
      `Die Liste wurde nicht übernommen: ${this.first} Bitte berichtigen Sie ${what} und laden Sie die Datei erneut hoch.`,
      this.errors,
    )
  }
}
