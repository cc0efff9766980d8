// Nobody at a municipality can be reached who gives out access: two of the cooperative, 72 hours, everybody there is told.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import { elbaue, hvb, isb, itStaff, manager, test, type TestHouse } from '../harness/house.ts'
import { mailsTo, secretTo } from '../harness/mails.ts'
import { admin, kleinweiler, musterstadt, newsOf, office, personId, placeId, springer } from './cast.ts'

const manager2 = 'programm2@verbund.example'

interface Replacement {
  id: string
  state: string
  candidate: string | null
  effectiveAt: string | null
  note: string | null
  confirmedBy: string | null
}

const list = '/administrator-replacements'
const reason = 'Seit drei Wochen niemand erreichbar; Auskunft des Vorzimmers am Telefon.'

const propose = async (house: TestHouse, email: string, candidate: Record<string, string>, town = musterstadt) =>
  (await house.as(email)).post<Replacement>(list, {
    organizationId: await placeId(house, town),
    reason,
    ...candidate,
  })

const confirm = async (house: TestHouse, email: string, id: string) =>
  (await house.as(email)).post<Replacement>(`${list}/${id}/confirmation`)

const object = async (house: TestHouse, email: string, id: string, why = 'Ich bin wieder da.') =>
  (await house.as(email)).post<Replacement>(`${list}/${id}/objections`, { reason: why })

const stateOf = async (house: TestHouse, id: string): Promise<Replacement> => {
  const found = (await (await house.as(manager)).get<{ items: Replacement[] }>(`${list}?limit=200`)).body.items
  const one = found.find((each) => each.id === id)
  if (!one) throw new Error('not listed')
  return one
}

const started = async (house: TestHouse, candidate: Record<string, string>, town = musterstadt): Promise<string> => {
  const proposed = await propose(house, manager, candidate, town)
  if (proposed.status !== 201) throw new Error(proposed.text)
  const confirmed = await confirm(house, admin, proposed.body.id)
  if (confirmed.status !== 200) throw new Error(confirmed.text)
  return proposed.body.id
}

const pass = (house: TestHouse, hours: number, minutes = 0): void => {
  house.clock.set(house.clock.now().add({ hours, minutes }))
}

const rolesAt = async (house: TestHouse, email: string, town: string): Promise<string[]> => {
  const header = { 'lotsenwerk-acting-for': await placeId(house, town) }
  return (await (await house.as(email)).get<{ roles: string[] }>('/me', header)).body.roles.toSorted()
}

const work = (house: TestHouse) => house.services.worker.runDue()

test('two of the cooperative, 72 hours without objection, and the new administrator is there without any worker', async ({
  house,
}) => {
  const tobias = await personId(house, itStaff)
  const proposed = await propose(house, manager, { personId: tobias })
  expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed'])
  expect((await newsOf(house, admin))[0]).toContain('Eine zweite Person muss bestätigen')
  const hidden = await (await house.as(hvb)).get<{ items: unknown[] }>(list)
  expect(hidden.body.items).toEqual([])
  const confirmed = await confirm(house, admin, proposed.body.id)
  expect([confirmed.status, confirmed.body.state]).toEqual([200, 'waiting'])
  for (const email of [hvb, office, isb, itStaff, springer]) {
    const mails = await mailsTo(house, email)
    expect([email, mails[0]?.template, mails[0]?.data['person']]).toEqual([
      email,
      'identity.replacementConfirmed',
      'Tobias Brandt',
    ])
    expect((await newsOf(house, email))[0]).toContain('kann Ihre Organisation widersprechen')
  }
  pass(house, 71, 59)
  await work(house)
  expect(await rolesAt(house, itStaff, musterstadt)).toEqual(['itStaff'])
  pass(house, 0, 1)
  expect((await stateOf(house, proposed.body.id)).state).toBe('due')
  expect(await rolesAt(house, itStaff, musterstadt)).toEqual(['itStaff', 'organizationAdmin'])
  const over = await stateOf(house, proposed.body.id)
  expect([over.state, over.confirmedBy]).toEqual(['effective', 'Ole Danneberg'])
  expect((await newsOf(house, hvb))[0]).toBe('Tobias Brandt verwaltet jetzt die Zugänge von Stadt Musterstadt.')
  await work(house)
  const { rows } = await asOwner(house, (db) =>
    sql<{ event: string }>`
      select event from audit.entry where data ->> 'replacementId' = ${proposed.body.id} order by at, id`.execute(db),
  )
  expect(rows.map(({ event }) => event)).toEqual([
    'replacement.proposed',
    'replacement.confirmed',
    'replacement.effected',
    'role.granted',
  ])
  expect((await object(house, hvb, proposed.body.id)).status).toBe(422)
  const grants = await (
    await house.as(office)
  ).get<{ items: { id: string; role: string }[] }>(`/roles?personId=${tobias}`)
  const given = grants.body.items.find(({ role }) => role === 'organizationAdmin')
  expect((await (await house.as(office)).call('DELETE', `/roles/${given?.id}`)).status).toBe(200)
})

test('nobody does it alone, nobody for oneself, and nobody from elsewhere', async ({ house }) => {
  const tobias = await personId(house, itStaff)
  for (const email of [hvb, isb, elbaue, 'lotse@verbund.example', 'land@ministerium.example'])
    expect([email, (await propose(house, email, { personId: tobias })).status]).toEqual([email, 403])
  const proposed = await propose(house, manager, { personId: tobias })
  expect((await propose(house, manager2, { personId: tobias })).status).toBe(422)
  const alone = await confirm(house, manager, proposed.body.id)
  expect(alone.status).toBe(403)
  expect(alone.text).toContain('Den eigenen Vorschlag kann niemand bestätigen')
  expect((await confirm(house, hvb, proposed.body.id)).status).toBe(404)
  expect((await confirm(house, elbaue, proposed.body.id)).status).toBe(404)
  expect((await object(house, hvb, proposed.body.id)).status).toBe(404)
  expect((await confirm(house, manager2, proposed.body.id)).status).toBe(200)
  const twice = await confirm(house, admin, proposed.body.id)
  expect([twice.status, twice.text.includes('schon jemand bestätigt')]).toEqual([422, true])
  expect((await object(house, isb, proposed.body.id)).status).toBe(403)
  expect((await object(house, elbaue, proposed.body.id)).status).toBe(404)
  expect((await (await house.as(hvb)).call('DELETE', `${list}/${proposed.body.id}`)).status).toBe(403)
  const withdrawn = await (await house.as(manager)).call<Replacement>('DELETE', `${list}/${proposed.body.id}`)
  expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn'])
  expect((await newsOf(house, hvb))[0]).toContain('hat es zurückgezogen')
})

test('who is proposed belongs there, is no head yet, and is nobody of the cooperative', async ({ house }) => {
  const cases: [Record<string, string>, string][] = [
    [{ personId: await personId(house, office) }, 'schon Aufgaben vergeben'],
    [{ personId: await personId(house, elbaue) }, 'gehört nicht'],
    [{ personId: await personId(house, manager) }, 'selbst entscheiden'],
    [{ email: 'lotse@verbund.example', name: 'Arne Vogt' }, 'gehört selbst zum Verbund'],
    [{ email: manager, name: 'Ich Selbst' }, 'selbst entscheiden'],
    [{ email: 'programm+zwei@verbund.example', name: 'Ich Noch Einmal' }, 'selbst entscheiden'],
    [{ email: 'neu@musterstadt.example' }, 'auch den Namen'],
    [{ personId: await personId(house, itStaff), email: 'a@b.example', name: 'Doppelt' }, 'nicht beides'],
    [{}, 'Bitte wählen Sie jemanden'],
  ]
  for (const [candidate, why] of cases) {
    const refused = await propose(house, manager, candidate)
    expect([refused.status, refused.text.includes(why) ? why : refused.text]).toEqual([422, why])
  }
  const foreign = await propose(house, manager, { personId: await personId(house, itStaff) }, 'Prüfhaus GmbH')
  expect(foreign.status).toBe(403)
})

test('an objection stops it until the last minute, and everybody who knew hears why', async ({ house }) => {
  const id = await started(house, { personId: await personId(house, itStaff) })
  pass(house, 71, 58)
  const objected = await object(house, hvb, id, 'Sabine Ohl ist erreichbar.')
  expect([objected.status, objected.body.state, objected.body.note]).toEqual([
    201,
    'objected',
    'Sabine Ohl ist erreichbar.',
  ])
  for (const email of [manager, admin, itStaff, isb])
    expect([email, (await newsOf(house, email))[0]]).toEqual([email, expect.stringContaining('hat widersprochen')])
  pass(house, 100)
  await work(house)
  expect(await rolesAt(house, itStaff, musterstadt)).toEqual(['itStaff'])
  expect((await stateOf(house, id)).state).toBe('objected')
})

test('a proposal that nobody confirms is over after 14 days and makes room for another', async ({ house }) => {
  const proposed = await propose(house, manager, { personId: await personId(house, itStaff) })
  pass(house, 24 * 14)
  expect((await stateOf(house, proposed.body.id)).state).toBe('expired')
  expect((await confirm(house, admin, proposed.body.id)).status).toBe(422)
  await work(house)
  const next = await propose(house, manager, { personId: await personId(house, itStaff) })
  expect(next.status).toBe(201)
  expect((await (await house.as(manager2)).call('DELETE', `${list}/${next.body.id}`)).status).toBe(200)
})

test('it lapses when the candidate is gone, or somebody else gives out the roles by then', async ({ house }) => {
  const nele = await personId(house, springer)
  const [small, tobias] = [await placeId(house, kleinweiler), await personId(house, itStaff)]
  const first = await started(house, { personId: nele }, kleinweiler)
  const kim = await house.as('alles@kleinweiler.example')
  expect((await kim.post('/departures', { personId: nele, organizationId: small })).status).toBe(201)
  const second = await started(house, { personId: tobias })
  const jana = { personId: await personId(house, isb), organizationId: await placeId(house, musterstadt) }
  const given = await (await house.as(office)).post<{ id: string }>('/roles', { ...jana, role: 'organizationAdmin' })
  expect(given.status).toBe(201)
  pass(house, 72)
  await work(house)
  expect(await stateOf(house, first)).toMatchObject({ state: 'lapsed', note: 'gone' })
  expect(await stateOf(house, second)).toMatchObject({ state: 'lapsed', note: 'newHead' })
  expect(await rolesAt(house, itStaff, musterstadt)).toEqual(['itStaff'])
  expect((await newsOf(house, hvb))[0]).toContain('Inzwischen hat dort jemand anderes')
  expect((await (await house.as(office)).call('DELETE', `/roles/${given.body.id}`)).status).toBe(200)
})

test('somebody from outside is invited once the 72 hours are over, and the address is forgotten', async ({ house }) => {
  const email = 'neu.dabei@musterstadt.example'
  const id = await started(house, { email, name: 'Nora Neudorf' })
  expect(await mailsTo(house, email)).toEqual([])
  pass(house, 72)
  await Promise.all([work(house), work(house)])
  expect((await mailsTo(house, email)).map(({ template }) => template)).toEqual(['identity.invitation'])
  expect(await stateOf(house, id)).toMatchObject({ state: 'effective', candidate: 'Nora Neudorf' })
  const { rows } = await asOwner(house, (db) =>
    sql<{ email: string | null }>`select email from identity.replacement where id = ${id}::uuid`.execute(db),
  )
  expect(rows).toEqual([{ email: null }])
  const secret = await secretTo(house, email, 'identity.invitation')
  const accepted = await house.stranger.post(`/invitations/${secret}/acceptance`, { password: 'ein langes Passwort 7' })
  expect(accepted.status).toBe(201)
  expect(await rolesAt(house, email, musterstadt)).toEqual(['organizationAdmin'])
})

test('a clock that jumps back makes it wait, and one that jumps twice gives the role once', async ({ house }) => {
  const tobias = await personId(house, itStaff)
  const begin = house.clock.now()
  const id = await started(house, { personId: tobias })
  house.clock.set(begin.subtract({ hours: 500 }))
  await work(house)
  expect((await stateOf(house, id)).state).toBe('waiting')
  house.clock.set(begin.add({ hours: 73 }))
  await work(house)
  expect(await rolesAt(house, itStaff, musterstadt)).toEqual(['itStaff', 'organizationAdmin'])
  house.clock.set(begin)
  expect((await stateOf(house, id)).state).toBe('effective')
  house.clock.set(begin.add({ hours: 74 }))
  await work(house)
  const grants = await (
    await house.as(office)
  ).get<{ items: { role: string; until: string | null }[] }>(`/roles?personId=${tobias}&limit=200`)
  expect(grants.body.items.filter(({ role, until }) => role === 'organizationAdmin' && until === null)).toHaveLength(1)
})

test('on the pages: proposed beside the people, confirmed by another, objected to by the mayor', async ({ house }) => {
  const town = await placeId(house, musterstadt)
  const [torsten, ole, mayor] = [await house.signedIn(manager), await house.signedIn(admin), await house.signedIn(hvb)]
  const people = await torsten.get(`/personen?organisation=${town}`)
  expect(people.html).toContain(`/zugaenge-ersetzen?organisation=${town}`)
  await torsten.get(`/zugaenge-ersetzen?organisation=${town}`)
  const empty = await torsten.post('/zugaenge-ersetzen', { organizationId: town, name: 'Nora Nord', reason: '' })
  expect([empty.status, empty.html.includes('value="Nora Nord"')]).toEqual([422, true])
  const jana = await personId(house, isb)
  const done = await torsten.post('/zugaenge-ersetzen', { organizationId: town, personId: jana, reason })
  expect(done.text).toContain('Bestätigen muss jemand anderes')
  const page = await ole.get(`/zugaenge-ersetzen?organisation=${town}`)
  const path = /action="(\/zugaenge-ersetzen\/[^"]+\/bestaetigen)"/.exec(page.html)?.[1] ?? ''
  expect((await ole.post(path, {})).text).toContain('Alle bei Stadt Musterstadt sind benachrichtigt')
  expect((await mayor.get('/personen')).text).toContain('Jana Wiesner soll')
  const seen = await mayor.get('/zugaenge-ersetzen')
  const objection = /action="(\/zugaenge-ersetzen\/[^"]+\/widersprechen)"/.exec(seen.html)?.[1] ?? ''
  expect((await mayor.post(objection, { reason: ' ' })).status).toBe(422)
  expect((await mayor.post(objection, { reason: 'Wir sind da.' })).text).toContain('Es bleibt alles, wie es ist')
})

test('a name that is erased does not stay in the reason', async ({ house }) => {
  const id = newId()
  const erna = { id, name: 'Erna Einmalig', email: 'erna.einmalig@musterstadt.example' }
  await asOwner(house, (db) =>
    db
      .insertInto('identity.person')
      .values({ ...erna, created_at: house.clock.now().toString() })
      .execute(),
  )
  const proposed = await (
    await house.as(manager)
  ).post<Replacement>(list, {
    organizationId: await placeId(house, musterstadt),
    personId: await personId(house, isb),
    reason: 'Erna Einmalig ist fort, und niemand sonst ist da.',
  })
  expect(proposed.status).toBe(201)
  await asOwner(house, (db) =>
    db
      .updateTable('identity.person')
      .set({ name: 'Ehemalige Person', email: `geloescht-${id}@geloescht.invalid` })
      .where('id', '=', id)
      .execute(),
  )
  const seen = await (
    await house.as(manager)
  ).call<{ reason: string }>('DELETE', `${list}/${proposed.body.id}?reason=erledigt`)
  expect(seen.body.reason).toBe('Ehemalige Person ist fort, und niemand sonst ist da.')
})
