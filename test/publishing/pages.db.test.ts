// Plain pages, and barriers that people report.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { pageTasks } from '#domains/publishing/pages/index.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/context.ts'
import { asOwner } from '../access/as-owner.ts'
import { isb, test, type TestHouse } from '../harness/house.ts'
import { formsOf, readable } from '../http/html.ts'

const editor = 'redaktion@verbund.example'
const administrator = 'admin@verbund.example'

test('every page leads to imprint, privacy, accessibility and the form, signed in or not', async ({ house }) => {
  const jana = await house.signedIn(isb)
  for (const page of [
    await house.browser().get('/anmeldung'),
    await house.browser().get('/'),
    await jana.get('/kataloge'),
  ])
    for (const path of ['/impressum', '/datenschutz-hinweise', '/barrierefreiheit', '/barriere-melden'])
      expect(page.html).toContain(`href="${path}`)
  expect((await jana.get('/kataloge')).html).toContain('/barriere-melden?seite=%2Fkataloge')
})

test('the foot of a page with a secret in its address does not carry the secret on', async ({ house }) => {
  const { html } = await house.browser().get('/einladung/abcdefghijklmnopqrstuvwxyz123456')
  expect(html).toContain('href="/barriere-melden"')
  expect(html).not.toContain('seite=%2Feinladung')
})

test('our words name the operator, and say what only the operator knows instead of inventing it', async ({ house }) => {
  const imprint = await house.browser().get('/impressum')
  expect(imprint.text).toContain('Kommunalverbund Elbe-Saale eG')
  expect(imprint.text).toContain('(noch nicht eingetragen: Telefonnummer)')
  expect(imprint.html).not.toMatch(/\[\[|\{\{/)
})

test('the office words a page, brings an earlier version back, and is told when somebody was faster', async ({
  house,
}) => {
  const ole = await house.signedIn(administrator)
  await ole.get('/redaktion/seiten/barrierefreiheit')
  const path = '/redaktion/seiten/barrierefreiheit'
  const saved = await ole.post(path, {
    text: 'Erste **eigene** Fassung von {{verbund}}',
    version: '0',
    tun: 'speichern',
  })
  expect(saved.text).toContain('ist gespeichert und öffentlich')
  expect((await house.browser().get('/barrierefreiheit')).html).toContain('<strong>eigene</strong>')
  await ole.get(path)
  await ole.post(path, { text: 'Zweite Fassung', version: '1', tun: 'speichern' })
  const overtaken = await ole.post(path, { text: 'Dritte, zu spät', version: '1', tun: 'speichern' })
  expect(overtaken.status).toBe(409)
  expect(readable(overtaken.html)).toContain('Dritte, zu spät')
  expect((await ole.get(`${path}?fassung=1`)).text).toContain('Erste **eigene** Fassung')
  expect((await house.browser().get('/barrierefreiheit')).text).toContain('Zweite Fassung')
  // What a page once said is the office's to see, nobody else's.
  const api = await house.stranger.get('/pages')
  expect(api.text).toContain('Zweite Fassung')
  expect(api.text).not.toContain('**eigene**')
  expect((await (await house.as(isb)).put('/pages/impressum', { text: 'Meins', version: 0 })).status).toBe(403)
  expect((await (await house.as(editor)).put('/pages/gibt-es-nicht', { text: 'x', version: 0 })).status).toBe(404)
})

interface Reports {
  items: { id: string; what: string; dueOn: string; answerWanted: boolean; answer: string | null }[]
}
const reports = async (house: TestHouse) =>
  (await (await house.as(editor)).get<Reports>('/barrier-reports?limit=200')).body.items

const report = async (house: TestHouse, fields: Record<string, string>) => {
  const someone = house.browser()
  await someone.get('/barriere-melden')
  return someone.post('/barriere-melden', fields)
}

const mailsTo = (house: TestHouse, email: string) =>
  asOwner(house, (db) =>
    db
      .selectFrom('mail.message')
      .select(['template', 'data'])
      .where('recipient_email', '=', email)
      .orderBy('id')
      .execute(),
  )

test('a barrier is reported without an account, due in one calendar month, confirmed by mail and told to whom answers', async ({
  house,
}) => {
  const before = house.clock.now()
  house.clock.set(Temporal.Instant.from('2027-01-31T11:00:00Z'))
  const page = await report(house, {
    what: 'Ich höre nur „Grafik“.',
    place: '/kataloge',
    email: 'Leser@Lindental.example',
  })
  expect(page.text).toContain('spätestens am 28.02.2027 eine Antwort')
  const kept = (await reports(house)).find(({ what }) => what.includes('nur „Grafik“.'))
  expect(kept).toMatchObject({ dueOn: '2027-02-28', answerWanted: true })
  const mails = await mailsTo(house, 'leser@lindental.example')
  expect(mails).toMatchObject([{ template: 'publishing.barrierReceived', data: { frist: '28.02.2027' } }])
  const told = await (await house.as(editor)).get<{ items: { title: string; url: string }[] }>('/notifications')
  expect(told.body.items[0]).toMatchObject({ url: `/redaktion/barrieren/${kept?.id}` })
  house.clock.set(before)
})

test('the page comes along in the address, and only a page of this house', async ({ house }) => {
  const placeAt = async (query: string) =>
    formsOf((await house.browser().get(`/barriere-melden?seite=${query}`)).html).find(
      ({ action }) => action === '/barriere-melden',
    )?.fields['place']
  expect(await placeAt('%2Fpruefungen%2F1')).toBe('/pruefungen/1')
  for (const foreign of [
    '%2F%2Ffremd.example',
    'https%3A%2F%2Ffremd.example',
    '%2F%22%3E%3Cscript%3E',
    `%2F${'a'.repeat(2000)}`,
  ])
    expect(await placeAt(foreign)).toBe('')
})

test('what is refused loses nothing, and HTML stays words', async ({ house }) => {
  const nothing = await report(house, { what: ' ', place: '/hilfe', email: 'keine-adresse' })
  expect(nothing.status).toBe(422)
  expect(nothing.html).toContain('value="/hilfe"')
  expect(nothing.html).toContain('value="keine-adresse"')
  expect(nothing.text).toContain('Bitte beschreiben Sie kurz, was nicht ging.')
  expect(nothing.text).toContain('Das ist keine E-Mail-Adresse.')
  await report(house, { what: '<script>alert(1)</script>', place: '<b>hier</b>', email: '' })
  const lea = await house.signedIn(editor)
  const found = (await reports(house)).find(({ what }) => what.includes('alert'))
  for (const path of ['/redaktion/barrieren', `/redaktion/barrieren/${found?.id}`]) {
    const { html } = await lea.get(path)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<b>hier')
  }
  const foreign = await house.browser().post('/barriere-melden', { what: 'ohne Marke', _csrf: 'falsch' })
  expect(foreign.status).toBe(403)
})

test('the answer goes out by mail, closes the report once and forgets the address', async ({ house }) => {
  await report(house, { what: 'Zu wenig Kontrast.', place: '/', email: 'frage@lindental.example' })
  const found = (await reports(house)).find(({ what }) => what === 'Zu wenig Kontrast.')
  const lea = await house.signedIn(editor)
  const path = `/redaktion/barrieren/${found?.id}`
  await lea.get(path)
  expect((await lea.post(path, { answer: ' ' })).status).toBe(422)
  const answered = await lea.post(path, { answer: 'Der Kontrast ist erhöht.' })
  expect(answered.text).toContain('als Mail unterwegs')
  const mails = await mailsTo(house, 'frage@lindental.example')
  expect(mails.at(-1)).toMatchObject({
    template: 'publishing.barrierAnswered',
    data: { antwort: 'Der Kontrast ist erhöht.' },
  })
  expect((await reports(house)).find(({ id }) => id === found?.id)).toMatchObject({
    answerWanted: false,
    answer: 'Der Kontrast ist erhöht.',
  })
  const twice = await lea.post(path, { answer: 'Noch eine Antwort.' })
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('schon beantwortet')
  expect(readable(twice.html)).toContain('Noch eine Antwort.')
  expect(await mailsTo(house, 'frage@lindental.example')).toHaveLength(mails.length)
  expect((await (await house.as(editor)).post(`/barrier-reports/${found?.id}/answer`, { answer: 'x' })).status).toBe(
    422,
  )
})

test('only who answers reads reports: no administrator, no municipality, nobody', async ({ house }) => {
  expect((await (await house.as(administrator)).get('/barrier-reports')).status).toBe(403)
  expect((await (await house.as(isb)).get('/barrier-reports')).status).toBe(403)
  expect((await house.stranger.get('/barrier-reports')).status).toBe(401)
})

const actorOf = async (house: TestHouse, email: string): Promise<Actor> => {
  const { body } = await (
    await house.as(email)
  ).get<{ person: { id: string; name: string }; actingFor: { id: string; name: string }; roles: string[] }>('/me')
  const place = { ...body.actingFor, kind: 'cooperative' }
  return {
    personId: body.person.id,
    name: body.person.name,
    email,
    actingFor: place,
    roles: body.roles,
    organizations: [place],
  }
}

const tasksOf = async (house: TestHouse, email: string, limit = 50) => {
  const actor = await actorOf(house, email)
  const now = house.clock.now()
  const as = { personId: actor.personId, actingFor: actor.actingFor?.id ?? null }
  return unitOfWork(house.services.database, { as, now, mode: 'read only' }, (db) =>
    pageTasks.list?.({ actor, db, now }, { limit }),
  )
}

test('open reports are duties of those who answer, the next to be due first; gaps in pages are duties without a day', async ({
  house,
}) => {
  const { items, total } = await tasksOf(house, editor)
  const days = items.flatMap(({ dueOn }) => (dueOn ? [dueOn.toString()] : []))
  expect(days.length).toBeGreaterThanOrEqual(3)
  expect(days).toEqual(days.toSorted())
  expect(items.find(({ key }) => key === 'page:impressum')).toMatchObject({
    dueOn: null,
    url: '/redaktion/seiten/impressum',
  })
  expect(items.find(({ key }) => key === 'page:barrierefreiheit')).toBeUndefined()
  expect(total).toBe(items.length)
  expect(await tasksOf(house, editor, 1)).toMatchObject({ total, items: [{ title: 'Gemeldete Barriere beantworten' }] })
  const ole = await tasksOf(house, administrator)
  expect(ole.items.every(({ key }) => key.startsWith('page:'))).toBe(true)
  expect(await tasksOf(house, isb)).toEqual({ items: [], total: 0 })
})

test('a flood of reports is stopped with the text kept, and a mailbox gets three receipts at most', async ({
  house,
}) => {
  const email = 'opfer@lindental.example'
  const answers = []
  for (let number = 1; number <= 14; number += 1)
    answers.push(await report(house, { what: `Flut ${number}`, place: '', email }))
  const stopped = answers.filter(({ status }) => status === 429)
  expect(stopped.length).toBeGreaterThan(0)
  expect(stopped.length).toBeLessThan(14)
  expect(stopped.at(-1)?.text).toContain('Ihr Text steht noch unten')
  expect(readable(stopped.at(-1)?.html ?? '')).toContain('Flut 14')
  expect((await reports(house)).filter(({ what }) => what.startsWith('Flut'))).toHaveLength(14 - stopped.length)
  expect((await mailsTo(house, email)).length).toBeLessThanOrEqual(3)
  const now = house.clock.now()
  house.clock.set(now.add({ hours: 2 }))
  expect((await report(house, { what: 'Danach', place: '', email: '' })).status).toBe(200)
  house.clock.set(now)
})

test('a report answered more than a year ago is deleted by its term, an open one never', async ({ house }) => {
  const left = () =>
    asOwner(house, (db) => db.selectFrom('publishing.barrier_report').select(['id', 'answered_at']).execute())
  const before = await left()
  const open = before.filter(({ answered_at }) => answered_at === null)
  expect(before.length).toBeGreaterThan(open.length)
  await house.services.worker.runDue() // from now on the nightly jobs have their times
  house.clock.set(house.clock.now().add({ hours: 24 * 360 }))
  await house.services.worker.runDue()
  expect(await left()).toEqual(before)
  house.clock.set(house.clock.now().add({ hours: 24 * 10 }))
  await house.services.worker.runDue()
  expect(await left()).toEqual(open)
})
