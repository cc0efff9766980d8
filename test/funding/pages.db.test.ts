// The budget as its people see it, booking by hand with a look ahead, corrections, and statements.
import { expect } from 'vitest'
import { elbaue, everything, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'
import { programmeNamed, readBook } from '../loads/workbooks.ts'
import { type AccountJson, programmeWithMoney, states } from './money.ts'

interface Names {
  items: { organizationName: string }[]
  next: string | null
}

const accountOf = async (house: TestHouse, email: string): Promise<AccountJson> => {
  const one = await house.as(email)
  const { body } = await one.get<{ items: AccountJson[] }>('/budget-accounts')
  const [found] = body.items
  if (!found) throw new Error('no account')
  return found
}

test('the way to the own budget leads straight to it, with figures in words', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const page = await jana.get('/budget')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Budget: Stadt Musterstadt')
  expect(page.html).toContain('aria-label="Stadt Musterstadt, von 30.000')
  expect(page.text).toContain('Hier endet Stufe 1')
  expect(page.text).toContain('Zuwendung → frei')
  expect(page.text).not.toContain('Berichtigen')
})

test('nobody else sees it, and whoever may not book is told who may', async ({ house }) => {
  const { enrollmentId } = await accountOf(house, isb)
  const path = `/teilnahmen/${enrollmentId}/budget`
  for (const email of [elbaue, everything, observer]) {
    const page = await (await house.signedIn(email)).get(path)
    expect([email, page.status]).toEqual([email, 404])
  }
  const page = await (await house.signedIn(isb)).get(`${path}/buchung`)
  expect([page.status, page.text.includes('nur, wer das Programm leitet')]).toEqual([403, true])
})

test('booking shows what stands where before it is done, keeps what was typed, and happens once', async ({ house }) => {
  const { account, release } = await programmeWithMoney(house)
  await release(1)
  const { enrollmentId } = await account()
  const torsten = await house.signedIn(manager)
  const path = `/teilnahmen/${enrollmentId}/budget/buchung`
  await torsten.get(`${path}?auftrag=neu`)
  const empty = { auftrag: 'neu', orderTitle: '', orderReference: '', amountCents: '', reason: '' }
  const wrong = await torsten.post(path, {
    ...empty,
    amountCents: 'viel',
    reason: 'Bestellung vom Montag',
    tun: 'vorschau',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Bestellung vom Montag')
  expect(wrong.html).toContain('value="viel"')
  expect(wrong.text).toContain('Bitte einen Betrag')
  const filled = { ...empty, orderTitle: 'Workshop', amountCents: '2.400,50', reason: 'Papier' }
  const over = await torsten.post(path, { ...filled, amountCents: '16.100,01', tun: 'vorschau' })
  expect([over.status, over.text.includes('Das Budget reicht nicht')]).toEqual([422, true])
  const preview = await torsten.post(path, { ...filled, tun: 'vorschau' })
  expect(preview.status).toBe(200)
  expect(preview.text).toContain('Danach: frei 13.699,50 €')
  expect(states(await account())).toEqual([0, 0, 0, 0, 0, 0, 1_610_000])
  const back = await torsten.post(path, { ...filled, tun: 'aendern' })
  expect(back.html).toContain('value="2.400,50"')
  const stand = /name="stand" value="(\d+)"/.exec(preview.html)?.[1] ?? ''
  const booked = await torsten.post(path, { ...filled, stand, tun: 'buchen' })
  expect(booked.text).toContain('2.400,50 € sind gebucht.')
  const again = await torsten.post(path, { ...filled, stand, tun: 'buchen' })
  expect([again.status, again.text.includes('seit der Vorschau gebucht worden')]).toEqual([422, true])
  expect(states(await account())).toEqual([240_050, 0, 0, 0, 0, 0, 1_369_950])
})

test('of an order only the ways that are open can be chosen', async ({ house }) => {
  const { account, release, entry, programmeId } = await programmeWithMoney(house)
  await release(1)
  await entry(await house.as(manager), {
    from: 'limit',
    to: 'planned',
    amountCents: 500,
    orderReference: 'A',
    reason: 'Probe',
  })
  const { enrollmentId } = await account()
  const torsten = await house.signedIn(manager)
  const choice = await torsten.get(`/teilnahmen/${enrollmentId}/budget/buchung`)
  const order = /auftrag=([0-9a-f-]{36})/.exec(choice.html)?.[1] ?? ''
  const form = await torsten.get(`/teilnahmen/${enrollmentId}/budget/buchung?auftrag=${order}`)
  expect([...form.html.matchAll(/<option value="([a-z]+-[a-z]+)"/g)].map((match) => match[1])).toEqual([
    'planned-limit',
    'planned-committed',
    'limit-planned',
  ])
  const skipped = await torsten.post(`/teilnahmen/${enrollmentId}/budget/buchung`, {
    auftrag: order,
    move: 'planned-settled',
    amountCents: '1',
    reason: 'Probe',
    tun: 'buchen',
    stand: '2',
  })
  expect([skipped.status, skipped.text.includes('von wo nach wo')]).toEqual([422, true])
  expect(programmeId).not.toBe('')
})

test('a correction goes the way back, at most the amount of its entry, and only once', async ({ house }) => {
  const { account, entries, entry, post, release } = await programmeWithMoney(house)
  await release(1)
  const torsten = await house.as(manager)
  const plan = { orderReference: 'A', reason: 'Probe' }
  await entry(torsten, { from: 'limit', to: 'planned', amountCents: 1000, ...plan })
  await entry(torsten, { from: 'planned', to: 'committed', amountCents: 1000, ...plan })
  await entry(torsten, { from: 'committed', to: 'limit', amountCents: 400, ...plan })
  const list = async () =>
    (await torsten.get<{ items: { id: string; from: string; to: string; correctedCents: number }[] }>(entries)).body
      .items
  const find = async (from: string, to: string) => (await list()).find((one) => one.from === from && one.to === to)
  const wrong = await find('committed', 'limit')
  const correction = { from: 'limit', to: 'committed', correctsId: wrong?.id ?? '', reason: 'Falscher Auftrag' }
  const elsewhere = await post(torsten, { ...correction, to: 'planned', amountCents: 100, orderReference: 'A' })
  expect([elsewhere.status, elsewhere.text.includes('geht den Weg der Buchung zurück')]).toEqual([422, true])
  await entry(torsten, { ...correction, amountCents: 300, orderReference: '' })
  const tooMuch = await post(torsten, { ...correction, amountCents: 101, orderReference: '' })
  expect([tooMuch.status, tooMuch.text.includes('schon 3')]).toEqual([422, true])
  await entry(torsten, { ...correction, amountCents: 100, orderReference: 'A' })
  expect((await find('committed', 'limit'))?.correctedCents).toBe(400)
  expect(states(await account())).toEqual([0, 1000, 0, 0, 0, 0, 1_609_000])
  const made = (await list()).find((one) => one.from === 'limit' && one.to === 'committed')
  const twice = await post(torsten, {
    from: 'committed',
    to: 'limit',
    amountCents: 1,
    orderReference: '',
    reason: 'Probe',
    correctsId: made?.id ?? '',
  })
  expect([twice.status, twice.text.includes('selbst eine Berichtigung')]).toEqual([422, true])
  const browser = await house.signedIn(manager)
  const { enrollmentId } = await account()
  const planned = await find('limit', 'planned')
  const form = await browser.get(`/teilnahmen/${enrollmentId}/budget/buchungen/${planned?.id}/berichtigung`)
  expect([form.status, form.html.includes('value="10,00"'), form.text.includes('geplant → frei')]).toEqual([
    200,
    true,
    true,
  ])
  const release1 = await find('grant', 'limit')
  const ofStage = await browser.get(`/teilnahmen/${enrollmentId}/budget/buchungen/${release1?.id}/berichtigung`)
  expect([ofStage.status, ofStage.text.includes('Freigaben folgen aus den Stufen')]).toEqual([422, true])
})

test('what was settled in time is put right after the deadline too, by two people', async ({ house }) => {
  const { account, deadline, entries, entry, post, release } = await programmeWithMoney(house)
  const [torsten, tanja] = [await house.as(manager), await house.as('programm2@verbund.example')]
  await release(1)
  const way = ['limit', 'planned', 'committed', 'delivered', 'accepted', 'invoiced'] as const
  for (const [at, from] of way.slice(0, -1).entries())
    await entry(torsten, { from, to: way[at + 1] ?? '', amountCents: 900, orderReference: 'A', reason: 'Probe' })
  await entry(tanja, { from: 'invoiced', to: 'settled', amountCents: 900, orderReference: 'A', reason: 'Probe' })
  await entry(torsten, { from: 'settled', to: 'invoiced', amountCents: 900, orderReference: 'A', reason: 'Irrtum' })
  const before = house.clock.now()
  house.clock.set(deadline.add({ days: 2 }).toZonedDateTime('Europe/Berlin').toInstant())
  const list = (await torsten.get<{ items: { id: string; from: string }[] }>(`${entries}&limit=200`)).body.items
  const back = { from: 'invoiced', to: 'settled', amountCents: 900, orderReference: 'A', reason: 'Doch richtig' }
  expect((await post(tanja, back)).text).toContain('abgelaufen')
  const correction = { ...back, correctsId: list.find(({ from }) => from === 'settled')?.id ?? '' }
  expect((await post(torsten, correction)).text).toContain('zu zweit')
  expect((await post(tanja, correction)).status).toBe(201)
  expect(states(await account())).toEqual([0, 0, 0, 0, 0, 900, 1_609_100])
  house.clock.set(before)
})

test('all budgets of a programme: filtered, sorted, in parts, and as a table of the same', async ({ house }) => {
  const torsten = await house.as(manager)
  const id = await programmeNamed(torsten, 'sicherkommunal')
  const browser = await house.signedIn(manager)
  const page = await browser.get(`/programme-im-verbund/${id}/budgets`)
  expect([page.status, page.text.includes('Alle zusammen')]).toEqual([200, true])
  const rows = async (query: string) =>
    (await browser.get(`/programme-im-verbund/${id}/budgets?${query}`)).html
      .matchAll(/lw-link lw-strong" href="\/teilnahmen\/[^"]+">([^<]+)</g)
      .map((match) => match[1])
      .toArray()
  const all = await rows('')
  expect(all.length).toBeGreaterThan(3)
  expect(await rows('stand=nichts')).not.toContain('Stadt Musterstadt')
  expect(await rows('stand=committed')).toContain('Stadt Musterstadt')
  expect(await rows('rest=13.900,00')).not.toContain('Stadt Musterstadt')
  expect(await rows('rest=13.899,99')).toContain('Stadt Musterstadt')
  expect(await rows('art=associationMunicipality')).toEqual(['Verbandsgemeinde Elbaue'])
  expect((await rows('ordnung=committed'))[0]).toBe('Stadt Musterstadt')
  expect(await rows('ordnung=-name')).toEqual(all.toReversed())
  const pages: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const path: string = `/budget-accounts?programmeId=${id}&limit=2&order=remaining${cursor ? `&cursor=${cursor}` : ''}`
    const { body }: { body: Names } = await torsten.get<Names>(path)
    pages.push(...body.items.map(({ organizationName }) => organizationName))
    cursor = body.next
  }
  expect(new Set(pages)).toEqual(new Set(all))
  expect(pages.length).toBe(all.length)
  expect((await (await house.signedIn(isb)).get(`/programme-im-verbund/${id}/budgets`)).status).toBe(403)
})

test('a statement adds up: opening, every entry with what stands after it, closing', async ({ house }) => {
  const jana = await house.as(isb)
  const { organizationId, remainingCents } = await accountOf(house, isb)
  const path = `/budget-accounts/${organizationId}/statement`
  const [entries, accounts, check] = await readBook(await jana.download(`${path}.xlsx`))
  expect([entries?.name, accounts?.name, check?.name]).toEqual(['Buchungen', 'Konten', 'Prüfung'])
  const [head = [], ...lines] = entries?.rows ?? []
  const free = head.indexOf('danach frei (€)')
  expect(lines[0]?.[3]).toBe('Anfangsbestand')
  expect(lines.at(-1)?.[3]).toBe('Schlussbestand')
  expect(lines.at(-1)?.[free]).toBe(String(remainingCents / 100))
  expect(lines.at(-2)?.[free]).toBe(lines.at(-1)?.[free])
  expect(check?.rows.at(-1)?.[1]).toContain('stimmt:')
  const pdf = Buffer.from(await jana.download(`${path}.pdf`))
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.includes('pdfuaid')).toBe(true)
  expect((await (await house.as(elbaue)).get(`${path}.pdf`)).status).toBe(404)
})

test('the statement of a programme has every account, the sums, and all entries', async ({ house }) => {
  const torsten = await house.as(manager)
  const id = await programmeNamed(torsten, 'sicherkommunal')
  const [accounts, , check] = await readBook(await torsten.download(`/programmes/${id}/budget-statement.xlsx`))
  expect(accounts?.rows.at(-1)?.[0]).toBe('zusammen')
  expect(check?.rows.at(-1)?.[1]).toContain('stimmt:')
  expect(
    Buffer.from(await torsten.download(`/programmes/${id}/budget-statement.pdf`))
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF')
  expect((await (await house.as(isb)).get(`/programmes/${id}/budget-statement.pdf`)).status).toBe(403)
})
