import { type FieldError, type Refusal, refuse } from '#kernel/outcome.ts'

import { nearestId, pathOf, type Place } from './place.ts'
import { quoted, wholeNumber } from './wording.ts'

const shown = 20

/** What keeps a catalog from being taken: places with the clause that follows "In PLACE" or "Hier", such as "fehlt der Titel". */
export class Problems {
  private first = ''
  private remedy: string | undefined
  private count = 0
  private readonly errors: FieldError[] = []

  /** `remedy` is a whole sentence for a problem that is not mended at its place; used when it is the only one. */
  add(place: Place, clause: string, remedy?: string): void {
    this.count++
    if (this.count === 1) this.remedy = remedy
    if (this.errors.length >= shown) return
    const id = nearestId(place)
    const near = id === null ? '' : ` (nahe ${quoted(id)})`
    if (this.count === 1) this.first = `In ${pathOf(place)}${near} ${clause}.`
    this.errors.push({ path: pathOf(place), message: `Hier${near} ${clause}.` })
  }

  get any(): boolean {
    return this.count > 0
  }

  /** Whether more would not be named any more. */
  get isFull(): boolean {
    return this.count >= shown
  }

  /** The first place as the sentence, the first twenty as its list. */
  refusal(subject = 'Der Katalog'): Refusal {
    const others = this.count - 1
    if (others === 0 && this.remedy)
      return refuse(`${subject} wurde nicht übernommen: ${this.first} ${this.remedy}`, this.errors)
    const what =
      others === 0 ? 'diese Stelle' : `diese und ${wholeNumber(others)} weitere ${others === 1 ? 'Stelle' : 'Stellen'}`
    return refuse(
      `${subject} wurde nicht übernommen: ${this.first} Bitte berichtigen Sie ${what} und laden Sie die Datei erneut hoch.`,
      this.errors,
    )
  }
}
