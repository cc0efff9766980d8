// From the file of the contractor to the list for the cashier, with every balance on the way.
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { elbaue, everything, hvb, manager, test } from '../harness/house.ts'
import { listVouchers } from '#domains/security/invoices/index.ts'
import {
  accepted,
  asManager,
  handIn,
  type InvoiceJson,
  type Items,
  manager2,
  moneyOfPlace,
  office,
  sharesOf,
  upload,
} from './cast.ts'
import { ubl } from './xml.ts'

test('an invoice is read, matched, found right by one person and released by another, to the cent', async ({
  house,
}) => {
  const placed = await accepted(house, everything, [900_000, 710_000])
  const [first, second] = placed.orders.map(({ reference }) => reference)
  const before = await moneyOfPlace(house, placed)
  const invoice = await handIn(house, {
    number: 'T-1',
    lines: [
      // 899,900 of 900,000 gross.
      { name: 'Leistung 1', net: 756_218, ...(first ? { order: first } : {}) },
    ],
  })
  expect(invoice).toMatchObject({
    typeCode: '380',
    payableCents: 899_899,
    buyerReference: '15999-VERBUND-95',
    state: 'received',
    unmatched: 0,
  })
  expect(invoice.lines).toMatchObject([{ orderReference: first, matched: true, amountCents: 899_899 }])
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  const orderId = invoice.lines[0]?.order?.id ?? ''
  const approved = await torsten.post<InvoiceJson>(`/invoices/${invoice.id}/approval`, { nothingFollows: [orderId] })
  expect([approved.status, approved.body.state]).toEqual([200, 'approved'])
  const invoiced = await moneyOfPlace(house, placed)
  expect(invoiced.acceptedCents).toBe(before.acceptedCents - 900_000)
  expect(invoiced.invoicedCents).toBe(before.invoicedCents + 899_899)
  expect(invoiced.remainingCents).toBe(before.remainingCents + 101)

  const [share] = await sharesOf(house, invoice.id)
  const run = { programmeId: placed.programmeId, shareIds: [share?.id ?? ''] }
  const alone = await torsten.post('/payment-runs', run)
  expect([alone.status, alone.text.includes('zu zweit')]).toEqual([422, true])
  const released = await tanja.post<{ id: string; totalCents: number }>('/payment-runs', run)
  expect([released.status, released.body.totalCents]).toEqual([201, 899_899])
  const settled = await moneyOfPlace(house, placed)
  expect(settled.settledCents).toBe(before.settledCents + 899_899)
  expect((await torsten.get<InvoiceJson>(`/invoices/${invoice.id}`)).body.state).toBe('settled')
  expect((await tanja.post('/payment-runs', run)).status).toBe(422)

  const csv = Buffer.from(await tanja.download(`/payment-runs/${released.body.id}/payments.csv`)).toString('utf8')
  expect(csv).toBe(
    `\u{FEFF}Lauf;Empfänger;IBAN;Betrag;Währung;Rechnung;Verwendungszweck\r\n2;Prüfhaus GmbH;DE02120300000000202051;8998,99;EUR;T-1;T-1 ${first}\r\n`,
  )
  expect(second).toBeDefined()
})

test('the same invoice comes once, also when it is sent twice at the same time', async ({ house }) => {
  const xml = ubl({ number: 'T-DOPPELT', lines: [{ name: 'Ohne Auftrag', net: 1000 }] })
  const client = await house.as(office)
  const replies = await Promise.all([upload(client, xml), upload(client, xml), upload(client, xml)])
  expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409])
  const again = await upload(client, xml)
  expect([again.status, again.text.includes('schon eingegangen')]).toEqual([409, true])
  const other = await upload(
    client,
    ubl({ number: 'T-DOPPELT', vatId: 'DE999999999', lines: [{ name: 'Anders', net: 1000 }] }),
  )
  expect(other.status).toBe(201)
})

test('what is billed above what is accepted is not booked, and says so', async ({ house }) => {
  const placed = await accepted(house, elbaue, [10_000])
  const order = placed.orders[0]?.reference ?? ''
  const invoice = await handIn(house, { number: 'T-HOCH', order, lines: [{ name: 'Zu viel', net: 10_000 }] })
  const torsten = await house.as(manager)
  const before = await moneyOfPlace(house, placed)
  const no = await torsten.post(`/invoices/${invoice.id}/approval`)
  expect([no.status, no.text.includes('höher als abgenommen')]).toEqual([422, true])
  expect(await moneyOfPlace(house, placed)).toEqual(before)
  const disputed = await torsten.post<InvoiceJson>(`/invoices/${invoice.id}/disputes`, { reason: 'Zu hoch.' })
  expect(disputed.body.state).toBe('disputed')
  const meanwhile = await torsten.post(`/invoices/${invoice.id}/approval`)
  expect([meanwhile.status, meanwhile.text.includes('beanstandet')]).toEqual([422, true])
  expect((await torsten.post(`/invoices/${invoice.id}/resolutions`, { reason: 'Doch nicht.' })).status).toBe(200)
  expect((await torsten.post(`/invoices/${invoice.id}/rejections`, { reason: 'Zu hoch.' })).status).toBe(200)
  expect((await torsten.post(`/invoices/${invoice.id}/approval`)).status).toBe(422)
})

test('lines without an order are matched by hand before anything is booked', async ({ house }) => {
  const placed = await accepted(house, elbaue, [11_900, 23_800])
  const [first, second] = placed.orders
  const invoice = await handIn(house, {
    number: 'T-HAND',
    lines: [
      { name: 'Mit falscher Nummer', net: 10_000, order: 'B-1999-0001' },
      { name: 'Ohne Nummer', net: 20_000 },
    ],
  })
  expect(invoice.unmatched).toBe(2)
  const torsten = await house.as(manager)
  const loose = await torsten.post(`/invoices/${invoice.id}/approval`)
  expect([loose.status, loose.text.includes('B-1999-0001'), loose.text.includes('line-2')]).toEqual([422, true, true])
  const [one, two] = invoice.lines
  const match = (line: string | undefined, orderReference: string) =>
    torsten.patch<InvoiceJson>(`/invoices/${invoice.id}/lines/${line ?? ''}`, { orderReference })
  expect((await match(one?.id, 'B-1999-0001')).status).toBe(422)
  expect((await match(one?.id, first?.reference ?? '')).status).toBe(200)
  expect((await match(two?.id, second?.reference ?? '')).body.unmatched).toBe(0)
  const contractor = await house.as(office)
  expect(
    (await contractor.patch(`/invoices/${invoice.id}/lines/${one?.id ?? ''}`, { orderReference: '' })).status,
  ).toBe(403)
  expect((await contractor.post(`/invoices/${invoice.id}/approval`)).status).toBe(403)
  expect((await torsten.post(`/invoices/${invoice.id}/approval`)).status).toBe(200)
  expect(await moneyOfPlace(house, placed)).toMatchObject({ invoicedCents: 35_700 })
})

test('a credit note takes back what is not paid, and no more', async ({ house }) => {
  const placed = await accepted(house, everything, [119_000])
  const order = placed.orders[0]?.reference ?? ''
  const [torsten, tanja] = [await house.as(manager), await house.as(manager2)]
  const invoice = await handIn(house, { number: 'T-VOLL', order, lines: [{ name: 'Alles', net: 100_000 }] })
  expect((await torsten.post(`/invoices/${invoice.id}/approval`)).status).toBe(200)
  const before = await moneyOfPlace(house, placed)
  const tooMuch = await handIn(house, {
    number: 'G-1',
    typeCode: '381',
    order,
    preceding: 'T-VOLL',
    lines: [{ name: 'Zurück', net: 100_001 }],
  })
  const over = await torsten.post(`/invoices/${tooMuch.id}/approval`)
  expect([over.status, over.text.includes('höchstens')]).toEqual([422, true])
  const elsewhere = await handIn(house, {
    number: 'G-2',
    typeCode: '381',
    order,
    preceding: 'T-FREMD',
    lines: [{ name: 'Zurück', net: 100 }],
  })
  expect((await torsten.post(`/invoices/${elsewhere.id}/approval`)).status).toBe(422)
  const credit = await handIn(house, {
    number: 'G-3',
    typeCode: '381',
    order,
    preceding: 'T-VOLL',
    lines: [{ name: 'Zurück', net: 8403, rate: 19 }],
  })
  expect((await torsten.post<InvoiceJson>(`/invoices/${credit.id}/approval`)).body.state).toBe('approved')
  const after = await moneyOfPlace(house, placed)
  expect(after.invoicedCents).toBe(before.invoicedCents - 10_000)
  expect(after.remainingCents).toBe(before.remainingCents + 10_000)
  const [share] = await sharesOf(house, invoice.id)
  expect(share).toMatchObject({ creditedCents: 10_000, openCents: 109_000 })
  const run = await tanja.post<{ totalCents: number }>('/payment-runs', {
    programmeId: placed.programmeId,
    shareIds: [share?.id],
  })
  expect([run.status, run.body.totalCents]).toEqual([201, 109_000])
  const vouchers = await asManager(house, ({ db }) => listVouchers(db, { programmeId: placed.programmeId }))
  const own = vouchers.filter(({ orderReference }) => orderReference === order)
  expect(own.map(({ number, amountCents }) => [number, amountCents])).toEqual([
    ['T-VOLL', 119_000],
    ['G-3', -10_000],
  ])
  const late = await handIn(house, { number: 'G-4', typeCode: '381', order, lines: [{ name: 'Zurück', net: 100 }] })
  expect((await torsten.post(`/invoices/${late.id}/approval`)).text).toContain('nichts mehr offen')
})

test('what is refused keeps nothing and names every reason', async ({ house }) => {
  const client = await house.as(office)
  const wish = { number: 'T-FALSCH', lines: [{ name: 'Position', net: 1000 }] }
  const wrong = await upload(client, ubl({ ...wish, buyerReference: '15999-VERBUND-96' }))
  expect([wrong.status, wrong.text.includes('richtig wären 95')]).toEqual([422, true])
  expect(wrong.body.findings).toMatchObject([{ rule: 'LW-BT-10', path: 'BT-10', severity: 'refuse' }])
  const cents = await upload(client, ubl({ ...wish, replace: [[/11\.90</, '11.901<']] }))
  expect([cents.status]).toEqual([422])
  const listed = await client.get<Items<InvoiceJson>>('/invoices')
  expect(listed.body.items.map(({ number }) => number)).not.toContain('T-FALSCH')
  expect((await upload(client, ubl(wish))).status).toBe(201)
  expect((await upload(await house.as(hvb), ubl({ ...wish, number: 'X' }))).status).toBe(403)
})

test('what is embedded is kept as files, the document as it came, and both go to those who see the invoice', async ({
  house,
}) => {
  const attachment = { name: 'nachweis.txt', mediaType: 'text/plain', content: 'Zwei Tage vor Ort' }
  const xml = ubl({ number: 'T-ANLAGE', lines: [{ name: 'Position', net: 1000 }], attachment })
  const client = await house.as(office)
  const { body } = await upload(client, xml)
  expect(body.files.map(({ name }) => name)).toEqual(['rechnung.xml', 'nachweis.txt'])
  const [document, proof] = body.files
  const path = (id: string | undefined) => `/files/${id ?? ''}`
  expect(Buffer.from(await client.download(path(document?.id))).toString('utf8')).toBe(xml)
  expect(Buffer.from(await (await house.as(manager)).download(path(proof?.id))).toString('utf8')).toBe(
    'Zwei Tage vor Ort',
  )
  expect((await (await house.as(hvb)).get(path(document?.id))).status).toBe(404)
  expect((await (await house.as(hvb)).get(`/invoices/${body.id}`)).status).toBe(404)
})

test('after the deadline of the programme nothing is settled', async ({ house }) => {
  const placed = await accepted(house, everything, [11_900])
  const order = placed.orders[0]?.reference ?? ''
  const invoice = await handIn(house, { number: 'T-SPAET', order, lines: [{ name: 'Position', net: 10_000 }] })
  expect((await (await house.as(manager)).post(`/invoices/${invoice.id}/approval`)).status).toBe(200)
  const [share] = await sharesOf(house, invoice.id)
  const account = `/budget-accounts/${placed.organizationId}?programmeId=${placed.programmeId}`
  const { body } = await (await house.as(manager)).get<{ deadline: string }>(account)
  house.clock.set(Temporal.PlainDate.from(body.deadline).add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant())
  const late = await (
    await house.as(manager2)
  ).post('/payment-runs', { programmeId: placed.programmeId, shareIds: [share?.id] })
  expect([late.status, late.text.includes('um 24 Uhr abgelaufen')]).toEqual([422, true])
})
