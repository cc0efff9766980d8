// Real replies are what the document says.
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest'
import { operations } from '#app/modules.ts'
import { elbaue, isb, manager, openTestHouse, type TestHouse } from '../harness/house.ts'
import { storyCheck } from './checks.ts'
import { origin } from './raw-calls.ts'
import { type SampleCall, sampleCalls } from './sample-calls.ts'

let house: TestHouse
let calls: SampleCall[]
beforeAll(async () => {
  house = await openTestHouse()
  calls = await sampleCalls(house)
})
afterAll(() => house.close())

describe('a real reply', () => {
  plain.each(operations)('of $id has the declared status and shape, and no field besides', async ({ id, reply }) => {
    const call = calls.find((each) => each.id === id)
    if (!call) throw new Error(id)
    const client = call.email === '' ? house.stranger : await house.as(call.email)
    const { status, body, text } = await client.call(call.method, call.path, call.body)
    expect([status, status === reply.status ? '' : text]).toEqual([reply.status, ''])
    expect(reply.isFile ? body : reply.schema?.parse(body)).toEqual(body)
  })
})

plain('the document is served to everybody, without a sign-in', async () => {
  const reply = await house.app.request(`${origin}/api/v1/openapi.json`)
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await reply.json()).toMatchObject({ openapi: '3.1.1', info: { title: 'Lotsenwerk' } })
})

plain('its example of a catalog can be imported as it stands', async () => {
  const client = await house.as(manager)
  const example = operations.find(({ id }) => id === 'importCatalog')?.bodyExample
  const { status, body } = await client.post('/catalogs', example)
  expect([status, body['controlCount']]).toEqual([201, 1])
})

plain('statuses that it names do come: 403, 404, 409, 413, 422, 428', async () => {
  const [jana, jonas] = [await house.as(isb), await house.as(elbaue)]
  const { id, organizationId } = await storyCheck(jana)
  const answer = `/assessments/${id}/answers/lw-start-02`
  const seen = await Promise.all([
    jana.post('/organizations', { name: 'x', kind: 'association' }),
    jonas.get(`/assessments/${id}`),
    jana.put(answer, { answer: 'yes', version: 99 }),
    jana.put(answer, 'x'.repeat(1_100_000)),
    jana.post('/assessments', { organizationId }),
    jana.put(answer, { answer: 'yes' }),
  ])
  expect(seen.map(({ status }) => status)).toEqual([403, 404, 409, 413, 422, 428])
})
