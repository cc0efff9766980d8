import { expect, test } from 'vitest'
import { judge } from './propose.ts'
import type { Reached } from './reached.ts'
import { relationInWords } from './relation-words.ts'
import { sameQuestions } from './same-questions.ts'

const asked = (id: string, identity: string | null, wording = identity ?? '') => ({ id, identity, wording })
const judged = (reached: Reached | undefined, answer: 'yes' | 'no' = 'yes') =>
  reached && judge({ answer }, reached, { isRequirement: true, isWhole: true, scale: 'yesNoNotApplicable' })

test('the same question is found by what its publisher calls it, never by its number', () => {
  const swapped = sameQuestions([asked('A.1', 'one'), asked('A.2', 'two')], [asked('A.1', 'two'), asked('A.2', 'one')])
  expect([...swapped].map(([id, [reached]]) => [id, reached?.controlId, reached?.relationship])).toEqual([
    ['A.1', 'A.2', 'equal-to'],
    ['A.2', 'A.1', 'equal-to'],
  ])
  expect(judged(swapped.get('A.1')?.[0])).toMatchObject({ says: 'yes', why: 'Beide verlangen dasselbe.' })
})

test('where its text has changed, the answer there is no more than a hint', () => {
  const [reached] = sameQuestions([asked('A.1', 'one', 'before')], [asked('A.1', 'one', 'after')]).get('A.1') ?? []
  expect(reached).toMatchObject({ controlId: 'A.1', relationship: 'intersects-with', identity: 'changed' })
  for (const answer of ['yes', 'no'] as const)
    expect(judged(reached, answer)).toMatchObject({
      says: null,
      confidence: 'none',
      why: expect.stringContaining('Text hat sich geändert'),
    })
  expect(reached && relationInWords(reached)).toBe('dieselbe Frage mit anderem Text')
})

test('without such names nothing is the same, whatever its number', () => {
  expect(sameQuestions([asked('A.1', null)], [asked('A.1', null), asked('A.2', 'two')]).size).toBe(0)
  expect(sameQuestions([asked('A.1', 'one')], [asked('A.1', null)]).size).toBe(0)
})
