import { describe, expect, test } from 'vitest'
import { begin, type Draft, draftOf, parseDraft } from './draft.ts'
import { next } from './machine.ts'
import { atRest, type Page } from './state.ts'

const page = (answer: string, note: string, version?: number): Page => ({
  version,
  input: { answer, note },
  shownNote: note,
  readerId: 'me',
})
const draft = (answer: string, note: string | undefined, version?: number): Draft => ({
  input: { answer, note },
  version,
  doubts: [],
  at: 1000,
})

describe('What is kept on this device', () => {
  test('is only what is not saved', () => {
    const rest = atRest(page('yes', '', 1))
    expect(draftOf(rest, 5)).toBeUndefined()
    const changed = next(rest, { do: 'edit', input: { answer: 'no', note: 'x' } })
    expect(draftOf(changed, 5)).toEqual({ input: { answer: 'no', note: 'x' }, version: 1, doubts: [], at: 5 })
  })

  test('counts a request under way as one that may have been saved', () => {
    const sending = [
      { do: 'edit', input: { answer: 'no' } } as const,
      { do: 'save' } as const,
      { do: 'edit', input: { answer: 'yes' } } as const,
    ].reduce(next, atRest(page('', '')))
    expect(draftOf(sending, 5)).toMatchObject({ input: { answer: 'yes' }, doubts: [{ answer: 'no' }] })
  })

  test('is read back as it was, unless it is too old or not ours', () => {
    const kept = draft('no', 'x', 2)
    expect(parseDraft(JSON.stringify(kept), 2000)).toEqual(kept)
    expect(parseDraft(JSON.stringify(kept), 31 * 24 * 3600 * 1000)).toBeUndefined()
    for (const text of [null, '', '{', 'null', '[]', '{"input":1}', '{"input":{"answer":"a"},"at":1,"doubts":[1]}'])
      expect(parseDraft(text, 2000)).toBeUndefined()
  })
})

describe('A question begins', () => {
  test('as the page shows it when nothing was left behind', () => {
    expect(begin(page('yes', '', 1), undefined)).toMatchObject({ phase: { at: 'rest' }, restored: false, version: 1 })
  })

  test('as the page shows it when what was left behind has arrived', () => {
    expect(begin(page('no', 'x', 2), draft('no', 'x\n', 1)).phase.at).toBe('rest')
    expect(begin(page('no', 'x', 2), draft('no', undefined, 1)).phase.at).toBe('rest')
    const noteToRead: Page = { ...page('no', '', 2), input: { answer: 'no' }, shownNote: 'x' }
    expect(begin(noteToRead, draft('no', 'x', 1)).phase.at).toBe('rest')
  })

  test('with what was left behind, and the version that it was written for', () => {
    expect(begin(page('yes', 'neuer', 5), draft('no', 'meine', 4))).toMatchObject({
      phase: { at: 'changed' },
      restored: true,
      version: 4,
      wanted: { answer: 'no', note: 'meine' },
    })
  })

  test('with a note that has no field on this page', () => {
    const closed: Page = { ...page('yes', '', 1), input: { answer: 'yes' } }
    expect(begin(closed, draft('yes', 'meine', 1))).toMatchObject({
      restored: true,
      wanted: { answer: 'yes', note: 'meine' },
    })
  })

  test('with a note whose question somebody else has answered meanwhile', () => {
    expect(begin(page('yes', '', 1), draft('', 'meine'))).toMatchObject({
      wanted: { answer: 'yes', note: 'meine' },
      version: undefined,
    })
  })
})
