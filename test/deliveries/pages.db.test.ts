// The same on the pages: what each side sees, what is refused and kept, what is told.
import { expect } from 'vitest'
import { demoPassword as password, everything, hvb, isb, manager, test } from '../harness/house.ts'
import { type AcceptanceJson, type Items, type OrderJson, stageOf, supplier, today } from './cast.ts'

test('each side has its list, and the contractor sees neither accounts nor roads', async ({ house }) => {
  const stage = await stageOf(house)
  await stage.commissioned('Workshop Sichtbar', 120_000)
  const [torsten, anke, office, jana] = [
    await house.signedIn(manager),
    await house.signedIn(everything),
    await house.signedIn(supplier),
    await house.signedIn(isb),
  ]
  expect((await torsten.get(`/programme-im-verbund/${stage.programmeId}/auftraege`)).text).toContain(
    'Workshop Sichtbar',
  )
  expect((await torsten.get(`/programme-im-verbund/${stage.programmeId}/auftraege?stand=settled`)).text).toContain(
    'Kein Auftrag passt zu diesem Filter',
  )
  expect((await anke.get(`/teilnahmen/${stage.enrollmentId}/auftraege`)).text).toContain('Workshop Sichtbar')
  expect((await office.get('/auftraege')).text).toContain('Workshop Sichtbar')
  expect((await office.get(`/teilnahmen/${stage.enrollmentId}/auftraege`)).status).toBe(404)
  expect((await office.get(`/programme-im-verbund/${stage.programmeId}/auftraege`)).status).toBe(403)
  expect((await jana.get('/auftraege')).status).toBe(403)
  expect((await torsten.get('/auftraege')).html).toContain(`/programme-im-verbund/${stage.programmeId}/auftraege`)
})

test('several orders are ticked and commissioned at once, and the office hears of them in one message', async ({
  house,
}) => {
  const stage = await stageOf(house)
  const orders = [await stage.order('Erstes', 10_000), await stage.order('Zweites', 20_000)]
  const torsten = await house.signedIn(manager)
  const list = `/programme-im-verbund/${stage.programmeId}/auftraege`
  await torsten.get(list)
  const nothing = await torsten.post(`${list}/beauftragen`, {})
  expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('kein Auftrag angekreuzt')])
  const done = await torsten.post(`${list}/beauftragen`, Object.fromEntries(orders.map(({ id }) => [`a_${id}`, 'ja'])))
  expect(done.text).toContain('2 Aufträge sind vergeben.')
  const office = await house.as(supplier)
  for (const { id } of orders)
    expect((await office.get<OrderJson>(`/orders/${id}`)).body.committedCents).toBeGreaterThan(0)
  await house.services.worker.runDue()
  const news = await office.get<Items<{ title: string }>>('/notifications')
  expect(news.body.items.map(({ title }) => title)).toContain('Sie haben 2 neue Aufträge.')
})

test('what was typed into a refused decision is kept, and every refusal says why', async ({ house }) => {
  const stage = await stageOf(house)
  const { id } = await stage.delivered('Getippt', 100_000)
  const anke = await house.signedIn(everything)
  const at = `/auftraege/${id}`
  await anke.get(at)
  const typed = { result: 'accepted', amountCents: '2.000,00', reservations: 'Es fehlt die Liste.\n', note: 'Notiz' }
  const over = await anke.post(`${at}/abnahmen`, typed)
  expect(over.status).toBe(422)
  for (const words of ['sind 1.000', 'Es fehlt die Liste.', 'Notiz', '2.000,00']) expect(over.html).toContain(words)
  const groundless = await anke.post(`${at}/abnahmen`, { ...typed, result: 'refused', note: '' })
  expect([groundless.status, groundless.text]).toEqual([422, expect.stringContaining('Warum nehmen Sie nicht ab?')])
  const no = await anke.post(`${at}/abnahmen`, { ...typed, amountCents: 'viel' })
  expect([no.status, no.text]).toEqual([422, expect.stringContaining('Bitte einen Betrag in Euro')])
})

test('on the page the head signs with the password, the manager countersigns, and the contractor reads it', async ({
  house,
}) => {
  const stage = await stageOf(house)
  const { id } = await stage.delivered('Unterschrieben', 100_000)
  const anke = await house.signedIn(everything)
  await anke.get(`/auftraege/${id}`)
  const prepared = await anke.post(`/auftraege/${id}/abnahmen`, {
    result: 'accepted',
    amountCents: '1.000,00',
    reservations: 'Das Handout fehlt.',
    note: '',
  })
  expect(prepared.text).toContain('Jetzt fehlt die Unterschrift')
  const found = await (await house.as(everything)).get<Items<AcceptanceJson>>(`/acceptances?orderId=${id}`)
  const at = `/teilnahmen/${stage.enrollmentId}/abnahmen/${found.body.items[0]?.id}`
  const hash = (text: string): string => /name="shownSha256" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
  const shown = await anke.get(at)
  const wrong = await anke.post(`${at}/unterschrift`, { shownSha256: hash(shown.html), password: 'falsch' })
  expect(wrong.status).toBe(422)
  const stale = await anke.post(`${at}/unterschrift`, { shownSha256: '0'.repeat(64), password })
  expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('etwas dazugekommen')])
  const done = await anke.post(`${at}/unterschrift`, { shownSha256: hash(shown.html), password })
  expect(done.text).toContain('Jetzt zeichnet der Verbund gegen.')
  const torsten = await house.signedIn(manager)
  const tasks = await torsten.get('/aufgaben')
  expect(tasks.text).toContain('Abnahme gegenzeichnen: Unterschrieben')
  const second = await torsten.get(at)
  const booked = await torsten.post(`${at}/gegenzeichnung`, { shownSha256: hash(second.html), password })
  expect(booked.text).toContain('Der Betrag ist als abgenommen gebucht.')
  const office = await house.signedIn(supplier)
  expect((await office.get(`/auftraege/${id}`)).text).toContain('Das Handout fehlt.')
  expect((await office.get(at)).status).toBe(404)
})

test('the story: Musterstadt has a delivery to decide on, Auental an acceptance with an open reservation', async ({
  house,
}) => {
  const martin = await house.as(hvb)
  const titles = (await martin.get<Items<{ title: string }>>('/tasks')).body.items.map(({ title }) => title)
  expect(titles).toContain('Leistung abnehmen: Schwachstellen-Scan')
  const birgit = await house.as('isb@auental.example')
  const [accepted] = (await birgit.get<Items<AcceptanceJson>>('/acceptances')).body.items
  expect([accepted?.state, accepted?.reservations[0]?.fixedOn]).toEqual(['accepted', null])
  const due = today(house)
  expect(due).toMatch(/^\d{4}-/)
})
