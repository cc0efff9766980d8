// What the REST API answers when it cannot: RFC 9457, stable types, German titles, a request id.
import { describe, expect } from 'vitest'
import { createApp } from '#app/create-app.ts'
import { type Database, openServer } from '#platform/db/database.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { startCheck } from './checks.ts'
import { origin } from './raw-calls.ts'

interface Problem {
  type: string
  title: string
  status: number
  errors: { path: string; message: string }[]
  requestId: string
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))

async function answerPath(house: TestHouse, title: string): Promise<string> {
  const { id } = await startCheck(house, isb, title)
  return `/assessments/${id}/answers/AKT.0`
}

test('every problem has the same shape, a stable type, a German title and its request id', async ({ house }) => {
  const jana = await house.as(isb)
  const path = await answerPath(house, 'Gestalt')
  const cases: [string, ReturnType<typeof jana.get<Problem>>, number][] = [
    ['nicht-angemeldet', house.stranger.get<Problem>('/me'), 401],
    ['nicht-erlaubt', jana.post<Problem>('/organizations', { name: 'X', kind: 'association' }), 403],
    ['nicht-gefunden', jana.get<Problem>('/assessments/keine-kennung'), 404],
    ['nicht-gefunden', jana.get<Problem>('/gibt-es-nicht'), 404],
    ['methode-unbekannt', jana.call<Problem>('DELETE', '/organizations'), 405],
    ['kein-json', jana.put<Problem>(path, '{"answer":'), 400],
    ['zu-gross', jana.put<Problem>(path, `"${'x'.repeat(1024 * 1024)}"`), 413],
    ['format-unbekannt', jana.put<Problem>(path, 'answer: yes', { 'content-type': 'application/yaml' }), 415],
    ['nicht-moeglich', jana.put<Problem>(path, { answer: 'ja' }), 422],
  ]
  for (const [type, call, status] of cases) {
    const reply = await call
    expect([type, reply.status]).toEqual([type, status])
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(reply.body).toMatchObject({ type: `/fehler/${type}`, status, requestId: reply.headers.get('x-request-id') })
    expect(reply.body.title).toMatch(/^[A-ZÄÖÜ„].*\.$/s)
    expect(Array.isArray(reply.body.errors)).toBe(true)
    expect(reply.headers.get('cache-control')).toBe('no-store')
  }
})

test('request ids are short, sayable on the telephone, and never the same', async ({ house }) => {
  const jana = await house.as(isb)
  const ids = await Promise.all(Array.from({ length: 20 }, () => jana.get('/me')))
  const seen = ids.map(({ headers }) => headers.get('x-request-id') ?? '')
  for (const id of seen) expect(id).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  expect(new Set(seen).size).toBe(20)
})

test('without a valid token there is 401 with WWW-Authenticate, and nothing is told about what is there', async ({
  house,
}) => {
  const { id } = await startCheck(house, isb, 'Ohne Schlüssel')
  const wrong = { authorization: 'Bearer lw_falscherschluessel1234567890' }
  for (const headers of [{}, wrong, { authorization: 'Basic aXNiOnRlc3Q=' }, { authorization: 'Bearer' }])
    for (const path of ['/me', `/assessments/${id}`, '/organizations']) {
      const reply = await house.stranger.get(path, headers)
      expect([path, reply.status]).toEqual([path, 401])
      expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="Lotsenwerk"')
    }
})

test('a token ends after 90 days', async ({ house }) => {
  const jana = await house.as(isb)
  const before = house.clock.now()
  house.clock.set(before.add({ hours: 24 * 90 + 1 }))
  expect((await jana.get('/me')).status).toBe(401)
  house.clock.set(before)
  expect((await jana.get('/me')).status).toBe(200)
})

test('a wrong method is 405 and names the right ones', async ({ house }) => {
  const jana = await house.as(isb)
  const reply = await jana.call('DELETE', '/organizations')
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, POST'])
  const answer = await jana.call('POST', await answerPath(house, 'Methode'), { answer: 'yes' })
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT'])
})

test('malformed JSON is 400 and names the place', async ({ house }) => {
  const jana = await house.as(isb)
  const path = await answerPath(house, 'Stelle')
  const cases: [string, string][] = [
    ['{"answer": "yes" "note": ""}', 'Das ist kein gültiges JSON (Zeile 1, Spalte 18).'],
    ['{\n  "answer": "yes",\n  note: ""}', 'Das ist kein gültiges JSON (Zeile 3, Spalte 3).'],
    ['{"answer": ja}', 'Das ist kein gültiges JSON (bei „{"answer": ja}“).'],
    ['yes', 'Das ist kein gültiges JSON (bei „yes“).'],
    ['{"answer": "yes"', 'Das ist kein gültiges JSON (Zeile 1, Spalte 17).'],
  ]
  for (const [body, title] of cases) {
    const reply = await jana.put<Problem>(path, body)
    expect([reply.status, reply.body.title]).toEqual([400, title])
  }
})

test('a body that is not UTF-8 is 400 with a sentence, never half-read', async ({ house }) => {
  const jana = await house.as(isb)
  const path = await answerPath(house, 'Latin')
  const reply = await jana.put<Problem>(path, bytes('{"answer": "yes", "note": "Stra\xdfe"}'))
  expect([reply.status, reply.body.type]).toEqual([400, '/fehler/nicht-utf-8'])
  expect((await jana.get(path)).status).toBe(404)
})

test('an empty or missing body names what is missing', async ({ house }) => {
  const jana = await house.as(isb)
  for (const body of ['', '{}', '[]', 'null', '"yes"', '7']) {
    const reply = await jana.post<Problem>('/assessments', body)
    expect([body, reply.status]).toEqual([body, 422])
    expect(reply.body.errors.length).toBeGreaterThan(0)
  }
})

test('what a body may not hold is named, so that a slip of the pen is not swallowed', async ({ house }) => {
  const jana = await house.as(isb)
  const reply = await jana.put<Problem>(await answerPath(house, 'Tippfehler'), { answer: 'yes', notiz: 'verloren' })
  expect([reply.status, reply.body.errors[0]?.message]).toEqual([422, 'Unbekannte Angabe: notiz.'])
})

test('a body over 1 MB is 413, also when its length is not announced', async ({ house }) => {
  const jana = await house.as(isb)
  const path = await answerPath(house, 'Groß')
  const large = JSON.stringify({ answer: 'yes', note: 'x'.repeat(1024 * 1024) })
  const reply = await jana.put<Problem>(path, large)
  expect([reply.status, reply.body.title]).toEqual([
    413,
    'Das ist zu groß. Möglich sind höchstens 1 MB; gespeichert wurde nichts.',
  ])
  expect((await jana.put(path, large, { 'content-length': '' })).status).toBe(413)
  expect((await jana.get(path)).status).toBe(404)
})

test('addresses that cannot be decoded or hold a NUL are 404, never an error of ours', async ({ house }) => {
  const { id } = await startCheck(house, isb, 'Adressen')
  const jana = await house.as(isb)
  const paths = ['%00', '%E0%A4%A', '%ED%A0%80', '..%2f..', 'x'.repeat(300)]
  for (const path of paths) {
    expect([path, (await jana.get(`/assessments/${id}/answers/${path}`)).status]).toEqual([path, 404])
    expect([path, (await jana.get(`/assessments/${path}`)).status]).toEqual([path, 404])
    expect([path, (await jana.put(`/assessments/${id}/answers/${path}`, { answer: 'yes' })).status]).toEqual([
      path,
      404,
    ])
  }
})

describe('when the database fails', () => {
  const request = { headers: { authorization: 'Bearer lw_irgendeinschluessel1234567890' } }
  const on = ({ services }: TestHouse, database: Database) => createApp({ ...services, database })

  test('for a reason of ours, the answer is 500 with the request id and nothing about the cause', async ({ house }) => {
    const closed = openServer('postgres://nobody@127.0.0.1:9/nothing', { stepDown: false })
    await closed.pool.end()
    const app = on(house, closed)
    const reply = await app.request(`${origin}/api/v1/me`, request)
    expect([reply.status, await reply.json()]).toMatchObject([
      500,
      { type: '/fehler/unser-fehler', requestId: reply.headers.get('x-request-id'), errors: [] },
    ])
    const page = await app.request(`${origin}/`, { headers: { cookie: 'lotsenwerk_session=irgendeine' } })
    const html = await page.text()
    expect(page.status).toBe(500)
    expect(html).toContain('Das hat nicht geklappt, und es liegt an uns')
    expect(html).toContain(page.headers.get('x-request-id') ?? 'no id')
    expect(html).not.toMatch(/driver|destroyed|at .*\.ts/)
  })

  test('because it is away, the answer is 503 with a time to come back', async ({ house }) => {
    const away = openServer('postgres://nobody@127.0.0.1:9/nothing', { stepDown: false })
    const app = on(house, away)
    const reply = await app.request(`${origin}/api/v1/me`, request)
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await reply.json()).toMatchObject({ type: '/fehler/nicht-erreichbar' })
    const page = await app.request(`${origin}/`, { headers: { cookie: 'lotsenwerk_session=irgendeine' } })
    expect([page.status, page.headers.get('content-security-policy') !== null]).toEqual([503, true])
    expect((await app.request(`${origin}/health/ready`)).status).toBe(503)
    expect((await app.request(`${origin}/health/live`)).status).toBe(200)
    await away.close()
  })
})
