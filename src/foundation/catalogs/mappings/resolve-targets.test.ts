// What became of a target that a publisher named by number and, if we are lucky, by identity.
import { expect, test } from 'vitest'
import { targetResolver } from './resolve-targets.ts'

const controls = [
  { id: 'A.1', key: 'a', title: 'eins' },
  { id: 'A.2', key: 'x', title: 'zwei' },
  { id: 'A.9', key: 'b', title: 'neun' },
]
const resolved = (hasKeys: boolean, id: string, key: string | null) => {
  const { state, control } = targetResolver({ hasKeys, controls })({ id, key })
  return [state, control?.id ?? null]
}

test.each([
  ['number and identity agree', true, 'A.1', 'a', ['same', 'A.1']],
  ['the requirement lives on under another number', true, 'A.7', 'b', ['renumbered', 'A.9']],
  ['its number names another one now', true, 'A.2', 'b', ['otherRequirement', 'A.9']],
  ['it is gone and its number names another one', true, 'A.2', 'gone', ['otherRequirement', null]],
  ['neither is there', true, 'A.7', 'gone', ['missing', null]],
  ['the collection names no identity', true, 'A.2', null, ['same', 'A.2']],
  ['nor is the number there', true, 'A.7', null, ['missing', null]],
  ['the catalog has no identities to compare', false, 'A.2', 'b', ['unverified', null]],
  ['nor the number', false, 'A.7', 'b', ['missing', null]],
] as const)('%s', (_name, hasKeys, id, key, expected) => {
  expect(resolved(hasKeys, id, key)).toEqual(expected)
})
