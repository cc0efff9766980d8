// Duties around people's access, mail and jobs: who has them, who does not, and that they end.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, hvb, isb, itStaff, manager, observer, test, type TestHouse } from '../harness/house.ts'
import { admin, elbaueName, musterstadt, office, personId, placeId } from '../people/cast.ts'
import { dutiesOf } from './duties.ts'

const manager2 = 'programm2@verbund.example'

/** Of checks and of programmes tests of their own tell. */
const others = new Set([
  'security/assessments',
  'security/appointments',
  'security/participation',
  'foundation/programmes',
  'foundation/programmes/contact-log',
])

const titlesOf = async (house: TestHouse, email: string): Promise<string[]> =>
  (await dutiesOf(house, email)).filter(({ source }) => !others.has(source)).map(({ title }) => title)

test('an invitation that ran out is the duty of whoever sent it, until it is sent again or taken back', async ({
  house,
}) => {
  const sabine = await house.as(office)
  const before = house.clock.now()
  const invited = await sabine.post<{ id: string }>('/invitations', {
    email: 'neu@musterstadt.example',
    name: 'Frieda Fuchs',
    organizationId: await placeId(house, musterstadt),
    roles: ['itStaff'],
  })
  expect(invited.status).toBe(201)
  const title = 'Frieda Fuchs noch einmal einladen'
  expect(await titlesOf(house, office)).not.toContain(title)
  house.clock.set(before.add({ hours: 24 * 16 }))
  const duty = (await dutiesOf(house, office)).find((each) => each.title === title)
  expect(duty).toMatchObject({ url: '/einladungen', source: 'identity', dueOn: null })
  expect(duty?.reason).toContain('Stadt Musterstadt · Ihre Einladung galt bis')
  for (const email of [hvb, isb, elbaue]) expect(await titlesOf(house, email)).not.toContain(title)
  expect((await sabine.post(`/invitations/${invited.body.id}/dispatch`)).status).toBe(200)
  expect(await titlesOf(house, office)).not.toContain(title)
  house.clock.set(before)
})

test('a proposal waits for a second person of the cooperative, and then for the heads of the municipality', async ({
  house,
}) => {
  const tobias = await personId(house, itStaff)
  const organizationId = await placeId(house, musterstadt)
  const proposed = await (
    await house.as(manager)
  ).post<{ id: string }>('/administrator-replacements', {
    organizationId,
    reason: 'Seit drei Wochen niemand erreichbar.',
    personId: tobias,
  })
  expect(proposed.status).toBe(201)
  const title = 'Vorschlag für Stadt Musterstadt bestätigen oder ablehnen'
  for (const email of [admin, manager2]) {
    const duty = (await dutiesOf(house, email)).find((each) => each.title === title)
    expect(duty).toMatchObject({ url: '/zugaenge-ersetzen', dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  }
  for (const email of [manager, hvb, office, isb, observer]) expect(await titlesOf(house, email)).not.toContain(title)
  await (await house.as(admin)).post(`/administrator-replacements/${proposed.body.id}/confirmation`)
  expect(await titlesOf(house, manager2)).not.toContain(title)
  const check = 'Prüfen, ob Tobias Brandt die Zugänge verwalten soll'
  for (const email of [hvb, office]) expect(await titlesOf(house, email)).toContain(check)
  for (const email of [isb, itStaff, elbaue, manager]) expect(await titlesOf(house, email)).not.toContain(check)
  await (
    await house.as(hvb)
  ).post(`/administrator-replacements/${proposed.body.id}/objections`, { reason: 'Wir sind da.' })
  expect(await titlesOf(house, hvb)).not.toContain(check)
})

test('a municipality where nobody can let anybody in is the duty of the cooperative, unless somebody is invited', async ({
  house,
}) => {
  const title = `Für ${elbaueName} jemanden für die Zugänge vorschlagen`
  expect(await titlesOf(house, manager)).not.toContain(title)
  await asOwner(house, (db) =>
    sql`update identity.invitation set revoked_at = ${house.clock.now().toString()} where accepted_at is null`.execute(
      db,
    ),
  )
  for (const email of [manager, manager2, admin]) expect(await titlesOf(house, email)).toContain(title)
  for (const email of [elbaue, hvb, 'lotse@verbund.example', observer])
    expect(await titlesOf(house, email)).not.toContain(title)
})

test('organizations without anybody are one duty together', async ({ house }) => {
  const client = await house.as(manager)
  for (const [at, name] of ['Leerdorf', 'Stilldorf'].entries())
    expect(
      (await client.post('/organizations', { name, kind: 'unitaryMunicipality', ars: `15999801000${at}` })).status,
    ).toBe(201)
  expect((await titlesOf(house, manager)).filter((title) => title.includes('ohne Zugang'))).toEqual([
    '2 Organisationen ohne Zugang einladen',
  ])
})

test('mail that did not leave and jobs that gave up are duties of those who tend them', async ({ house }) => {
  const now = house.clock.now().toString()
  await asOwner(house, async (db) => {
    await sql`update mail.message set state = 'failed' where id in (select id from mail.message limit 1)`.execute(db)
    await sql`insert into jobs.job (id, name, data, due_at, created_at, dead_at) values (${newId()}::uuid, 'probe', '{}', ${now}, ${now}, ${now})`.execute(
      db,
    )
  })
  const duties = ['Eine Mail, die nicht hinausging, ansehen', 'Einen gescheiterten Auftrag ansehen']
  expect(await titlesOf(house, admin)).toEqual(expect.arrayContaining(duties))
  for (const email of [manager, hvb, isb]) {
    const titles = await titlesOf(house, email)
    for (const duty of duties) expect(titles).not.toContain(duty)
  }
})
