import { expect, test } from 'vitest'
import { readReply } from './reply.ts'

const answer = {
  answer: 'no',
  note: 'x',
  version: 2,
  answeredBy: { id: 'tobias', name: 'Tobias Brandt' },
  answeredAt: '2026-11-23T09:45:00Z',
}
const read = {
  answer: 'no',
  note: 'x',
  version: 2,
  authorId: 'tobias',
  author: 'Tobias Brandt',
  at: '2026-11-23T09:45:00Z',
}

test('A saved answer is read, and only a real one', () => {
  expect(readReply(200, answer)).toEqual({ got: 'saved', kept: read })
  expect(readReply(200, undefined)).toEqual({ got: 'unreachable' })
  expect(readReply(200, { ...answer, version: '2' })).toEqual({ got: 'unreachable' })
})

test('A name that may not be seen is none', () => {
  const hidden = { ...answer, answeredBy: { id: 'tobias', name: null } }
  expect(readReply(409, { theirs: hidden })).toEqual({ got: 'conflict', theirs: { ...read, author: null } })
})

test('409 and 428 bring the other side, or none', () => {
  expect(readReply(409, { theirs: answer })).toEqual({ got: 'conflict', theirs: read })
  expect(readReply(428, { theirs: answer })).toEqual({ got: 'conflict', theirs: read })
  expect(readReply(409, { theirs: null })).toEqual({ got: 'conflict', theirs: null })
})

test('The end of a session is told from being not allowed', () => {
  expect(readReply(401, {})).toEqual({ got: 'signedOut', anew: false })
  expect(readReply(403, { type: '/fehler/fremde-seite' })).toEqual({ got: 'signedOut', anew: true })
  expect(readReply(403, { title: 'Antworten kann nur die Kommune.' })).toEqual({
    got: 'refused',
    words: 'Antworten kann nur die Kommune.',
  })
})

test('A refused input says the sentence for its field', () => {
  const body = { title: 'Die Eingabe ist nicht vollständig.', errors: [{ path: 'note', message: 'Zu lang.' }] }
  expect(readReply(422, body)).toEqual({ got: 'refused', words: 'Zu lang.' })
  expect(readReply(422, undefined)).toEqual({ got: 'refused', words: '' })
})

test.each([500, 502, 503, 504, 408, 429])('After %i it is tried again', (status) => {
  expect(readReply(status, '<html>')).toEqual({ got: 'unreachable', waitSeconds: undefined })
  expect(readReply(status, {}, '30')).toEqual({ got: 'unreachable', waitSeconds: 30 })
})
