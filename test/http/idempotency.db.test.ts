import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, isb, itStaff, manager, test } from '../harness/house.ts'

const key = (value: string) => ({ 'idempotency-key': value })
const town = { name: 'Probstau', kind: 'unitaryMunicipality' }

test('the same key again gives the same reply and no second deed', async ({ house }) => {
  const ehlers = await house.as(manager)
  const first = await ehlers.post('/organizations', town, key('probstau-1'))
  const again = await ehlers.post('/organizations', town, key('probstau-1'))
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  const found = await ehlers.get<{ items: unknown[] }>('/organizations?search=probstau')
  expect(found.body.items).toHaveLength(1)
})

test('a key that served another request is refused', async ({ house }) => {
  const ehlers = await house.as(manager)
  await ehlers.post('/organizations', { ...town, name: 'Anderau' }, key('anderau'))
  const other = await ehlers.post('/organizations', { ...town, name: 'Drittau' }, key('anderau'))
  expect([other.status, other.body['type']]).toEqual([422, '/fehler/schluessel-verbraucht'])
})

test('a refusal is not remembered, so that the mended request may use the key', async ({ house }) => {
  const ehlers = await house.as(manager)
  expect((await ehlers.post('/organizations', { ...town, name: '' }, key('mended'))).status).toBe(422)
  expect((await ehlers.post('/organizations', { ...town, name: 'Mendau' }, key('mended'))).status).toBe(201)
})

test('keys of different callers never meet', async ({ house }) => {
  const [jana, tobias] = [await house.as(isb), await house.as(itStaff)]
  const { body } = await jana.get<{ items: { id: string; catalogId: string }[] }>('/assessments')
  const path = `/assessments/${body.items[0]?.id}/answers/lw-start-24`
  const mine = await jana.put(path, { answer: 'yes' }, key('same'))
  const theirs = await tobias.put(path, { answer: 'yes' }, key('same'))
  expect(mine.status).toBeLessThan(429)
  expect(theirs.headers.get('idempotency-replayed')).toBeNull()
})

test('after 48 hours the key is free again', async ({ house }) => {
  const ehlers = await house.as(manager)
  const first = await ehlers.post('/organizations', { ...town, name: 'Spätau' }, key('late'))
  house.clock.set(house.clock.now().add({ hours: 49 }))
  const later = await ehlers.post('/organizations', { ...town, name: 'Spätau' }, key('late'))
  expect(later.body['id']).not.toBe(first.body['id'])
})

test('of twenty at once with one key, one is done and the others replay it or are told to wait', async ({ house }) => {
  const ehlers = await house.as(manager)
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => ehlers.post('/organizations', { ...town, name: 'Eilau' }, key('rush'))),
  )
  expect(replies.every(({ status }) => status === 201 || status === 409)).toBe(true)
  const ids = new Set(replies.filter(({ status }) => status === 201).map(({ body }) => body['id']))
  expect(ids.size).toBe(1)
})

test('a remembered reply does not outlive the right to it', async ({ house }) => {
  const timm = await house.as(elbaue)
  const catalog = (await timm.get<{ items: { id: string }[] }>('/catalogs')).body.items[0]?.id
  const me = await timm.get<{ actingFor: { id: string } }>('/me')
  const wish = { organizationId: me.body.actingFor.id, catalogId: catalog }
  expect((await timm.post('/assessments', wish, key('begin'))).status).toBe(201)
  await asOwner(house, (db) =>
    db
      .updateTable('identity.role_grant')
      .set({ until_day: '2020-01-02', from_day: '2020-01-01' })
      .where('person_id', 'in', db.selectFrom('identity.person').select('id').where('email', '=', elbaue))
      .execute(),
  )
  expect((await timm.post('/assessments', wish, key('begin'))).status).toBe(403)
})
