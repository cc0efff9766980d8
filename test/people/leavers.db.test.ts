// Somebody leaves: what ends, what goes to whom, and what stays.
import { expect } from 'vitest'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { asOwner } from '../access/as-owner.ts'
import {
  dayFrom,
  halfPastMidnight,
  kleinweiler,
  musterstadt,
  newsOf,
  office,
  personId,
  placeId,
  springer,
} from './cast.ts'

interface Departure {
  id: string
  lastDay: string
  handedOver: { what: string; to: string | null }[]
}

test('what the leaver holds goes to the successor, the session ends at once, roles elsewhere stay', async ({
  house,
}) => {
  const [town, other] = [await placeId(house, musterstadt), await placeId(house, kleinweiler)]
  const nele = house.browser()
  await nele.signIn(springer, 'lotsenwerk-demo')
  await nele.post('/handeln-fuer', { organization: town })
  const jana = await house.as(isb)
  const days = { until: dayFrom(house, 5) }
  expect((await jana.post('/substitutions', { deputyId: await personId(house, springer), ...days })).status).toBe(201)
  const sabine = await house.as(office)
  const left = await sabine.post<Departure>('/departures', {
    personId: await personId(house, springer),
    organizationId: town,
    successorId: await personId(house, itStaff),
  })
  expect([left.status, left.body.lastDay]).toEqual([201, dayFrom(house, -1)])
  expect(left.body.handedOver).toMatchObject([{ to: 'Tobias Brandt' }])
  expect(left.body.handedOver[0]?.what).toContain('Vertretung von Jana Wiesner')
  const tobias = await (await house.as(itStaff)).get<{ roles: string[] }>('/me')
  expect(tobias.body.roles.toSorted()).toEqual(['itStaff', 'securityOfficer'])
  expect((await newsOf(house, isb))[0]).toContain('Tobias Brandt vertritt Jana Wiesner')
  expect((await nele.get('/pruefungen')).text).toContain('Anmelden')
  const back = await (await house.as(springer)).get<{ organizations: { id: string }[] }>('/me')
  expect(back.body.organizations.map(({ id }) => id)).toEqual([other])
  const report = await (await house.signedIn(office)).get(`/ausgeschieden/${left.body.id}`)
  expect(report.text).toContain('Nele Brinkmann ist ausgeschieden')
  expect(report.text).toContain('Vertretung von Jana Wiesner')
})

test('a substitution does not go to whoever arranges the departure: it ends, and the represented person is told', async ({
  house,
}) => {
  const [town, tobias] = [await placeId(house, musterstadt), await personId(house, itStaff)]
  await (await house.as(hvb)).post('/substitutions', { deputyId: tobias, until: dayFrom(house, 4) })
  const sabine = await house.as(office)
  const left = await sabine.post<Departure>('/departures', {
    personId: tobias,
    organizationId: town,
    successorId: await personId(house, office),
    lastDay: dayFrom(house, 1),
  })
  expect(left.body.handedOver.filter(({ what }) => what.includes('Martin Köhler'))).toMatchObject([{ to: null }])
  expect((await newsOf(house, hvb)).join()).toContain('bitte benennen Sie jemand anderen')
  expect((await (await house.as(office)).get<{ roles: string[] }>('/me')).body.roles).not.toContain('chiefExecutive')
})

test('with a last day to come everything works until then, and the night after the way in is closed', async ({
  house,
}) => {
  const tobias = await house.as(itStaff)
  expect((await tobias.get<{ roles: string[] }>('/me')).body.roles).toContain('itStaff')
  // A worker that is running has planned the coming night.
  await house.services.worker.runDue()
  house.clock.set(halfPastMidnight(house, 2))
  expect((await tobias.get<{ roles: string[] }>('/me')).body.roles).toEqual([])
  await house.services.worker.runDue()
  expect((await tobias.get('/me')).status).toBe(401)
  const names = await asOwner(house, (db) =>
    db.selectFrom('identity.person').select('name').where('email', '=', itStaff).execute(),
  )
  expect(names).toEqual([{ name: 'Tobias Brandt' }])
})

test('the last who gives roles does not leave without a successor', async ({ house }) => {
  const anke = await house.as(everything)
  const body = { personId: await personId(house, everything), organizationId: await placeId(house, kleinweiler) }
  const stays = await anke.post('/departures', body)
  expect([stays.status, stays.text.includes('niemanden mehr')]).toEqual([422, true])
  expect((await anke.get<{ roles: string[] }>('/me')).body.roles).toHaveLength(7)
})

test('others do not end it, and not where they have no say', async ({ house }) => {
  const [town, jana] = [await placeId(house, musterstadt), await personId(house, isb)]
  const body = { personId: jana, organizationId: town }
  for (const email of [isb, elbaue, manager, 'admin@verbund.example'])
    expect([email, (await (await house.as(email)).post('/departures', body)).status]).toEqual([email, 403])
  const page = await (await house.signedIn(isb)).get(`/personen/${jana}/ausscheiden`)
  expect(page.status).toBe(403)
})

test('an assessor who leaves the contractor reads nowhere any more, and the programme managers are told', async ({
  house,
}) => {
  const torsten = await house.as(manager)
  const body = { personId: await personId(house, assessor), organizationId: await placeId(house, 'Prüfhaus GmbH') }
  const left = await torsten.post<Departure>('/departures', body)
  expect(left.status).toBe(201)
  expect(left.body.handedOver[0]?.what).toContain('Zuweisung zu Stadt Musterstadt')
  expect((await newsOf(house, 'programm2@verbund.example'))[0]).toContain('Felix Arendt scheidet aus')
  const open = await asOwner(house, (db) =>
    db
      .selectFrom('identity.assignment')
      .select('id')
      .where('person_id', '=', body.personId)
      .where('until_day', '>=', dayFrom(house, 0))
      .execute(),
  )
  expect(open).toEqual([])
})
