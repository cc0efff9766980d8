import { type Input, sameInput, withDoubt } from './input.ts'
import type { KeptAnswer, Reply } from './reply.ts'
import type { Event, State } from './state.ts'

/** What an event makes of the state of a question. Whoever calls it sends as soon as the phase is a new `sending`. */
export function next(state: State, event: Event): State {
  switch (event.do) {
    case 'edit':
      return edited(state, event.input)
    case 'save':
      return save(state)
    case 'retry':
      return state.phase.at === 'refused' ? send({ ...state, attempts: 0 }) : save({ ...state, attempts: 0 })
    case 'undo':
      return undone(state)
    case 'reply':
      return state.phase.at === 'sending' ? replied(state, state.phase.sent, event.reply) : state
    case 'keepMine':
    case 'takeTheirs':
    case 'merge':
      return state.phase.at === 'conflict' ? decided(state, state.phase.theirs, event) : state
  }
}

function edited(before: State, input: Input): State {
  const state = { ...before, wanted: input, restored: false }
  switch (state.phase.at) {
    case 'rest':
    case 'changed':
    case 'refused':
      return { ...state, phase: sameInput(input, state.known) ? { at: 'rest' } : { at: 'changed' } }
    case 'sending':
    case 'failed':
    case 'signedOut':
    case 'conflict':
      return state
  }
}

function save(state: State): State {
  switch (state.phase.at) {
    case 'changed':
    case 'failed':
      return send(state)
    case 'sending':
      return sameInput(state.wanted, state.phase.sent) ? state : { ...state, queued: true }
    case 'rest':
    case 'refused':
    case 'signedOut':
    case 'conflict':
      return state
  }
}

/** A note alone cannot be saved: it waits for its answer. */
const send = (state: State): State =>
  state.wanted.answer === '' && !takesBack(state)
    ? state
    : { ...state, queued: false, phase: { at: 'sending', sent: { ...state.wanted } } }

/** Nobody can choose nothing: where something was said, an empty answer takes it back. */
const takesBack = ({ version, known }: State): boolean => version !== undefined && known.answer !== ''

const undone = (state: State): State =>
  state.phase.at === 'rest' && state.before ? send({ ...state, wanted: state.before, attempts: 0 }) : state

function replied(state: State, sent: Input, reply: Reply): State {
  switch (reply.got) {
    case 'saved':
      return settled(state, sent, reply.kept, true)
    case 'conflict':
      return conflicting(state, sent, reply.theirs)
    case 'unreachable':
      return {
        ...state,
        doubts: withDoubt(state.doubts, sent),
        attempts: state.attempts + 1,
        phase: { at: 'failed', waitSeconds: reply.waitSeconds },
      }
    case 'signedOut':
      return { ...state, phase: { at: 'signedOut', anew: reply.anew } }
    case 'refused':
      // What was entered meanwhile has not been refused.
      return sameInput(state.wanted, sent)
        ? { ...state, phase: { at: 'refused', words: reply.words } }
        : proceed({ ...state, phase: { at: 'changed' } })
  }
}

/** The server holds what was sent. What was entered meanwhile builds on it. */
function settled(state: State, sent: Input, answer: KeptAnswer, mine: boolean): State {
  const now: State = {
    ...state,
    version: answer.version,
    known: sent,
    doubts: [],
    attempts: 0,
    kept: { answer, mine: mine || answer.authorId === state.readerId },
    carried: false,
    before: mine && !state.carried ? state.known : undefined,
  }
  return sameInput(state.wanted, sent)
    ? { ...now, queued: false, phase: { at: 'rest' } }
    : proceed({ ...now, phase: { at: 'changed' } })
}

const proceed = (state: State): State => (state.queued ? send(state) : state)

function conflicting(state: State, sent: Input, theirs: KeptAnswer | null): State {
  if (theirs === null)
    return state.version === undefined
      ? { ...state, phase: { at: 'refused', words: '' } }
      : send({ ...state, version: undefined })
  if (sameInput(state.wanted, theirs)) return settled(state, state.wanted, theirs, false)
  if (sameInput(sent, theirs)) return settled(state, sent, theirs, false)
  if (isOwnEcho(state, theirs)) return send({ ...state, version: theirs.version, doubts: [] })
  return { ...state, queued: false, phase: { at: 'conflict', theirs } }
}

/** An earlier request of this very page, whose reply was lost: nobody else stands in the way. */
const isOwnEcho = ({ doubts, readerId }: State, theirs: KeptAnswer): boolean =>
  theirs.authorId === readerId && doubts.some((doubt) => sameInput(doubt, theirs))

function decided(
  state: State,
  theirs: KeptAnswer,
  event: Extract<Event, { do: 'keepMine' | 'takeTheirs' | 'merge' }>,
): State {
  const there: Input = {
    answer: theirs.answer,
    note: state.wanted.note === undefined ? undefined : theirs.note,
  }
  const seen: State = { ...state, version: theirs.version, known: there, doubts: [], attempts: 0, restored: false }
  switch (event.do) {
    case 'keepMine':
      return send(seen)
    case 'takeTheirs':
      return {
        ...seen,
        wanted: there,
        kept: { answer: theirs, mine: theirs.authorId === state.readerId },
        before: undefined,
        phase: { at: 'rest' },
      }
    case 'merge':
      return { ...seen, wanted: { ...state.wanted, note: event.note }, phase: { at: 'changed', merged: true } }
  }
}
