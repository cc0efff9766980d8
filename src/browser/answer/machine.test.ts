import { describe, expect, test } from 'vitest'
import type { Input } from './input.ts'
import { next } from './machine.ts'
import type { KeptAnswer, Reply } from './reply.ts'
import { atRest, type Event, isAtRisk, isUnsaved, type State } from './state.ts'

const kept = (answer: string, version: number, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  answer,
  note: '',
  version,
  authorId: 'me',
  author: 'Jana Wiesner',
  at: '2026-11-23T09:42:00Z',
  ...more,
})
const byTobias = { authorId: 'tobias', author: 'Tobias Brandt' }

const open = atRest({ version: undefined, input: { answer: '', note: '' }, readerId: 'me' })
const answered = atRest({ version: 3, input: { answer: 'yes', note: 'alt' }, readerId: 'me' })

const edit = (answer: string, note?: string): Event => ({ do: 'edit', input: { answer, note } })
const save: Event = { do: 'save' }
const reply = (value: Reply): Event => ({ do: 'reply', reply: value })
const saved = (answer: string, version: number, note = ''): Event =>
  reply({ got: 'saved', kept: kept(answer, version, { note }) })
const conflict = (theirs: KeptAnswer | null): Event => reply({ got: 'conflict', theirs })
const lost = reply({ got: 'unreachable' })

const after = (state: State, ...events: Event[]): State => events.reduce(next, state)
const sent = ({ phase }: State): Input | undefined => (phase.at === 'sending' ? phase.sent : undefined)

describe('Saving', () => {
  test('sends what stands in the form and rests when it is saved', () => {
    const sending = after(open, edit('no', 'x'), save)
    expect(sent(sending)).toEqual({ answer: 'no', note: 'x' })
    const done = after(sending, saved('no', 1, 'x'))
    expect(done).toMatchObject({ phase: { at: 'rest' }, version: 1, kept: { mine: true } })
    expect(isUnsaved(done)).toBe(false)
  })

  test('sends nothing when nothing has changed, or was changed back', () => {
    expect(after(answered, save).phase.at).toBe('rest')
    expect(after(answered, edit('no', 'alt'), edit('yes', 'alt '), save).phase.at).toBe('rest')
  })

  test('waits for an answer when only a note is there, and warns', () => {
    const waiting = after(open, edit('', 'nur Notiz'), save)
    expect(waiting.phase.at).toBe('changed')
    expect(isAtRisk(waiting)).toBe(true)
    expect(sent(after(waiting, edit('yes', 'nur Notiz'), save))).toEqual({ answer: 'yes', note: 'nur Notiz' })
  })

  test('sends one request at a time; of what is entered meanwhile the latest wins', () => {
    const busy = after(open, edit('yes'), save, edit('no'), save, edit('notApplicable'), save)
    expect(sent(busy)).toEqual({ answer: 'yes' })
    const then = after(busy, saved('yes', 1))
    expect(sent(then)).toEqual({ answer: 'notApplicable' })
    expect(then.version).toBe(1)
    expect(after(then, saved('notApplicable', 2))).toMatchObject({ phase: { at: 'rest' }, version: 2 })
  })

  test('leaves what is still being typed to its own pause', () => {
    const typing = after(answered, edit('no', 'alt'), save, edit('no', 'neu'), saved('no', 4, 'alt'))
    expect(typing).toMatchObject({ phase: { at: 'changed' }, version: 4 })
    expect(sent(after(typing, save))).toEqual({ answer: 'no', note: 'neu' })
  })

  test('is not at risk while it is under way for the first time', () => {
    expect(isAtRisk(after(open, edit('yes'), save))).toBe(false)
    expect(isAtRisk(after(open, edit('yes'), save, lost, save))).toBe(true)
  })
})

describe('Without a reply', () => {
  test('it fails, keeps what was entered and sends it again', () => {
    const failed = after(open, edit('yes', 'x'), save, lost)
    expect(failed).toMatchObject({ phase: { at: 'failed' }, attempts: 1, wanted: { answer: 'yes', note: 'x' } })
    expect(sent(after(failed, save))).toEqual({ answer: 'yes', note: 'x' })
    expect(after(failed, save, lost).attempts).toBe(2)
    expect(after(failed, save, saved('yes', 1, 'x')).attempts).toBe(0)
  })

  test('hours of trying do not pile up', () => {
    const tries = Array.from({ length: 500 }, () => [save, lost]).flat()
    expect(after(open, edit('yes', 'x'), ...tries).doubts).toHaveLength(1)
    const edits = Array.from({ length: 50 }, (_, n) => [edit('yes', `${n}`), save, lost]).flat()
    expect(after(open, ...edits).doubts).toHaveLength(8)
  })

  test('the button starts counting anew', () => {
    expect(after(open, edit('yes'), save, lost, lost, { do: 'retry' })).toMatchObject({
      attempts: 0,
      phase: { at: 'sending' },
    })
  })

  test('a reply that was lost is no conflict with oneself', () => {
    const again = after(open, edit('yes'), save, lost, save)
    expect(after(again, conflict(kept('yes', 1)))).toMatchObject({ phase: { at: 'rest' }, version: 1 })
    const other = after(open, edit('yes'), save, lost, edit('no'), save, conflict(kept('yes', 1)))
    expect(sent(other)).toEqual({ answer: 'no' })
    expect(other.version).toBe(1)
  })

  test('but the same answer of somebody else is one', () => {
    const other = after(open, edit('yes'), save, lost, edit('no'), save, conflict(kept('yes', 1, byTobias)))
    expect(other.phase.at).toBe('conflict')
  })
})

describe('A conflict', () => {
  const theirs = kept('no', 4, { ...byTobias, note: 'ihre' })
  const open409 = after(answered, edit('yes', 'meine'), save, conflict(theirs))

  test('stands until somebody decides', () => {
    expect(open409.phase).toEqual({ at: 'conflict', theirs })
    expect(after(open409, save, { do: 'retry' }).phase.at).toBe('conflict')
    expect(isAtRisk(open409)).toBe(true)
  })

  test('is none when both say the same', () => {
    const same = after(answered, edit('no', 'ihre\r\n'), save, conflict(theirs))
    expect(same).toMatchObject({ phase: { at: 'rest' }, version: 4, kept: { mine: false } })
    expect(after(answered, edit('no'), save, conflict(theirs)).phase.at).toBe('rest')
  })

  test('mine is sent again with their version', () => {
    const mine = after(open409, { do: 'keepMine' })
    expect(mine.version).toBe(4)
    expect(sent(mine)).toEqual({ answer: 'yes', note: 'meine' })
  })

  test('theirs is taken over without sending', () => {
    expect(after(open409, { do: 'takeTheirs' })).toMatchObject({
      phase: { at: 'rest' },
      version: 4,
      wanted: { answer: 'no', note: 'ihre' },
      kept: { mine: false },
    })
  })

  test('both notes are put together and wait to be saved', () => {
    const merged = after(open409, { do: 'merge', note: 'meine\nihre' })
    expect(merged).toMatchObject({ phase: { at: 'changed', merged: true }, version: 4 })
    expect(merged.wanted).toEqual({ answer: 'yes', note: 'meine\nihre' })
    expect(isAtRisk(merged)).toBe(true)
    expect(sent(after(merged, save))).toEqual({ answer: 'yes', note: 'meine\nihre' })
  })

  test('over a version that does not exist is tried once more without one', () => {
    const anew = after(answered, edit('no', 'alt'), save, conflict(null))
    expect(anew.version).toBeUndefined()
    expect(anew.phase.at).toBe('sending')
    expect(after(anew, conflict(null)).phase.at).toBe('refused')
  })
})

describe('When it cannot be saved', () => {
  test('the end of the session keeps everything and sends nothing more', () => {
    const over = after(open, edit('yes', 'x'), save, reply({ got: 'signedOut', anew: false }), edit('yes', 'xy'), save)
    expect(over).toMatchObject({ phase: { at: 'signedOut' }, wanted: { answer: 'yes', note: 'xy' } })
    expect(isAtRisk(over)).toBe(true)
  })

  test('a refusal waits for a change or the button', () => {
    const refused = after(open, edit('yes', 'x'), save, reply({ got: 'refused', words: 'Zu lang.' }))
    expect(after(refused, save).phase).toEqual({ at: 'refused', words: 'Zu lang.' })
    expect(after(refused, { do: 'retry' }).phase.at).toBe('sending')
    expect(sent(after(refused, edit('yes', 'kurz'), save))).toEqual({ answer: 'yes', note: 'kurz' })
  })

  test('a refusal of what has been changed meanwhile is not shown', () => {
    const busy = after(open, edit('yes', 'x'), save, edit('yes', 'y'), save)
    expect(sent(after(busy, reply({ got: 'refused', words: 'Zu lang.' })))).toEqual({ answer: 'yes', note: 'y' })
  })
})

describe('Undoing', () => {
  const undo: Event = { do: 'undo' }

  test('sends what stood there before the last answer, and once more brings that answer back', () => {
    const changed = after(answered, edit('no', 'neu'), save, saved('no', 4, 'neu'))
    const undone = after(changed, undo)
    expect([sent(undone), undone.version]).toEqual([{ answer: 'yes', note: 'alt' }, 4])
    expect(sent(after(undone, saved('yes', 5, 'alt'), undo))).toEqual({ answer: 'no', note: 'neu' })
  })

  test('takes the first answer back, and tries again when the net is away', () => {
    const first = after(open, edit('yes'), save, saved('yes', 1))
    const taken = after(first, undo)
    expect([sent(taken)?.answer, taken.version]).toEqual(['', 1])
    expect(sent(after(taken, lost, save))?.answer).toBe('')
    expect(after(taken, saved('', 2))).toMatchObject({ phase: { at: 'rest' }, version: 2, kept: { mine: true } })
  })

  test('does nothing before an answer from here, while one is under way, or where it would confirm what was carried over', () => {
    expect(after(answered, undo)).toBe(answered)
    const busy = after(answered, edit('no'), save)
    expect(after(busy, undo)).toBe(busy)
    const carried = atRest({ version: 1, input: { answer: 'yes' }, readerId: 'me', carried: true })
    const changed = after(carried, edit('no'), save, saved('no', 2))
    expect(after(changed, undo)).toBe(changed)
    expect(sent(after(changed, edit('yes'), save, saved('yes', 3), undo))?.answer).toBe('no')
  })
})
