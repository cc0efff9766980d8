import { expect } from 'vitest'
import { isb, itStaff, manager, elbaue, test } from '../harness/house.ts'

test('an answer is saved, counted, and invisible to another town', async ({ house }) => {
  const jana = await house.as(isb)
  const { body } = await jana.get<{ items: { id: string }[] }>('/assessments')
  expect(body.items).toHaveLength(1)
  const timm = await house.as(elbaue)
  expect((await timm.get(`/assessments/${body.items[0]?.id}`)).status).toBe(404)
  expect(manager).not.toBe(itStaff)
})
