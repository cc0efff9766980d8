// A municipality gets a package proposed, changes it, and its head decides: by the API, as scripts do it.
import { expect } from 'vitest'
import { assessor, everything, hvb, isb, manager, test } from '../harness/house.ts'

test('start', async ({ house }) => {
  const jana = await house.as(isb)
  const { body } = await jana.get<{ items: unknown[] }>('/measure-packages')
  console.log(JSON.stringify(body, null, 1))
  expect([assessor, everything, hvb, manager].length).toBe(4)
})
