import type { Input } from './input.ts'
import type { KeptAnswer, Reply } from './reply.ts'

export type Phase =
  /** Form and server say the same, as far as we know. */
  | { at: 'rest' }
  /** Something is entered and not sent; `merged` waits for a look at it. */
  | { at: 'changed'; merged?: boolean }
  | { at: 'sending'; sent: Input }
  /** No reply; tried again after a while. */
  | { at: 'failed'; waitSeconds?: number | undefined }
  | { at: 'refused'; words: string }
  | { at: 'signedOut'; anew: boolean }
  | { at: 'conflict'; theirs: KeptAnswer }

/** Everything there is to know about one question on the page. */
export interface State {
  phase: Phase
  /** The version that what is entered builds on; none before the first answer. */
  version: number | undefined
  known: Input
  wanted: Input
  /** To be sent as soon as the request under way is answered. */
  queued: boolean
  /** Sent without a reply: each may have been saved all the same. */
  doubts: readonly Input[]
  /** Failed in a row. */
  attempts: number
  /** What was saved last from here, or taken over. */
  kept: { answer: KeptAnswer; mine: boolean } | undefined
  /** What the server shows was carried over and not confirmed: going back to it would confirm it. */
  carried: boolean
  /** What stood here before the last answer from here: where "Rückgängig" leads. Its note is whole. */
  before: Input | undefined
  /** Begun with what was left on this device. */
  restored: boolean
  readerId: string
}

export type Event =
  | { do: 'edit'; input: Input }
  /** A pause in typing, the field left, the page left, the net back. */
  | { do: 'save' }
  /** The button: also where waiting alone would not send again. */
  | { do: 'retry' }
  | { do: 'reply'; reply: Reply }
  /** Back to what was there before the last answer; what was the first one is taken back. */
  | { do: 'undo' }
  | { do: 'keepMine' }
  | { do: 'takeTheirs' }
  | { do: 'merge'; note: string }

/** What the server wrote into the page. */
export interface Page {
  version: number | undefined
  input: Input
  /** The note as it stands on the page, in its field or as text. */
  shownNote: string
  carried?: boolean
  readerId: string
}

export const atRest = ({ version, input, readerId, carried = false }: Omit<Page, 'shownNote'>): State => ({
  phase: { at: 'rest' },
  version,
  known: input,
  wanted: input,
  queued: false,
  doubts: [],
  attempts: 0,
  kept: undefined,
  carried,
  before: undefined,
  restored: false,
  readerId,
})

export const isUnsaved = ({ phase }: State): boolean => phase.at !== 'rest'

/** Whether leaving now needs a warning. What is under way for the first time arrives without us, and is kept on this device until then. */
export const isAtRisk = ({ phase, wanted, attempts }: State): boolean =>
  phase.at === 'sending' || phase.at === 'changed'
    ? attempts > 0 || wanted.answer === '' || (phase.at === 'changed' && phase.merged === true)
    : phase.at !== 'rest'
