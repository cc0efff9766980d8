import { expect } from 'vitest'
import { hvb, isb, test } from '../harness/house.ts'

test(
  'the 3,001st write within a minute is 429 with Retry-After; reading and other people go on',
  { timeout: 300_000 },
  async ({ house }) => {
    const jana = await house.as(isb)
    house.clock.set(house.clock.now().round({ smallestUnit: 'minute', roundingMode: 'ceil' }))
    let refused = 0
    // Refused before anything is read: the same cheap request, over and over.
    for (let count = 0; count < 3001; count += 1)
      if ((await jana.call('PUT', '/assessments/x/answers/y', '', { 'content-type': '' })).status === 429) refused += 1
    expect(refused).toBe(1)
    const reply = await jana.put('/assessments/x/answers/y', { answer: 'yes' })
    expect([reply.status, reply.headers.get('retry-after'), reply.body['type']]).toEqual([
      429,
      '60',
      '/fehler/zu-viele-anfragen',
    ])
    expect((await jana.get('/me')).status).toBe(200)
    expect((await (await house.as(hvb)).put('/assessments/x/answers/y', { answer: 'yes' })).status).toBe(404)
  },
)
