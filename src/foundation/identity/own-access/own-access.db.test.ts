import { expect } from 'vitest'
import { demoPassword, elbaue, hvb, isb, test } from '../../../../test/harness/house.ts'
import { ApiClient } from '../../../../test/harness/clients.ts'
import { mailsTo } from '../../../../test/harness/mails.ts'

interface Sessions {
  items: { id: string; agent: string; isThis: boolean }[]
}

interface Tokens {
  items: { id: string; name: string; scope: string; lastUsedAt: string | null; token?: string }[]
}

test('one sees where one is signed in, and signs out elsewhere', async ({ house }) => {
  const [here, there] = [await house.signedIn(isb), await house.signedIn(isb)]
  const page = await here.get('/mein-zugang')
  expect(page.text).toMatch(/Wo Sie angemeldet sind/)
  const { body } = await (await house.as(isb)).get<Sessions>('/me/sessions')
  expect(body.items).toHaveLength(2)
  expect((await here.post('/mein-zugang/sitzungen/beenden', {})).text).toContain('Sie sind nur noch hier angemeldet')
  expect((await there.get('/mein-zugang')).text).toContain('Passwort vergessen')
  expect((await here.get('/mein-zugang')).status).toBe(200)
})

test('one session is ended by its id, and never somebody else’s', async ({ house }) => {
  const martin = await house.signedIn(hvb)
  const [mine, theirs] = [await house.as(isb), await house.as(hvb)]
  const { body } = await theirs.get<Sessions>('/me/sessions')
  const id = body.items[0]?.id ?? ''
  expect((await mine.call('DELETE', `/me/sessions/${id}`)).status).toBe(404)
  expect((await martin.get('/mein-zugang')).status).toBe(200)
  expect((await theirs.call('DELETE', `/me/sessions/${id}`)).status).toBe(200)
  expect((await martin.get('/mein-zugang')).text).toContain('Passwort vergessen')
  expect((await theirs.call('DELETE', '/me/sessions/keine')).status).toBe(404)
})

test('a token that may only read is refused every change, with the reason', async ({ house }) => {
  const wanted = { name: 'Auswertung', scope: 'read', validDays: 30, password: demoPassword }
  const jana = await house.as(isb)
  const issued = await jana.post('/me/tokens', wanted, { 'idempotency-key': 'einmal' })
  expect(issued.status).toBe(201)
  expect((await jana.post('/me/tokens', wanted, { 'idempotency-key': 'einmal' })).body['token']).not.toBe(
    issued.body['token'],
  )
  const program = new ApiClient(house.app, String(issued.body['token']))
  expect((await program.get('/me')).status).toBe(200)
  const { body } = await program.get<{ items: { id: string }[] }>('/assessments')
  const refused = await program.put(`/assessments/${body.items[0]?.id}/answers/lw-start-24`, { answer: 'yes' })
  expect([refused.status, refused.body['type'], refused.body['title']]).toEqual([
    403,
    '/fehler/nur-lesen',
    expect.stringContaining('nur lesen'),
  ])
  expect((await program.post('/me/tokens', { ...wanted, scope: 'write' })).status).toBe(403)
  const list = await jana.get<Tokens>('/me/tokens')
  const row = list.body.items.find(({ id }) => id === issued.body['id'])
  expect(row).toMatchObject({ name: 'Auswertung', scope: 'read', lastUsedAt: expect.any(String) })
  expect(list.text).not.toContain(String(issued.body['token']))
  expect((await mailsTo(house, isb))[0]).toMatchObject({
    template: 'identity.tokenIssued',
    data: { schluessel: 'Auswertung' },
  })
})

test('a revoked and an expired token are turned away at once', async ({ house }) => {
  const timm = await house.as(elbaue)
  const issue = async (validDays: number) => {
    const { body } = await timm.post('/me/tokens', { name: 'Probe', scope: 'write', validDays, password: demoPassword })
    return { id: String(body['id']), program: new ApiClient(house.app, String(body['token'])) }
  }
  const [revoked, short] = [await issue(30), await issue(1)]
  expect((await (await house.as(isb)).call('DELETE', `/me/tokens/${revoked.id}`)).status).toBe(404)
  expect((await timm.call('DELETE', `/me/tokens/${revoked.id}`)).status).toBe(200)
  expect((await revoked.program.get('/me')).status).toBe(401)
  const began = house.clock.now()
  house.clock.set(began.add({ hours: 23 }))
  expect((await short.program.get('/me')).status).toBe(200)
  house.clock.set(began.add({ hours: 25 }))
  expect((await short.program.get('/me')).status).toBe(401)
  house.clock.set(began)
})

test('a token needs the password, a name and a term', async ({ house }) => {
  const jana = await house.as(isb)
  const good = { name: 'Probe', scope: 'read', validDays: 30, password: demoPassword }
  for (const wrong of [
    { password: 'falsch' },
    { password: '' },
    { name: '' },
    { scope: 'all' },
    { validDays: 0 },
    { validDays: 400 },
  ])
    expect((await jana.post('/me/tokens', { ...good, ...wrong })).status, JSON.stringify(wrong)).toBe(422)
})

test('the page shows a new token once and keeps what was typed when it is refused', async ({ house }) => {
  const jana = await house.signedIn(isb)
  await jana.get('/mein-zugang/schluessel')
  const fields = { name: 'Controlling', scope: 'write', validDays: '366' }
  const refused = await jana.post('/mein-zugang/schluessel', { ...fields, password: 'falsch' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="Controlling"')
  const shown = await jana.post('/mein-zugang/schluessel', { ...fields, password: demoPassword })
  expect(shown.html).toMatch(/<code>lw_[\w-]{27}<\/code>/)
  const list = await jana.get('/mein-zugang')
  expect([list.text.includes('Controlling'), /lw_[\w-]{27}/.test(list.html)]).toEqual([true, false])
})
