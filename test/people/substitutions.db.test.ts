// A deputy has the municipal roles of the person for some days, and nobody passes them on.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import {
  answersSeen,
  dayFrom,
  halfPastMidnight,
  musterstadt,
  newsOf,
  office,
  personId,
  placeId,
  springer,
} from './cast.ts'

interface Substitution {
  id: string
  until: string
}

const rolesOf = async (house: Parameters<typeof personId>[0], email: string): Promise<string[]> =>
  (await (await house.as(email)).get<{ roles: string[] }>('/me')).body.roles.toSorted()

test('the deputy has the roles from the first day to the last, in our code and in the database', async ({ house }) => {
  const jana = await house.as(isb)
  const [town, sabine] = [await placeId(house, musterstadt), await personId(house, office)]
  expect(await answersSeen(house, office, town)).toBe(0)
  const named = await jana.post('/substitutions', {
    deputyId: sabine,
    from: dayFrom(house, 1),
    until: dayFrom(house, 2),
  })
  expect(named.status).toBe(201)
  expect((await newsOf(house, office))[0]).toContain('Sie vertreten Jana Wiesner')
  const [begins, ended] = [halfPastMidnight(house, 1), halfPastMidnight(house, 3)]
  house.clock.set(begins.subtract({ hours: 1 }))
  expect(await rolesOf(house, office)).toEqual(['officeHead', 'organizationAdmin'])
  house.clock.set(begins)
  expect(await rolesOf(house, office)).toEqual(['officeHead', 'organizationAdmin', 'securityOfficer'])
  expect(await answersSeen(house, office, town)).toBe(17)
  const page = await (await house.signedIn(office)).get('/pruefungen')
  expect(page.text).toContain('vertritt Jana Wiesner')
  house.clock.set(ended.subtract({ hours: 1 }))
  expect(await answersSeen(house, office, town)).toBe(17)
  house.clock.set(ended)
  expect(await answersSeen(house, office, town)).toBe(0)
  expect(await rolesOf(house, office)).toEqual(['officeHead', 'organizationAdmin'])
})

test('what a deputy does names the substitution in the audit trail, what they do without it does not', async ({
  house,
}) => {
  const jana = await house.as(isb)
  const sabine = await house.as(office)
  const named = await jana.post<Substitution>('/substitutions', {
    deputyId: await personId(house, office),
    until: dayFrom(house, 1),
  })
  const check = await sabine.get<{ items: { id: string }[] }>('/assessments')
  const answered = await sabine.put(`/assessments/${check.body.items[0]?.id}/answers/lw-start-20`, {
    answer: 'yes',
    note: '',
  })
  expect(answered.status).toBe(200)
  const entries = () =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{ event: string; ids: string[] | null }>`
        select event, data -> 'substitutionIds' as ids from audit.entry where event = 'answer.given' order by at desc, id desc limit 1`.execute(
        db,
      )
      return rows
    })
  expect(await entries()).toEqual([{ event: 'answer.given', ids: [named.body.id] }])
  expect((await sabine.call('DELETE', `/substitutions/${named.body.id}`)).status).toBe(200)
  expect((await sabine.get<{ items: unknown[] }>('/assessments')).body.items).toEqual([])
  const tobias = await house.as(itStaff)
  await tobias.put(`/assessments/${check.body.items[0]?.id}/answers/lw-start-21`, { answer: 'yes', note: '' })
  expect(await entries()).toEqual([{ event: 'answer.given', ids: null }])
})

test('the mark stands only where the own roles did not suffice, and never at what everybody may do', async ({
  house,
}) => {
  const [jana, sabine, mayor] = [await house.as(isb), await house.as(office), await house.as(hvb)]
  const deputyId = await personId(house, office)
  const ofJana = await jana.post<Substitution>('/substitutions', { deputyId, until: dayFrom(house, 2) })
  const ofMayor = await mayor.post<Substitution>('/substitutions', { deputyId, until: dayFrom(house, 2) })
  const town = await placeId(house, musterstadt)
  const idsOf = async (event: string) =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{ ids: string[] | null }>`
        select data -> 'substitutionIds' as ids from audit.entry where event = ${event} order by at desc, id desc limit 1`.execute(
        db,
      )
      return rows[0]?.ids?.toSorted() ?? null
    })
  // Zugänge are her own: inviting, giving a role and contacts need nobody else's.
  const invited = { email: 'neu.kollegin@musterstadt.example', name: 'Neue Kollegin', organizationId: town }
  expect((await sabine.post('/invitations', { ...invited, roles: ['itStaff'] })).status).toBe(201)
  expect(await idsOf('invitation.sent')).toBeNull()
  const role = { personId: await personId(house, itStaff), organizationId: town, role: 'navigator' }
  expect((await sabine.post('/roles', role)).status).toBe(201)
  expect(await idsOf('role.granted')).toBeNull()
  // A sign-in is her own too.
  await (await house.signedIn(office)).get('/')
  expect(await idsOf('session.opened')).toBeNull()
  // Answering needs one of three roles, of which she has none: either substitution gives it.
  const check = await sabine.get<{ items: { id: string }[] }>('/assessments')
  const answer = { answer: 'no', note: '' }
  const answered = await sabine.put(`/assessments/${check.body.items[0]?.id}/answers/lw-start-18`, answer)
  expect(answered.status).toBe(200)
  expect(await idsOf('answer.given')).toEqual([ofJana.body.id, ofMayor.body.id].toSorted())
  // Ending a substitution as one of its two sides needs no role.
  for (const { body } of [ofJana, ofMayor])
    expect((await sabine.call('DELETE', `/substitutions/${body.id}`)).status).toBe(200)
  expect(await idsOf('substitution.ended')).toBeNull()
})

test('a deputy who ends the very role on which she acts leaves the mark nevertheless', async ({ house }) => {
  const [sabine, tobias] = [await house.as(office), await house.as(itStaff)]
  const until = dayFrom(house, 1)
  const named = await sabine.post<Substitution>('/substitutions', { deputyId: await personId(house, itStaff), until })
  const town = await placeId(house, musterstadt)
  const grants = await tobias.get<{ items: { id: string; role: string; until: string | null }[] }>(
    `/roles?personId=${await personId(house, office)}&organizationId=${town}`,
  )
  const own = grants.body.items.find((grant) => grant.role === 'organizationAdmin' && grant.until === null)
  expect((await tobias.call('DELETE', `/roles/${own?.id}`)).status).toBe(200)
  const { rows } = await asOwner(house, (db) =>
    sql<{ ids: string[] | null }>`
      select data -> 'substitutionIds' as ids from audit.entry where event = 'role.ended' order by at desc, id desc limit 1`.execute(
      db,
    ),
  )
  expect(rows).toEqual([{ ids: [named.body.id] }])
  const back = { personId: await personId(house, office), organizationId: town, role: 'organizationAdmin' }
  expect((await (await house.as(hvb)).post('/roles', back)).status).toBe(201)
  await sabine.call('DELETE', `/substitutions/${named.body.id}`)
})

test("a deputy's deputy gets nothing of it", async ({ house }) => {
  const [jana, sabine] = [await house.as(isb), await house.as(office)]
  const town = await placeId(house, musterstadt)
  const until = dayFrom(house, 3)
  const first = await jana.post<Substitution>('/substitutions', { deputyId: await personId(house, office), until })
  const second = await sabine.post<Substitution>('/substitutions', { deputyId: await personId(house, hvb), until })
  expect([first.status, second.status]).toEqual([201, 201])
  expect(await rolesOf(house, hvb)).toEqual(['chiefExecutive', 'officeHead', 'organizationAdmin'])
  for (const { body } of [first, second]) await jana.call('DELETE', `/substitutions/${body.id}`)
  const open = await sabine.get<{ items: Substitution[] }>('/substitutions')
  for (const { id, until: end } of open.body.items)
    if (end >= dayFrom(house, 0)) await sabine.call('DELETE', `/substitutions/${id}`)
  expect(await answersSeen(house, office, town)).toBe(0)
})

test('nobody stands in for oneself, no stranger does, and not for long', async ({ house }) => {
  const jana = await house.as(isb)
  const until = dayFrom(house, 3)
  const cases: [Record<string, unknown>, number][] = [
    [{ deputyId: await personId(house, isb), until }, 422],
    [{ deputyId: await personId(house, elbaue), until }, 404],
    [{ deputyId: await personId(house, assessor), until }, 422],
    [{ deputyId: await personId(house, hvb), until: dayFrom(house, 200) }, 422],
    [{ deputyId: await personId(house, hvb), from: dayFrom(house, -1), until }, 422],
    [{ deputyId: await personId(house, hvb), from: dayFrom(house, 5), until }, 422],
    [{ deputyId: await personId(house, hvb) }, 422],
  ]
  for (const [body, status] of cases) expect((await jana.post('/substitutions', body)).status).toBe(status)
  for (const email of [assessor, manager]) {
    const refused = await (
      await house.as(email)
    ).post('/substitutions', { deputyId: await personId(house, hvb), until })
    expect(refused.status).toBe(403)
  }
})

test('both sides see it, and a third colleague cannot end it', async ({ house }) => {
  const jana = await house.as(isb)
  const named = await jana.post<Substitution>('/substitutions', {
    deputyId: await personId(house, itStaff),
    until: dayFrom(house, 6),
  })
  for (const email of [isb, itStaff]) {
    const page = await (await house.signedIn(email)).get('/vertretung')
    expect(page.text).toMatch(/Jana Wiesner Tobias Brandt/)
  }
  const nele = await house.as(springer)
  const header = { 'lotsenwerk-acting-for': await placeId(house, musterstadt) }
  expect((await nele.call('DELETE', `/substitutions/${named.body.id}`, undefined, header)).status).toBe(403)
  expect((await (await house.as(elbaue)).call('DELETE', `/substitutions/${named.body.id}`)).status).toBe(404)
  expect((await (await house.as(hvb)).call('DELETE', `/substitutions/${named.body.id}`)).status).toBe(200)
  expect((await newsOf(house, isb))[0]).toContain('hat die Vertretung')
})
