import { describe, expect, test } from 'vitest'
import { mergedNote } from './input.ts'
import { germanMoment } from './moment.ts'
import { retryDelay } from './retry.ts'
import { atRest, type Phase, type State } from './state.ts'
import { wordsOf } from './words.ts'

const now = new Date('2026-11-23T10:00:00Z')
const rest = atRest({ version: 1, input: { answer: 'yes', note: '' }, readerId: 'me' })
const at = (phase: Phase, more: Partial<State> = {}) => wordsOf({ ...rest, phase, ...more }, now)
const answer = { answer: 'yes', note: '', version: 1, authorId: 'me', author: null, at: '2026-11-23T09:42:00Z' }
const sending: Phase = { at: 'sending', sent: rest.wanted }

describe('The status says', () => {
  test('when and by whom it was saved', () => {
    expect(at({ at: 'rest' })).toEqual({ look: 'untouched' })
    expect(at({ at: 'rest' }, { kept: { answer, mine: true } })).toEqual({
      look: 'saved',
      text: 'Gespeichert 10:42 Uhr, Sie',
    })
    const theirs = { ...answer, author: 'Tobias Brandt', at: '2026-11-22T09:45:00Z' }
    expect(at({ at: 'rest' }, { kept: { answer: theirs, mine: false } })).toMatchObject({
      text: 'Gespeichert gestern, 10:45 Uhr, Tobias Brandt',
    })
  })

  test('how to get back to what was before, and that it was taken back', () => {
    const before = { answer: 'no' }
    expect(at({ at: 'rest' }, { kept: { answer, mine: true }, before })).toMatchObject({
      button: { label: 'Rückgängig', does: 'undo' },
    })
    expect(at({ at: 'rest' }, { kept: { answer: { ...answer, answer: '' }, mine: true } })).toMatchObject({
      text: 'Noch offen, zurückgenommen 10:42 Uhr, Sie',
    })
  })

  test('that it is being saved', () => {
    expect(at(sending)).toEqual({ look: 'saving', text: 'Wird gespeichert …' })
  })

  test('the same words while it is tried again, with a button', () => {
    const failed = at({ at: 'failed' }, { attempts: 1 })
    expect(failed).toEqual({
      look: 'failed',
      text: 'Noch nicht gespeichert',
      button: { label: 'Noch einmal versuchen', does: 'retry' },
    })
    expect(at(sending, { attempts: 1 })).toEqual(failed)
  })

  test('that an answer is missing, without a button', () => {
    expect(at({ at: 'changed' }, { wanted: { answer: '', note: 'x' } })).toEqual({
      look: 'failed',
      text: 'Noch nicht gespeichert: Bitte wählen Sie eine Antwort.',
    })
  })

  test('that the session is over and what to do', () => {
    expect(at({ at: 'signedOut', anew: false })).toEqual({
      look: 'failed',
      text: 'Ihre Sitzung ist beendet. Ihre Eingabe ist noch da.',
      button: { label: 'Anmelden und speichern', does: 'submit' },
    })
  })

  test('that something was restored, until it is changed', () => {
    expect(at({ at: 'rest' }, { restored: true, kept: { answer, mine: true } })).toMatchObject({
      text: 'Nicht gespeicherte Eingabe wiederhergestellt. Gespeichert 10:42 Uhr, Sie',
    })
  })
})

test('The day is that of Saxony-Anhalt', () => {
  expect(germanMoment(new Date('2026-11-22T23:30:00Z'), now)).toBe('00:30 Uhr')
  expect(germanMoment(new Date('2026-11-16T10:00:00Z'), now)).toBe('16.11.2026')
})

test('Two notes become one, without empty lines around them', () => {
  expect(mergedNote(' meine\r\nzwei ', 'ihre\n')).toBe('meine\nzwei\nihre')
  expect(mergedNote('', 'ihre')).toBe('ihre')
})

test('Tries get rarer, up to a minute, and never come sooner than asked for', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((attempts) => retryDelay(attempts) / 1000)).toEqual([2, 4, 8, 16, 32, 60, 60])
  expect(retryDelay(1, 30)).toBe(30_000)
  expect(retryDelay(1, 86_400)).toBe(300_000)
})
