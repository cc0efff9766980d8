import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { route, withQuery } from './route.ts'

test('an address is built from its parts, each encoded, so that none can lead elsewhere', () => {
  const answer = route('/pruefungen/:id/fragen/:controlId/antwort')
  expect(answer.path).toBe('/pruefungen/:id/fragen/:controlId/antwort')
  expect(answer.href({ id: '7', controlId: 'KONF.11.7' })).toBe('/pruefungen/7/fragen/KONF.11.7/antwort')
  expect(answer.href({ id: 'a/b?c#d', controlId: 'ö %' })).toBe('/pruefungen/a%2Fb%3Fc%23d/fragen/%C3%B6%20%25/antwort')
  expect(route('/kataloge').href()).toBe('/kataloge')
})

test('what is put in comes back from the address, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      const [, , part = '', ...rest] = route('/x/:id').href({ id }).split('/')
      expect([decodeURIComponent(part), rest]).toEqual([id, []])
    }),
  )
})

test('a query holds what is given and leaves out what is empty', () => {
  const query = { liste: 'a&b', ab: 0, frage: '', auswahl: null, cursor: undefined }
  expect(withQuery('/fragen', query)).toBe('/fragen?liste=a%26b&ab=0')
  expect(withQuery('/fragen', { frage: '' })).toBe('/fragen')
})
