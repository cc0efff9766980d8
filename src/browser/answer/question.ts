import type { Target } from './address.ts'
import { begin, draftOf } from './draft.ts'
import { csrfOf, type Fields, focusAnswer, readInput, readPage, writeInput } from './fields.ts'
import { answerOfKey } from './keys.ts'
import { next } from './machine.ts'
import { retryDelay } from './retry.ts'
import { send } from './send.ts'
import { conflictBox } from './show-conflict.ts'
import { statusOf } from './show-status.ts'
import { type Event, isAtRisk, type State } from './state.ts'
import { draftStore } from './store.ts'
import { wordsOf } from './words.ts'

/** A pause after choosing, so that the arrow keys can pass an option without saving it; a longer one after typing. */
const pauses = { choice: 300, note: 1200 }

/** One question on the page that saves itself. */
export class LiveQuestion {
  readonly #fields: Fields
  readonly #target: Target
  readonly #store
  readonly #show
  readonly #changed: () => void
  /** By a single key: whoever wants so goes on to the next question. */
  readonly #answered: (question: LiveQuestion) => void
  #state: State
  #pause: number | undefined
  #retry: number | undefined
  #conflict: HTMLElement | undefined
  /** The plain form is on its way: what is entered travels along. */
  #leaving = false

  constructor(
    fields: Fields,
    target: Target,
    { changed, answered }: { changed: () => void; answered: (question: LiveQuestion) => void },
  ) {
    this.#fields = fields
    this.#target = target
    this.#changed = changed
    this.#answered = answered
    this.#show = statusOf(fields, (does) => (does === 'submit' ? this.#submitPlain() : this.#on({ do: does })))
    const page = readPage(fields)
    this.#store = draftStore(page.readerId, target.path)
    this.#state = begin(page, this.#store.read())
  }

  start(): void {
    const { form, radios, note } = this.#fields
    for (const radio of radios) {
      radio.addEventListener('change', () => this.#edited(pauses.choice))
      radio.addEventListener('keydown', (event) => this.#pressed(event))
    }
    note?.addEventListener('input', () => this.#edited(pauses.note))
    note?.addEventListener('blur', () => this.save())
    form.addEventListener('submit', (event) => {
      event.preventDefault() // Enter
      this.save()
    })
    const early = readInput(this.#fields)
    if (this.#state.restored) writeInput(this.#fields, this.#state.wanted)
    this.#render(this.#state)
    if (this.#state.restored) this.save()
    else this.#on({ do: 'edit', input: early }, pauses.choice) // chosen before the script was there
  }

  /** Now instead of after the pause. */
  save(): void {
    this.#on({ do: 'save' })
  }

  /** Whether it waits for its first answer. */
  get isOpen(): boolean {
    return this.#state.wanted.answer === ''
  }

  focus(): void {
    focusAnswer(this.#fields)
  }

  get isAtRisk(): boolean {
    return !this.#leaving && isAtRisk(this.#state)
  }

  /** Only while one of its own options has the focus: single keys mean nothing anywhere else on the page. */
  #pressed(event: KeyboardEvent): void {
    const answer = answerOfKey(event)
    const chosen = this.#fields.radios.find(({ value }) => value === answer)
    if (!chosen) return
    event.preventDefault()
    chosen.checked = true
    this.#edited(pauses.choice)
    this.save()
    this.#answered(this)
  }

  #edited(pause: number): void {
    const { answer, note } = readInput(this.#fields)
    // A note without a field on this page was left on this device and is still to be saved.
    this.#on({ do: 'edit', input: { answer, note: note ?? this.#state.wanted.note } }, pause)
  }

  #on(event: Event, pause?: number): void {
    const before = this.#state
    this.#state = next(before, event)
    if (event.do !== 'reply') clearTimeout(this.#pause) // what was entered while waiting for a reply still has its pause
    if (pause !== undefined) this.#pause = setTimeout(() => this.save(), pause)
    if (event.do === 'undo') writeInput(this.#fields, this.#state.wanted)
    this.#store.write(draftOf(this.#state, Date.now()))
    this.#render(before)
    this.#act(before)
    this.#changed()
  }

  #act(before: State): void {
    const { phase, attempts, version } = this.#state
    if (phase === before.phase) return
    clearTimeout(this.#retry)
    if (phase.at === 'failed') this.#retry = setTimeout(() => this.save(), retryDelay(attempts, phase.waitSeconds))
    if (phase.at === 'sending')
      void send({ api: this.#target.api, csrf: csrfOf(this.#fields), input: phase.sent, version }).then((reply) =>
        this.#on({ do: 'reply', reply }),
      )
  }

  #render(before: State): void {
    const state = this.#state
    this.#fields.version.value = state.version === undefined ? '' : String(state.version)
    this.#show(wordsOf(state, new Date()))
    if (state.phase.at === 'conflict' && before.phase !== state.phase) this.#openConflict(state, state.phase.theirs)
    if (before.phase.at === 'conflict' && state.phase.at !== 'conflict') this.#closeConflict(state)
  }

  #openConflict(state: State, theirs: Extract<State['phase'], { at: 'conflict' }>['theirs']): void {
    const { form, question } = this.#fields
    const { box, heading } = conflictBox(this.#fields, state, theirs, (event) => this.#on(event))
    const focused = document.activeElement ?? document.body
    const worksHere = focused === document.body || question.contains(focused)
    this.#conflict = box
    form.after(box)
    form.classList.add('lw-answer--waiting')
    if (worksHere) heading.focus() // who is typing elsewhere by now goes on typing
  }

  #closeConflict(state: State): void {
    const hadFocus = this.#conflict?.contains(document.activeElement) ?? false
    this.#conflict?.remove()
    this.#fields.form.classList.remove('lw-answer--waiting')
    writeInput(this.#fields, state.wanted)
    if (!hadFocus) return
    if (state.phase.at === 'changed') this.#fields.note?.focus()
    else focusAnswer(this.#fields)
  }

  /** After the sign-in the server asks for one click and saves what this form carries. */
  #submitPlain(): void {
    this.#leaving = true
    this.#changed()
    this.#fields.form.submit()
  }
}
