import type { Input } from './input.ts'
import type { Page } from './state.ts'

/** The parts of one question's form. */
export interface Fields {
  form: HTMLFormElement
  radios: HTMLInputElement[]
  note: HTMLTextAreaElement | undefined
  version: HTMLInputElement
  status: HTMLElement
  /** The group around form, number and text. */
  question: HTMLElement
  /** Where a saved note stands as text while its field is not shown. */
  noteText: HTMLElement | undefined
  heading: HTMLElement
}

/** Nothing when a part is missing: then the form stays as it is and works without us. */
export function findFields(form: HTMLFormElement): Fields | undefined {
  const version = form.querySelector<HTMLInputElement>('input[name="version"]')
  const status = form.querySelector<HTMLElement>('[role="status"]')
  const question = form.closest<HTMLElement>('.lw-q')
  const heading = question?.querySelector<HTMLElement>('.lw-q__text')
  const radios = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"][name="answer"]')]
  if (!version || !status || !question || !heading || radios.length === 0) return undefined
  return {
    form,
    radios,
    note: form.querySelector<HTMLTextAreaElement>('textarea[name="note"]') ?? undefined,
    version,
    status,
    question,
    noteText: question.querySelector<HTMLElement>('.lw-note__text') ?? undefined,
    heading,
  }
}

export const csrfOf = ({ form }: Fields): string =>
  form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''

/** In whose name the page was written. */
const readerOf = ({ form }: Fields): string => form.querySelector<HTMLElement>('[data-reader]')?.dataset['reader'] ?? ''

/** What the server wrote, whatever has been entered since. */
export function readPage(fields: Fields): Page {
  const { radios, note, noteText, version } = fields
  return {
    version: Number(version.defaultValue) || undefined,
    input: {
      answer: radios.find(({ defaultChecked }) => defaultChecked)?.value ?? '',
      note: note?.defaultValue,
    },
    shownNote: note?.defaultValue ?? noteText?.textContent ?? '',
    readerId: readerOf(fields),
    carried: fields.form.querySelector('[data-carried]') !== null,
  }
}

/** What stands in the form now. */
export const readInput = ({ radios, note }: Fields): Input => ({
  answer: radios.find(({ checked }) => checked)?.value ?? '',
  note: note?.value,
})

export function writeInput({ radios, note, noteText }: Fields, input: Input): void {
  for (const radio of radios) radio.checked = radio.value === input.answer
  if (input.note === undefined) return
  if (note && note.value !== input.note) note.value = input.note
  if (!note && noteText) noteText.textContent = input.note
}

/** The word beside an option: "Ja". */
export const labelOf = ({ radios }: Fields, answer: string): string =>
  (answer === '' ? 'Zurückgenommen' : undefined) ??
  radios.find(({ value }) => value === answer)?.labels?.[0]?.textContent.trim() ??
  answer

/** Where the focus goes when the button that had it disappears. */
export const focusAnswer = ({ radios }: Fields): void => (radios.find(({ checked }) => checked) ?? radios[0])?.focus()
