// What stands against it: limits, deadlines, programmes that take nobody, roads that have ended, newer texts; and what follows from a declaration.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { needSources, roadParts } from '#app/portal-parts.ts'
import { findEnrollment, findProgramme } from '#foundation/programmes/index.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { asOwner } from '../access/as-owner.ts'
import { dayFrom, musterstadt, personId, placeId } from '../people/cast.ts'
import { assessor, elbaue, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { type DeclarationState, guide, programmeId, roadId, stepOf } from './cast.ts'

const change = (house: TestHouse, key: string, column: 'takes_interest' | 'state' | 'deadline_on', value: string) =>
  asOwner(house, (db) =>
    sql`update programmes.programme set ${sql.ref(column)} = ${sql.lit(value)} where key = ${key}`.execute(db),
  )

/** Work under the rights of a person, as a page does it. */
async function asPerson<T>(house: TestHouse, email: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { body } = await (await house.as(email)).get<{ actingFor: { id: string } }>('/me')
  const person = await personId(house, email)
  const as = { personId: person, actingFor: body.actingFor.id }
  const now = house.clock.now()
  const actor: Actor = {
    personId: person,
    name: '',
    email,
    actingFor: { id: body.actingFor.id, name: '', kind: '' },
    roles: [],
    organizations: [],
  }
  return unitOfWork(house.services.database, { as, now, mode: 'read only' }, (db) => work({ actor, db, now }))
}

test('two towns of one name stand in the list with their kind and county', async ({ house }) => {
  const torsten = await house.as(manager)
  const kinds = { county: 'Landkreis Auenthal', unitaryMunicipality: 'Landkreis Auenthal' }
  for (const [at, kind] of Object.keys(kinds).entries())
    expect(
      (
        await torsten.post('/organizations', {
          name: 'Auenthal',
          kind,
          ars: `15999701000${at}`,
          county: 'Landkreis Auenthal',
        })
      ).status,
    ).toBe(201)
  const page = await house.browser().get('/mitmachen/sicherkommunal')
  expect(page.text).toContain('Auenthal (Landkreis, Landkreis Auenthal)')
  expect(page.text).toContain('Auenthal (Einheitsgemeinde, Landkreis Auenthal)')
})

test('a programme that takes nobody, has ended or is past its deadline says so and keeps nothing', async ({
  house,
}) => {
  const stranger = house.browser()
  const path = '/mitmachen/prozessmanagement'
  const typed = { organizationName: 'Irgendwo', name: 'Klara Ohm', email: 'klara@ohm.example' }
  await stranger.get(path)
  await change(house, 'prozessmanagement', 'takes_interest', 'false')
  const refused = await stranger.post(path, typed)
  expect([refused.status, refused.text.includes('nimmt zurzeit keine neuen Kommunen auf')]).toEqual([422, true])
  await change(house, 'prozessmanagement', 'takes_interest', 'true')
  await change(house, 'prozessmanagement', 'deadline_on', dayFrom(house, -1))
  expect((await stranger.get(path)).text).toContain('Die Frist von „Erprobung Prozessmanagement“ ist vorbei')
  const martin = await house.signedIn(hvb)
  expect((await martin.get(path)).status).toBe(200)
  const late = await martin.post(`${path}/anmeldung`, {})
  expect([late.status, late.text.includes('ist vorbei')]).toEqual([422, true])
  await change(house, 'prozessmanagement', 'state', 'ended')
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/mitmachen/unsinn')).status).toBe(404)
})

test('from one address come at most ten interests in an hour', async ({ house }) => {
  const stranger = house.browser()
  const path = '/mitmachen/digital-lotsen'
  const statuses: number[] = []
  for (let at = 0; at < 12; at++) {
    await stranger.get(path)
    const typed = { organizationName: `Ort ${at}`, name: 'Klara Ohm', email: `klara${at}@ohm.example` }
    statuses.push((await stranger.post(path, typed)).status)
  }
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(statuses.at(-1)).toBe(429)
})

test('a newer text does not touch what is signed, and says so', async ({ house }) => {
  const road = await roadId(house, 'sicherkommunal', musterstadt)
  await asOwner(house, (db) =>
    sql`update programmes.programme set declaration_text = 'Ein neuer Text.', declaration_version = declaration_version + 1
         where key = 'sicherkommunal'`.execute(db),
  )
  const state = (await (await house.as(hvb)).get<DeclarationState>(`/enrollments/${road}/declaration`)).body
  expect([state.isNewerText, state.declaration?.textVersion, state.toSign]).toEqual([true, 1, null])
  const page = await (await house.signedIn(hvb)).get(`/teilnahmen/${road}/erklaerung`)
  expect(page.text).toContain('Der Text des Programms hat inzwischen die Fassung 2')
  expect(page.text).not.toContain('Ein neuer Text.')
})

test('on a road that has ended nobody declares, admits or agrees', async ({ house }) => {
  const road = await roadId(house, 'digital-lotsen', 'Verbandsgemeinde Elbaue')
  await asOwner(house, (db) =>
    sql`update programmes.enrollment set state = 'withdrawn', withdrawn_at = ${house.clock.now().toString()} where id = ${road}::uuid`.execute(
      db,
    ),
  )
  const torsten = await house.as(manager)
  const admitted = await torsten.post(`/enrollments/${road}/admission`, { decision: 'admitted' })
  expect([admitted.status, admitted.text.includes('Die Teilnahme ist beendet')]).toEqual([422, true])
  const page = await (await house.signedIn(elbaue)).get(`/teilnahmen/${road}/erklaerung`)
  expect([page.status, page.text.includes('Die Teilnahme ist beendet')]).toEqual([200, true])
  expect(page.html).not.toContain('shownSha256')
})

test('who leads a programme sees signature and paper of its declarations, deliveries and money, and no other signature', async ({
  house,
}) => {
  const signatures = await asPerson(house, manager, ({ db }) =>
    db.selectFrom('signatures.signature').select('subject_type').distinct().execute(),
  )
  expect(signatures.map(({ subject_type }) => subject_type).toSorted()).toEqual([
    'acceptance',
    'agreement',
    'declaration',
  ])
  const files = await asPerson(house, manager, ({ db }) =>
    db.selectFrom('files.file').select(['id', 'owner_type']).execute(),
  )
  expect((await (await house.as(manager)).get(`/files/${files[0]?.id}`)).status).toBe(200)
  expect(new Set(files.map(({ owner_type }) => owner_type))).toEqual(
    new Set(['declaration', 'agreement', 'delivery', 'invoice', 'proofOfUse']),
  )
  expect(
    await asPerson(house, guide, ({ db }) => db.selectFrom('signatures.signature').select('id').execute()),
  ).toEqual([])
})

test('the page of the road and the cockpit are told what stands there and what is missing', async ({ house }) => {
  const part = roadParts.find(({ name }) => name === 'declarations')
  const source = needSources.find(({ name }) => name === 'declarations')
  const own = await roadId(house, 'sicherkommunal', musterstadt)
  const told = await asPerson(house, isb, async (ctx) => {
    const road = await findEnrollment(ctx.db, own)
    return road && part?.tell(ctx, road)
  })
  expect(told).toContain('von Martin Köhler. Es gilt: ')
  expect(told).toContain('Erlaubnis zum Scannen')
  const id = await programmeId(house, 'sicherkommunal')
  const needs = await asPerson(house, manager, async (ctx) => {
    const programme = await findProgramme(ctx.db, id)
    return programme && source?.list(ctx, programme)
  })
  const kleinweiler = await roadId(house, 'sicherkommunal', 'Gemeinde Kleinweiler')
  const lacking = new Map((needs ?? []).map(({ key, enrollmentIds }) => [key, enrollmentIds]))
  expect(lacking.get('withoutDataProcessing')).toContain(kleinweiler)
  expect(lacking.get('withoutScanPermission')).toContain(kleinweiler)
  expect(lacking.get('withoutScanPermission') ?? []).not.toContain(own)
})

test('an assessor is assigned only where the declaration names their contractor', async ({ house }) => {
  const torsten = await house.as(manager)
  const body = {
    personId: await personId(house, assessor),
    organizationId: await placeId(house, 'Gemeinde Kleinweiler'),
    from: dayFrom(house, 0),
    until: dayFrom(house, 5),
  }
  const withdrawn = (at: string | null) =>
    asOwner(house, (db) =>
      sql`update declarations.declaration set withdrawn_at = ${at}::timestamptz, withdrawal_reason = 'Probe'
           where organization_id = ${body.organizationId}::uuid`.execute(db),
    )
  await withdrawn(house.clock.now().toString())
  const refused = await torsten.post('/assignments', body)
  expect([refused.status, refused.text.includes('Den Auftragnehmer muss die Erklärung')]).toEqual([422, true])
  await withdrawn(null)
  expect((await torsten.post('/assignments', body)).status).toBe(201)
})

test('who wrote without an account finds it among the own data once there is one', async ({ house }) => {
  const stranger = house.browser()
  house.clock.set(house.clock.now().add({ hours: 3 }))
  await stranger.get('/mitmachen/digital-lotsen')
  await stranger.post('/mitmachen/digital-lotsen', {
    organizationName: 'Musterstadt',
    name: 'Jana Wiesner',
    email: isb,
  })
  const own = await (await house.signedIn(isb)).get('/mein-zugang/daten')
  expect(own.text).toContain('Interesse an Programmen, ohne Anmeldung erklärt')
})

test('an admission that was refused waits for the municipality with the reason', async ({ house }) => {
  const road = await roadId(house, 'digital-lotsen', musterstadt)
  const torsten = await house.as(manager)
  const refused = await torsten.post(`/enrollments/${road}/admission`, {
    decision: 'refused',
    reason: 'Kein Platz mehr.',
  })
  expect(refused.status).toBe(200)
  expect(await stepOf(house, road, 'admission')).toMatchObject({
    waitingFor: 'organization',
    missing: 'Abgelehnt: Kein Platz mehr.',
  })
  const mail = await (await house.signedIn(hvb)).get('/postfach')
  expect(mail.text).toContain('Ihre Erklärung zu „Digital-Lotsen“: abgelehnt')
})
