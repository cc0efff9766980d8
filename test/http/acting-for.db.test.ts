// Lotsenwerk-Acting-For: for whom a program acts when its person has several organizations (access.md, Mechanism 2).
import { expect } from 'vitest'
import { grantRole } from '#foundation/identity/index.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import { elbaue, everything, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { ownOrganization, storyCheck } from './checks.ts'

const header = (id: string) => ({ 'lotsenwerk-acting-for': id })

interface Me {
  person: { id: string }
  actingFor: { id: string; name: string } | null
  organizations: { id: string; name: string }[]
  roles: string[]
}

/** Tobias works for Kleinweiler too, as `springer@` will in a later part of the story. */
async function lend(house: TestHouse): Promise<{ musterstadt: string; kleinweiler: string }> {
  const tobias = await house.as(itStaff)
  const [musterstadt, kleinweiler] = [await ownOrganization(tobias), await ownOrganization(await house.as(everything))]
  const { body } = await tobias.get<Me>('/me')
  const { database, clock } = house.services
  await unitOfWork(database, { as: operator, now: clock.now(), mode: 'read write' }, (db) =>
    grantRole(
      { actor: null, db, now: clock.now() },
      { personId: body.person.id, organizationId: kleinweiler, role: 'itStaff' },
    ),
  )
  return { musterstadt, kleinweiler }
}

test('one organization needs no header, and may be named', async ({ house }) => {
  const jana = await house.as(isb)
  const id = await ownOrganization(jana)
  expect((await jana.get<Me>('/me', header(id))).body).toEqual((await jana.get<Me>('/me')).body)
})

test('a foreign, unknown or misspelt organization is 404, and the answer does not tell which', async ({ house }) => {
  const jana = await house.as(isb)
  const foreign = await ownOrganization(await house.as(elbaue))
  const replies = []
  for (const id of [foreign, '01940d1c-5c00-7a60-8000-000000000000', 'musterstadt', '', foreign.toUpperCase()]) {
    const { status, body } = await jana.get('/assessments', header(id))
    replies.push({ status, ...body, requestId: '' })
  }
  for (const reply of replies) expect(reply).toEqual({ ...replies[0], status: 404 })
})

test('several organizations without the header are 422, which lists them', async ({ house }) => {
  const { musterstadt, kleinweiler } = await lend(house)
  const tobias = await house.as(itStaff)
  const asked = await tobias.get('/me')
  expect(asked.status).toBe(422)
  expect(asked.body).toMatchObject({
    type: '/fehler/fuer-wen',
    title: 'Sie handeln für mehrere Organisationen. Bitte nennen Sie eine im Kopf Lotsenwerk-Acting-For.',
    organizations: [
      { id: kleinweiler, name: 'Gemeinde Kleinweiler' },
      { id: musterstadt, name: 'Stadt Musterstadt' },
    ],
  })
  expect((await tobias.get('/assessments')).status).toBe(422)
})

test('with the header exactly the chosen one is seen, and the other is as foreign as any', async ({ house }) => {
  const tobias = await house.as(itStaff)
  const [of, other] = [await storyCheck(await house.as(isb)), await storyCheck(await house.as(everything))]
  const me = await tobias.get<Me>('/me', header(of.organizationId))
  expect(me.body).toMatchObject({ actingFor: { name: 'Stadt Musterstadt' }, roles: ['itStaff'] })
  expect(me.body.organizations).toHaveLength(2)
  expect((await tobias.get(`/assessments/${of.id}`, header(of.organizationId))).status).toBe(200)
  expect((await tobias.get(`/assessments/${other.id}`, header(of.organizationId))).status).toBe(404)
  expect((await tobias.get(`/assessments/${other.id}`, header(other.organizationId))).status).toBe(200)
  expect((await tobias.get('/assessments', header(other.organizationId))).text).not.toContain(of.id)
})
