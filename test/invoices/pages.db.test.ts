// The same by hand in a browser without a script: who leads a programme, and the office of the contractor.
import { expect } from 'vitest'
import { isb, manager, test } from '../harness/house.ts'
import { accepted, handIn, type Items, manager2, office } from './cast.ts'
import { ubl } from './xml.ts'
import { elbaue } from '../harness/house.ts'

interface Task {
  title: string
  url: string
}

test('the office hands in, sees every reason of a refusal, and reads how far its invoice is', async ({ house }) => {
  const browser = await house.signedIn(office)
  await browser.get('/rechnungen')
  const lines = [{ name: 'Position', net: 1000 }]
  const refused = await browser.upload(
    '/rechnungen',
    ubl({ number: 'S-1', buyerReference: '15999-VERBUND-96', lines }),
    'r.xml',
  )
  expect([refused.status, refused.text.includes('richtig wären 95')]).toEqual([422, true])
  const nonsense = await browser.upload('/rechnungen', 'Guten Tag', 'r.xml')
  expect([nonsense.status, nonsense.text.includes('nicht als XRechnung gelesen')]).toEqual([422, true])
  const taken = await browser.upload('/rechnungen', ubl({ number: 'S-1', lines }), 'r.xml')
  expect([taken.status, taken.text.includes('Rechnung S-1'), taken.text.includes('Prüfung & Bericht')]).toEqual([
    200,
    true,
    false,
  ])
  expect(taken.text).toContain('Prüfung &amp; Bericht')
  const twice = await browser.upload('/rechnungen', ubl({ number: 'S-1', lines }), 'r.xml')
  expect([twice.status, twice.text.includes('schon eingegangen')]).toEqual([422, true])
  expect((await (await house.signedIn(isb)).get('/rechnungen')).status).toBe(403)
})

test('who leads matches, disputes, books and leaves the payment to somebody else', async ({ house }) => {
  const { programmeId, orders } = await accepted(house, elbaue, [12_000])
  const invoice = await handIn(house, { number: 'S-2', lines: [{ name: 'Ohne Nummer', net: 10_000 }] })
  const torsten = await house.signedIn(manager)
  const here = `/programme-im-verbund/${programmeId}/rechnungen/${invoice.id}`
  expect((await torsten.get(here)).text).toContain('Position 1 nennt keinen Auftrag')
  const line = invoice.lines[0]?.id ?? ''
  const wrong = await torsten.post(`${here}/zuordnung`, { line, orderReference: 'B-0' })
  expect([wrong.status, wrong.html.includes('value="B-0"')]).toEqual([422, true])
  const matched = await torsten.post(`${here}/zuordnung`, { line, orderReference: orders[0]?.reference ?? '' })
  expect([matched.status, matched.text.includes('1 € niedriger')]).toEqual([200, true])
  const unsaid = await torsten.post(`${here}/beanstandung`, { reason: '' })
  expect([unsaid.status, unsaid.text.includes('Bitte schreiben Sie, warum')]).toEqual([422, true])
  const disputed = await torsten.post(`${here}/beanstandung`, { reason: 'Nachweis fehlt.' })
  expect(disputed.text).toContain('Diese Rechnung ist beanstandet')
  await house.services.worker.runDue()
  const contractor = await house.as(office)
  const tasks = await contractor.get<Items<Task>>('/tasks')
  expect(tasks.body.items.map(({ title }) => title)).toContain('Beanstandete Rechnung S-2 klären')
  const told = await contractor.get<Items<Task>>('/notifications')
  expect(told.body.items.map(({ title }) => title)).toContain('Ihre Rechnung S-2 ist beanstandet.')
  await torsten.post(`${here}/klaerung`, { reason: 'Liegt vor.' })
  const booked = await torsten.post(`${here}/richtigkeit`, {})
  expect(booked.text).toContain('Die Rechnung ist gebucht')
  const payments = `/programme-im-verbund/${programmeId}/zahlungen`
  expect((await torsten.get(payments)).text).toContain('Das gibt jemand anderes frei')
  const tanja = await house.signedIn(manager2)
  const open = await tanja.get(payments)
  const share = /name="(anteil:[^"]+)"/.exec(open.html)?.[1] ?? ''
  expect((await tanja.post(payments, {})).status).toBe(422)
  const paid = await tanja.post(payments, { [share]: 'ja' })
  expect([paid.status, paid.text.includes('Die Zahlungsliste liegt bereit')]).toEqual([200, true])
})

test('the story has a settled invoice and one that waits, for whom it concerns alone', async ({ house }) => {
  const torsten = await house.as(manager)
  const { body } = await torsten.get<Items<{ number: string; state: string }>>('/invoices')
  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ number: 'PH-1001', state: 'settled' }),
      expect.objectContaining({ number: 'PH-1002', state: 'received' }),
    ]),
  )
  const auental = await house.as('isb@auental.example')
  const shares = await auental.get<Items<{ number: string }>>('/invoice-shares')
  expect(shares.body.items.map(({ number }) => number)).toEqual(['PH-1001'])
  expect((await auental.get<Items<unknown>>('/invoices')).body.items).toEqual([])
  expect((await (await house.as(isb)).get<Items<unknown>>('/invoice-shares')).body.items).toEqual([])
})
