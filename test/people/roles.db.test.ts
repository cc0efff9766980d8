// Who gives which role, when it holds, and how it ends (docs/access.md, Roles).
import { expect } from 'vitest'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, everything, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import {
  admin,
  dayFrom,
  elbaueName,
  type Grant,
  grantsOf,
  kleinweiler,
  musterstadt,
  newsOf,
  office,
  personId,
  placeId,
} from './cast.ts'

test('an administrator gives a colleague a role with an end, who is told, and the chief executive with her', async ({
  house,
}) => {
  const sabine = await house.as(office)
  const [town, tobias] = [await placeId(house, musterstadt), await personId(house, itStaff)]
  const until = dayFrom(house, 30)
  const given = await sabine.post<Grant>('/roles', { personId: tobias, organizationId: town, role: 'navigator', until })
  expect([given.status, given.body.role, given.body.from, given.body.until]).toEqual([
    201,
    'navigator',
    dayFrom(house, 0),
    until,
  ])
  expect((await newsOf(house, itStaff))[0]).toContain('Digital-Navigation')
  expect((await newsOf(house, hvb))[0]).toContain('Sabine Lenz hat Tobias Brandt')
  const me = await (await house.as(itStaff)).get<{ roles: string[] }>('/me')
  expect(me.body.roles).toContain('navigator')
  const twice = await sabine.post('/roles', { personId: tobias, organizationId: town, role: 'navigator' })
  expect([twice.status, twice.text.includes('schon')]).toEqual([422, true])
})

test('nobody gives a role to oneself, and not to somebody who does not belong', async ({ house }) => {
  const sabine = await house.as(office)
  const town = await placeId(house, musterstadt)
  const own = { personId: await personId(house, office), organizationId: town, role: 'securityOfficer' }
  expect((await sabine.post('/roles', own)).status).toBe(403)
  const foreign = { ...own, personId: await personId(house, elbaue) }
  expect((await sabine.post('/roles', foreign)).status).toBe(404)
  const assessor = { ...own, personId: await personId(house, 'assessor@pruefhaus.example') }
  const invited = await sabine.post('/roles', assessor)
  expect([invited.status, invited.text.includes('laden')]).toEqual([422, true])
  const now = house.clock.now()
  const as = { personId: own.personId, actingFor: town }
  const past = unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
    db
      .insertInto('identity.role_grant')
      .values({
        id: '01940d1c-5c00-7a60-8000-00000000abcd',
        person_id: own.personId,
        organization_id: town,
        role: 'securityOfficer',
        from_day: dayFrom(house, 0),
        until_day: null,
        granted_by: own.personId,
      })
      .execute(),
  )
  await expect(past).rejects.toMatchObject({ code: '42501' })
})

test('other roles of a town, other towns and the cooperative do not give roles there', async ({ house }) => {
  const [town, tobias] = [await placeId(house, musterstadt), await personId(house, itStaff)]
  const body = { personId: tobias, organizationId: town, role: 'officeHead' }
  for (const email of [isb, itStaff, elbaue, everything, manager, admin])
    expect([email, (await (await house.as(email)).post('/roles', body)).status]).toEqual([email, 403])
})

test('a role that does not exist at such an organization, and days that do not fit, are refused at their field', async ({
  house,
}) => {
  const sabine = await house.as(office)
  const town = await placeId(house, musterstadt)
  const body = { personId: await personId(house, isb), organizationId: town, role: 'navigator' }
  const cases: [Record<string, unknown>, string][] = [
    [{ role: 'programmeManager' }, 'role'],
    [{ from: dayFrom(house, -1) }, 'from'],
    [{ from: dayFrom(house, 5), until: dayFrom(house, 4) }, 'until'],
    [{ until: 'morgen' }, 'until'],
  ]
  for (const [wrong, path] of cases) {
    const refused = await sabine.post<{ errors: { path: string }[] }>('/roles', { ...body, ...wrong })
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([422, path])
  }
})

test('the cooperative gives a town an administrator only while nobody there gives roles', async ({ house }) => {
  const torsten = await house.as(manager)
  const [town, jonas] = [await placeId(house, elbaueName), await personId(house, elbaue)]
  const body = { personId: jonas, organizationId: town, role: 'organizationAdmin' }
  const more = await torsten.post('/roles', { ...body, role: 'chiefExecutive' })
  expect([more.status, more.text.includes('nur „Zugänge“')]).toEqual([403, true])
  expect((await torsten.post('/roles', body)).status).toBe(201)
  const again = await torsten.post('/roles', { ...body, personId: await personId(house, hvb) })
  expect([again.status, again.text.includes('hat selbst jemanden')]).toEqual([403, true])
  const [grant] = await grantsOf(torsten, jonas, town)
  expect((await torsten.call('DELETE', `/roles/${grant?.id}`)).status).toBe(403)
})

test("cooperative roles are the administrator's, assessors the programme manager's, observers the administrator's", async ({
  house,
}) => {
  const rows: [string, string, string, string, number][] = [
    [admin, 'lotse@verbund.example', 'Kommunalverbund Elbe-Saale eG', 'editor', 201],
    [manager, 'lotse@verbund.example', 'Kommunalverbund Elbe-Saale eG', 'procurer', 403],
    [manager, 'auftrag@pruefhaus.example', 'Prüfhaus GmbH', 'assessor', 201],
    [admin, 'assessor@pruefhaus.example', 'Prüfhaus GmbH', 'contractorOffice', 403],
    [admin, 'land@ministerium.example', 'Ministerium für Digitales (Demo)', 'member', 201],
    [manager, 'land@ministerium.example', 'Ministerium für Digitales (Demo)', 'member', 403],
  ]
  for (const [who, whom, where, role, status] of rows) {
    const body = { personId: await personId(house, whom), organizationId: await placeId(house, where), role }
    expect([who, role, (await (await house.as(who)).post('/roles', body)).status]).toEqual([who, role, status])
  }
})

test('a role that ends is kept with its last day; at once means with the next request', async ({ house }) => {
  const sabine = await house.as(office)
  const [town, jana] = [await placeId(house, musterstadt), await personId(house, isb)]
  const [grant] = await grantsOf(sabine, jana, town)
  const until = dayFrom(house, 2)
  const ended = await sabine.call<Grant>('DELETE', `/roles/${grant?.id}?until=${until}`)
  expect([ended.status, ended.body.until]).toEqual([200, until])
  expect((await sabine.call('DELETE', `/roles/${grant?.id}?until=${dayFrom(house, 9)}`)).status).toBe(422)
  expect((await (await house.as(isb)).get<{ roles: string[] }>('/me')).body.roles).toEqual(['securityOfficer'])
  const now = await sabine.call<Grant>('DELETE', `/roles?personId=${jana}&organizationId=${town}&role=securityOfficer`)
  expect(now.status).toBe(200)
  expect((await (await house.as(isb)).get<{ roles: string[] }>('/me')).body.roles).toEqual([])
  expect((await grantsOf(sabine, jana, town)).map(({ role }) => role)).toEqual(['securityOfficer'])
})

test('the last who gives roles keeps the role until there is a successor, whoever asks and however many ask', async ({
  house,
}) => {
  const anke = await house.as(everything)
  const [town, self] = [await placeId(house, kleinweiler), await personId(house, everything)]
  const grants = await grantsOf(anke, self, town)
  const idOf = (role: string): string => grants.find((grant) => grant.role === role)?.id ?? ''
  expect((await anke.call('DELETE', `/roles/${idOf('organizationAdmin')}`)).status).toBe(200)
  const last = await anke.call('DELETE', `/roles/${idOf('chiefExecutive')}`)
  expect([last.status, last.text.includes('niemanden mehr, der Aufgaben vergibt')]).toEqual([422, true])
  const ole = await house.as(admin)
  const own = {
    personId: await personId(house, admin),
    organizationId: await placeId(house, 'Kommunalverbund Elbe-Saale eG'),
  }
  const betrieb = await ole.call(
    'DELETE',
    `/roles?personId=${own.personId}&organizationId=${own.organizationId}&role=administrator`,
  )
  expect([betrieb.status, betrieb.text.includes('letzte Person im Betrieb')]).toEqual([422, true])
})

test('two heads who end each other at the same time: one of them stays', async ({ house }) => {
  const [sabine, martin] = [await house.as(office), await house.as(hvb)]
  const town = await placeId(house, musterstadt)
  const idOf = async (email: string, role: string): Promise<string> =>
    (await grantsOf(sabine, await personId(house, email), town)).find((grant) => grant.role === role)?.id ?? ''
  const [hers, his] = [await idOf(office, 'organizationAdmin'), await idOf(hvb, 'chiefExecutive')]
  const replies = await Promise.all([sabine.call('DELETE', `/roles/${his}`), martin.call('DELETE', `/roles/${hers}`)])
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  // The other has lost the own role, or would have been the last: an answer either way, no failure.
  expect([403, 404, 422]).toContain(replies.find(({ status }) => status !== 200)?.status)
  const left = await asOwner(house, (db) =>
    db
      .selectFrom('identity.role_grant')
      .select('role')
      .where('organization_id', '=', town)
      .where('role', 'in', ['organizationAdmin', 'chiefExecutive'])
      .where('until_day', 'is', null)
      .execute(),
  )
  expect(left).toHaveLength(1)
})
