// From an order to its acceptance, as all three sides work on it by the API.
import { expect } from 'vitest'
import { demoPassword, everything, hvb, isb, manager, test } from '../harness/house.ts'
import { type AcceptanceJson, type Items, type OrderJson, stageOf, supplier, today, upload } from './cast.ts'

const password = demoPassword
const second = 'programm2@verbund.example'

test('an order is placed, commissioned, delivered, accepted with a reservation, countersigned and booked', async ({
  house,
}) => {
  const stage = await stageOf(house)
  const [torsten, anke, office] = [await house.as(manager), await house.as(everything), await house.as(supplier)]
  const placed = await stage.order('Workshop', 240_000, { dueOn: today(house) })
  expect([placed.state, placed.plannedCents, placed.reference]).toEqual([
    'planned',
    240_000,
    expect.stringMatching(/^B-\d{4}-\d{4}$/),
  ])
  const early = await office.call('POST', `/orders/${placed.id}/deliveries`, upload({ deliveredOn: today(house) }))
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('noch nicht beauftragt')])
  const nothing = await anke.post('/acceptances', { orderId: placed.id })
  expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('nichts als erbracht gemeldet')])

  expect((await torsten.post(`/orders/${placed.id}/commission`, {})).status).toBe(200)
  const reported = await office.call<OrderJson>(
    'POST',
    `/orders/${placed.id}/deliveries`,
    upload({ deliveredOn: today(house), kind: 'attendanceList', note: 'Mit elf Personen.' }),
  )
  expect([reported.status, reported.body.deliveredCents, reported.body.deliveries.length]).toEqual([201, 240_000, 1])

  const prepared = await anke.post<AcceptanceJson>('/acceptances', {
    orderId: placed.id,
    reservations: ['Die Unterlagen fehlen noch.'],
  })
  expect([prepared.status, prepared.body.state, prepared.body.result]).toEqual([201, 'prepared', 'whole'])
  expect(prepared.body.textToSign).toContain('Vorbehalt 1: Die Unterlagen fehlen noch.')
  const { id } = prepared.body
  const unsigned = await torsten.post(`/acceptances/${id}/countersignature`, { password })
  expect([unsigned.status, unsigned.text]).toEqual([409, expect.stringContaining('wartet nicht')])
  const wrong = await anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password: 'falsch' })
  expect(wrong.status).toBe(422)
  const signed = await anke.post<{ state: string }>('/signatures', {
    subjectType: 'acceptance',
    subjectId: id,
    password,
  })
  expect([signed.status, signed.body.state]).toEqual([201, 'signed'])
  expect((await stage.account()).deliveredCents).toBe(240_000)
  const again = await anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password })
  expect(again.status).toBe(201)
  expect((await anke.post(`/acceptances/${id}/countersignature`, { password })).status).toBe(403)

  const countersigned = await torsten.post<AcceptanceJson>(`/acceptances/${id}/countersignature`, { password })
  expect([countersigned.status, countersigned.body.state]).toEqual([200, 'accepted'])
  const account = await stage.account()
  expect([account.deliveredCents, account.acceptedCents]).toEqual([0, 240_000])
  expect((await torsten.post(`/acceptances/${id}/countersignature`, { password })).status).toBe(200)
  expect((await (await house.as(second)).post(`/acceptances/${id}/countersignature`, { password })).status).toBe(409)
  expect((await stage.account()).acceptedCents).toBe(240_000)

  const seen = await anke.get<AcceptanceJson>(`/acceptances/${id}`)
  expect(seen.body.countersignature?.by).toBe('Torsten Ehlers')
  const late = await anke.patch(`/acceptances/${id}/reservations/1`, { fixedOn: '2099-01-01' })
  expect(late.status).toBe(422)
  const fixed = await anke.patch<AcceptanceJson>(`/acceptances/${id}/reservations/1`, { fixedOn: today(house) })
  expect([fixed.status, fixed.body.reservations[0]?.fixedOn]).toEqual([200, today(house)])
  for (const client of [anke, torsten]) {
    const protocol = await client.get(`/acceptances/${id}/protocol.pdf`)
    expect([protocol.status, protocol.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  }
  expect((await office.get(`/acceptances/${id}/protocol.pdf`)).status).toBe(404)
  expect((await office.get<AcceptanceJson>(`/acceptances/${id}`)).body.state).toBe('accepted')
})

test('a part is accepted, the rest is refused with a reason, delivered again, and then accepted', async ({ house }) => {
  const stage = await stageOf(house)
  const [torsten, anke, office] = [await house.as(manager), await house.as(everything), await house.as(supplier)]
  const { id: orderId } = await stage.delivered('Schulung', 300_000)
  const over = await anke.post('/acceptances', { orderId, amountCents: 300_001 })
  expect([over.status, over.text]).toEqual([422, expect.stringContaining('erbracht')])
  const accept = async (wish: Record<string, unknown>) => {
    const prepared = await anke.post<AcceptanceJson>('/acceptances', { orderId, ...wish })
    expect([prepared.status, prepared.text]).toEqual([201, expect.anything()])
    const { id } = prepared.body
    expect((await anke.post('/signatures', { subjectType: 'acceptance', subjectId: id, password })).status).toBe(201)
    return prepared.body
  }
  const part = await accept({ amountCents: 100_000 })
  expect(part.result).toBe('partial')
  expect((await anke.post('/acceptances', { orderId })).status).toBe(422)
  expect((await torsten.post(`/acceptances/${part.id}/countersignature`, { password })).status).toBe(200)
  expect((await anke.post('/acceptances', { orderId, result: 'refused' })).status).toBe(422)
  const refused = await accept({ result: 'refused', note: 'Zwei Termine fehlen.' })
  expect(refused.amountCents).toBe(200_000)
  expect((await stage.account()).deliveredCents).toBe(200_000)
  expect((await torsten.post(`/acceptances/${refused.id}/countersignature`, { password })).status).toBe(409)
  const told = await office.get<Items<{ title: string }>>('/tasks')
  expect(told.body.items.map(({ title }) => title)).toContain('Nachbessern: Schulung')
  house.clock.set(house.clock.now().add({ minutes: 5 }))
  const rework = await office.call<OrderJson>(
    'POST',
    `/orders/${orderId}/deliveries`,
    upload({ deliveredOn: today(house) }),
  )
  expect([rework.status, rework.body.deliveries.at(-1)?.amountCents]).toEqual([201, 0])
  const twice = await office.call('POST', `/orders/${orderId}/deliveries`, upload({ deliveredOn: today(house) }))
  expect(twice.status).toBe(422)
  const rest = await accept({})
  expect(rest.result).toBe('whole')
  expect((await torsten.post(`/acceptances/${rest.id}/countersignature`, { password })).status).toBe(200)
  expect((await stage.account()).acceptedCents).toBe(300_000)
})

test('what was reported by mistake is taken back while nothing of it is accepted, and the signature waits no more', async ({
  house,
}) => {
  const stage = await stageOf(house)
  const [torsten, anke, office] = [await house.as(manager), await house.as(everything), await house.as(supplier)]
  const order = await stage.delivered('Vorlagen', 50_000)
  const delivery = order.deliveries[0]?.id ?? ''
  const prepared = await anke.post<AcceptanceJson>('/acceptances', { orderId: order.id })
  expect((await office.get(`/acceptances/${prepared.body.id}`)).status).toBe(404)
  const back = await office.post<OrderJson>(`/orders/${order.id}/deliveries/${delivery}/withdrawal`, {
    reason: 'Verwechselt.',
  })
  expect([back.status, back.body.committedCents, back.body.deliveredCents]).toEqual([200, 50_000, 0])
  const sign = { subjectType: 'acceptance', subjectId: prepared.body.id, password }
  const vain = await anke.post('/signatures', sign)
  expect([vain.status, vain.text]).toEqual([422, expect.stringContaining('zurückgenommen')])
  expect((await anke.post(`/acceptances/${prepared.body.id}/withdrawal`, { reason: 'Gegenstandslos.' })).status).toBe(
    200,
  )
  const again = await office.call<OrderJson>(
    'POST',
    `/orders/${order.id}/deliveries`,
    upload({ deliveredOn: today(house) }),
  )
  expect(again.status).toBe(201)
  const next = await anke.post<AcceptanceJson>('/acceptances', { orderId: order.id })
  expect((await anke.post('/signatures', { ...sign, subjectId: next.body.id })).status).toBe(201)
  const late = await office.post(`/orders/${order.id}/deliveries/${again.body.deliveries.at(-1)?.id}/withdrawal`, {
    reason: 'Zu spät.',
  })
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('schon unterschrieben')])
  const sent = await torsten.post<AcceptanceJson>(`/acceptances/${next.body.id}/refusal`, {
    reason: 'Falscher Nachweis.',
  })
  expect([sent.status, sent.body.state, sent.body.reason]).toEqual([200, 'returned', 'Falscher Nachweis.'])
  expect((await anke.post('/acceptances', { orderId: order.id })).status).toBe(201)
})

test('a signature on paper stands for the password, and its hash is what the cooperative signs', async ({ house }) => {
  const stage = await stageOf(house)
  const [torsten, anke] = [await house.as(manager), await house.as(everything)]
  const { id: orderId } = await stage.delivered('Pentest', 90_000)
  const { id } = (await anke.post<AcceptanceJson>('/acceptances', { orderId })).body
  const paper = upload({ signer: 'Anke Berger', signedOn: today(house) }, '%PDF-1.7\nUnterschrieben', 'protokoll.pdf')
  const signed = await anke.call<AcceptanceJson>('POST', `/acceptances/${id}/paper`, paper)
  expect([signed.status, signed.body.way, signed.body.signature?.by]).toEqual([201, 'paper', 'Anke Berger'])
  const shown = await torsten.get<AcceptanceJson>(`/acceptances/${id}`)
  expect(shown.body.textToSign).toContain('SHA-256 des unterschriebenen Papiers')
  expect((await torsten.post(`/acceptances/${id}/countersignature`, { password })).status).toBe(200)
})

test('after the deadline nothing is accepted any more, to the minute', async ({ house }) => {
  const stage = await stageOf(house)
  const [anke, torsten] = [await house.as(everything), await house.as(manager)]
  const { id: orderId } = await stage.delivered('Frist', 10_000)
  const { id } = (await anke.post<AcceptanceJson>('/acceptances', { orderId })).body
  const midnight = stage.deadline.add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant()
  const before = house.clock.now()
  house.clock.set(midnight.subtract({ minutes: 1 }))
  expect(
    (await (await house.as(everything)).post('/signatures', { subjectType: 'acceptance', subjectId: id, password }))
      .status,
  ).toBe(201)
  house.clock.set(midnight)
  const late = await (await house.as(manager)).post(`/acceptances/${id}/countersignature`, { password })
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('um 24 Uhr abgelaufen')])
  house.clock.set(before)
  expect((await torsten.post(`/acceptances/${id}/countersignature`, { password })).status).toBe(200)
  expect(anke).toBeDefined()
})

test('nobody else sees or moves an order: other municipalities, other contractors, the wrong side', async ({
  house,
}) => {
  const stage = await stageOf(house)
  const [jana, martin, office, anke] = [
    await house.as(isb),
    await house.as(hvb),
    await house.as(supplier),
    await house.as(everything),
  ]
  const { id, version } = await stage.delivered('Fremd', 10_000)
  for (const client of [jana, martin]) {
    expect((await client.get(`/orders/${id}`)).status).toBe(404)
    expect((await client.post('/acceptances', { orderId: id })).status).toBe(404)
  }
  expect((await anke.post(`/orders/${id}/commission`, {})).status).toBe(403)
  expect((await office.post('/acceptances', { orderId: id })).status).toBe(403)
  expect((await anke.call('POST', `/orders/${id}/deliveries`, upload({ deliveredOn: today(house) }))).status).toBe(403)
  expect((await office.patch(`/orders/${id}`, { dueOn: null, version })).status).toBe(403)
  expect((await office.get<Items<OrderJson>>('/orders')).body.items.every((one) => one.id.length > 0)).toBe(true)
  expect((await office.get('/budget-accounts')).body).toEqual({ items: [], next: null })
})

test('what is only planned changes by version; what is commissioned is withdrawn with a reason', async ({ house }) => {
  const stage = await stageOf(house)
  const torsten = await house.as(manager)
  const { id, version } = await stage.order('Später', 70_000)
  const changed = await torsten.patch<OrderJson>(`/orders/${id}`, { dueOn: '2026-12-10', version })
  expect([changed.status, changed.body.dueOn]).toEqual([200, '2026-12-10'])
  expect((await torsten.patch(`/orders/${id}`, { dueOn: '2026-12-11', version })).status).toBe(409)
  const wrong = await torsten.patch(`/orders/${id}`, {
    contractorId: stage.organizationId,
    version: changed.body.version,
  })
  expect(wrong.status).toBe(422)
  expect((await torsten.post(`/orders/${id}/commission`, {})).status).toBe(200)
  const now = (await torsten.get<OrderJson>(`/orders/${id}`)).body
  expect((await torsten.patch(`/orders/${id}`, { dueOn: null, version: now.version })).status).toBe(422)
  expect((await torsten.post(`/orders/${id}/withdrawal`, { reason: '' })).status).toBe(422)
  const gone = await torsten.post<OrderJson>(`/orders/${id}/withdrawal`, { reason: 'Doppelt bestellt.' })
  expect([gone.status, gone.body.state]).toEqual([200, 'withdrawn'])
})
