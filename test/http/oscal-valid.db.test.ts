// Every OSCAL document that leaves the house is accepted by NIST's schema of its version.
import { expect } from 'vitest'
import { checkOscal } from '#foundation/catalogs/index.ts'
import { elbaue, everything, isb, test } from '../harness/house.ts'

test('the open points of every check of the demo story', async ({ house }) => {
  for (const email of [isb, elbaue, everything]) {
    const client = await house.as(email)
    const { body } = await client.get<{ items: { id: string }[] }>('/assessments')
    for (const { id } of body.items) {
      const poam = await client.get(`/assessments/${id}/poam.json`)
      expect(poam.status).toBe(200)
      expect(checkOscal('plan-of-action-and-milestones', poam.body)).toEqual([])
    }
  }
})

test('the check sees what is wrong', () => {
  const faults = checkOscal('assessment-results', { 'assessment-results': { uuid: 'x' } })
  expect(faults).toContainEqual({ path: 'assessment-results.uuid', message: 'Hier wird eine UUID erwartet.' })
  expect(faults).toContainEqual({ path: 'assessment-results.metadata', message: 'Diese Angabe fehlt.' })
  expect(checkOscal('assessment-plan', {})).toEqual([{ path: 'assessment-plan', message: 'Diese Angabe fehlt.' }])
})
