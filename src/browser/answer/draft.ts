import { type Input, sameInput, withDoubt } from './input.ts'
import { atRest, isUnsaved, type Page, type State } from './state.ts'

/** What is kept on this device while it is not saved. */
export interface Draft {
  input: Input
  /** What it builds on: when somebody else was faster, the server sees it by this. */
  version: number | undefined
  doubts: readonly Input[]
  /** When it was stored, in milliseconds: nothing stays here for ever. */
  at: number
}

const keepFor = 30 * 24 * 60 * 60 * 1000

export const draftOf = (state: State, at: number): Draft | undefined =>
  isUnsaved(state)
    ? {
        input: state.wanted,
        version: state.version,
        doubts: state.phase.at === 'sending' ? withDoubt(state.doubts, state.phase.sent) : state.doubts,
        at,
      }
    : undefined

/** Where a question begins: as the page shows it, or with what was left behind, which is then to be saved. */
export function begin(page: Page, draft: Draft | undefined): State {
  const fresh = atRest(page)
  if (!draft || isOnPage(draft.input, page)) return fresh
  return {
    ...fresh,
    phase: { at: 'changed' },
    version: draft.version,
    // An answer that came in meanwhile is shown as chosen; the version still says what the note was written for.
    wanted: { answer: draft.input.answer || page.input.answer, note: draft.input.note ?? page.input.note },
    doubts: draft.doubts,
    restored: true,
  }
}

/** Also where the note stands there to be read and not to be changed. */
const isOnPage = (input: Input, page: Page): boolean =>
  sameInput(input, { answer: page.input.answer, note: page.shownNote })

/** Reads what was stored, if it is what we store and not too old. */
export function parseDraft(text: string | null, now: number): Draft | undefined {
  if (text === null) return undefined
  try {
    const stored: unknown = JSON.parse(text)
    return isDraft(stored) && now - stored.at < keepFor ? stored : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isInput = (value: unknown): value is Input =>
  isObject(value) &&
  typeof value['answer'] === 'string' &&
  (value['note'] === undefined || typeof value['note'] === 'string')

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  isInput(value['input']) &&
  (value['version'] === undefined || typeof value['version'] === 'number') &&
  Array.isArray(value['doubts']) &&
  value['doubts'].every(isInput) &&
  typeof value['at'] === 'number'
