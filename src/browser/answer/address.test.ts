import { expect, test } from 'vitest'
import { targetOf } from './address.ts'

test('The address of the API is read from the form', () => {
  expect(targetOf('/pruefungen/0192-a/fragen/DER.2.1-3/antwort')).toEqual({
    api: '/api/v1/assessments/0192-a/answers/DER.2.1-3',
    path: '0192-a/DER.2.1-3',
  })
})

test('What is encoded stays one part of the address, and is encoded once', () => {
  expect(targetOf('/pruefungen/a/fragen/A%2FB%20%C3%BC%3F/antwort')?.api).toBe(
    '/api/v1/assessments/a/answers/A%2FB%20%C3%BC%3F',
  )
  expect(targetOf('/pruefungen/a/fragen/x:1/antwort')?.api).toBe('/api/v1/assessments/a/answers/x%3A1')
})

test.each([null, '', '/pruefungen/a/fragen/b', '/pruefungen/a/fragen/b/c/antwort', '/pruefungen/a/fragen/%/antwort'])(
  'Any other address is none: %s',
  (action) => {
    expect(targetOf(action)).toBeUndefined()
  },
)
