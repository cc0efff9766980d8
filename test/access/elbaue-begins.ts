// In the demo story Elbaue’s check is on an earlier edition: here it begins one on the present one, so that each of three towns has the same to hide.
import { expect } from 'vitest'
import { elbaue, type TestHouse } from '../harness/house.ts'

export const elbauesNote = 'Nur die Elbaue weiß, dass der Generator im Keller steht.'

/** A control that all three towns have answered. */
export const answeredEverywhere = 'lw-start-22'

/** By the API, as anybody would; the key is there so that a reply is remembered. Returns the check's id. */
export async function elbaueBegins(house: TestHouse): Promise<string> {
  const timm = await house.as(elbaue)
  const me = await timm.get<{ actingFor: { id: string } }>('/me')
  const catalogs = await timm.get<{ items: { id: string }[] }>('/catalogs')
  const wish = { organizationId: me.body.actingFor.id, catalogId: catalogs.body.items[0]?.id }
  const started = await timm.post<{ id: string }>('/assessments', wish, { 'idempotency-key': 'elbaue-begins' })
  expect(started.status).toBe(201)
  const answer = { answer: 'no', note: elbauesNote }
  expect((await timm.put(`/assessments/${started.body.id}/answers/${answeredEverywhere}`, answer)).status).toBe(200)
  return started.body.id
}
