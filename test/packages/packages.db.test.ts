// A municipality gets a package proposed, changes it, and its head decides: by the API, as scripts do it.
import { expect } from 'vitest'
import { euro } from '#kernel/money.ts'
import { localDay } from '#kernel/local-day.ts'
import { assessor, demoPassword, elbaue, everything, hvb, isb, manager, test } from '../harness/house.ts'
import { type OfferJson, type PackageJson, type ProposalJson, shopWithMoney } from './money-and-offers.ts'

const password = demoPassword
const closes = (key: string, severity = 'high') => [{ type: 'list', key, severity }]

test('the demo has a draft with a reason at each item, and one that is decided', async ({ house }) => {
  const jana = await house.as(isb)
  const { body } = await jana.get<{ items: PackageJson[] }>('/measure-packages')
  const [draft] = body.items
  expect(draft?.state).toBe('draft')
  expect(draft?.sumCents).toBe(1_260_000)
  expect(draft?.items.find(({ title }) => title.startsWith('Penetrationstest'))?.reason).toBe(
    'schließt 1 Befund mit hohem Risiko und 2 offene Fragen ab',
  )
  expect(draft?.leftOut.find(({ title }) => title.startsWith('Audit'))?.reason).toMatch(
    /^Frühester Termin: 14\. Januar \d{4}, also nach der Frist\.$/,
  )
  const birgit = await house.as('isb@auental.example')
  const decided = (await birgit.get<{ items: PackageJson[] }>('/measure-packages?state=decided')).body.items[0]
  expect(decided?.items.map(({ struck }) => struck)).toEqual([false, true, false])
  expect(decided?.items[0]?.orderReference).toMatch(/^B-\d{4}-\d{4}$/)
  const measures = await birgit.get<{ items: { id: string; state: string }[] }>('/measures')
  expect(measures.body.items.find(({ id }) => id === decided?.items[0]?.measureId)?.state).toBe('decided')
})

test('a proposal stays within the free budget, says why, and is the same when asked twice', async ({ house }) => {
  const shop = await shopWithMoney(house)
  const { organizationId, programmeId } = shop
  await shop.offer({
    key: 'a-teuer',
    title: 'Teures',
    priceCents: 1_700_000,
    closes: closes('lw-start-datensicherung'),
  })
  await shop.offer({
    key: 'b-backup',
    title: 'Backup',
    priceCents: 1_000_000,
    closes: closes('lw-start-datensicherung'),
  })
  await shop.offer({ key: 'c-orga', title: 'Orga', priceCents: 800_000, closes: closes('lw-start-menschen', 'low') })
  const own = { kind: 'ownWork', priceCents: 0 } as const
  await shop.offer({ key: 'd-frei', title: 'Eigenes', ...own, closes: closes('lw-start-notfall', 'low') })
  await shop.offer({ key: 'f-nutzlos', title: 'Ohne Lücke', ...own })
  await shop.offer({
    key: 'e-spaet',
    title: 'Spätes',
    priceCents: 10_000,
    workDays: 60,
    closes: closes('lw-start-datensicherung'),
  })
  const ask = () => shop.anke.post<ProposalJson>('/measure-packages/proposals', { organizationId, programmeId })
  const [first, second] = [await ask(), await ask()]
  expect(first.status).toBe(200)
  expect(second.text).toBe(first.text)
  const reasons = Object.fromEntries(first.body.items.map(({ key, included, reason }) => [key, [included, reason]]))
  expect(first.body.remainingCents).toBe(1_610_000)
  expect(first.body.sumCents).toBe(1_000_000)
  expect(reasons['d-frei']?.[0]).toBe(true)
  expect(reasons['f-nutzlos']).toEqual([false, 'Schließt bei Ihnen keinen offenen Punkt.'])
  expect(reasons['b-backup']).toEqual([true, expect.stringMatching(/^schließt \d+ offene Fragen?$/)])
  expect(reasons['a-teuer']).toEqual([false, 'Was es schließt, schließt schon „Backup“.'])
  expect(reasons['c-orga']).toEqual([false, `Es fehlen ${euro(190_000)}. Passt, wenn Sie „Backup“ streichen.`])
  expect(reasons['e-spaet']?.[1]).toMatch(/^Frühestens am .* fertig und abgenommen, also nach der Frist\.$/)
  expect(first.body.formula.length).toBeGreaterThan(2)
})

test('gaps are for own staff and the assessor; who leads the programme sees items, prices and state', async ({
  house,
}) => {
  const jana = await house.as(isb)
  const [draft] = (await jana.get<{ items: PackageJson[] }>('/measure-packages')).body.items
  const whole = (await jana.get<{ organizationId: string; programmeId: string }>(`/measure-packages/${draft?.id}`)).body
  const { organizationId, programmeId } = whole
  const torsten = await house.as(manager)
  const seen = await torsten.get<PackageJson>(`/measure-packages/${draft?.id}`)
  expect(seen.body.items.map(({ priceCents }) => priceCents)).toEqual(draft?.items.map(({ priceCents }) => priceCents))
  expect(
    seen.body.items.every(({ reason, why, sources }) => reason === null && why.length + sources.length === 0),
  ).toBe(true)
  expect(seen.body.leftOut).toEqual([])
  const asked = { organizationId, programmeId }
  expect((await torsten.post('/measure-packages/proposals', asked)).status).toBe(403)
  const felix = await house.as(assessor)
  expect((await felix.post('/measure-packages/proposals', asked)).status).toBe(200)
  const read = await jana.get<{ items: { event: string }[] }>('/audit-events?limit=20')
  expect(read.text).toContain('package.read')
  const mila = await house.as(elbaue)
  expect((await mila.post('/measure-packages/proposals', asked)).status).toBe(404)
  expect((await mila.get(`/measure-packages/${draft?.id}`)).status).toBe(404)
  expect((await torsten.patch(`/measure-packages/${draft?.id}`, { version: 2, items: [] })).status).toBe(403)
  const martin = await house.as(hvb)
  const early = await martin.post(`/measure-packages/${draft?.id}/decision`, { version: draft?.version, password })
  expect([early.status, early.body['title']]).toEqual([
    409,
    'Dieses Paket liegt nicht mehr zur Entscheidung vor. Entschieden ist nichts.',
  ])
})

test('a package goes from draft to decision: changed, laid before the head, sent back, struck, signed', async ({
  house,
}) => {
  const shop = await shopWithMoney(house)
  const { anke } = shop
  const workshop = await shop.offer({
    key: 'workshop',
    title: 'Workshop Notfall',
    priceCents: 240_000,
    closes: closes('VSV'),
  })
  const training = await shop.offer({ key: 'schulung', title: 'Schulung', kind: 'training', priceCents: 285_000 })
  const draft = await shop.start({ items: [{ offerId: workshop.id }, { offerId: training.id }] })
  const path = `/measure-packages/${draft.id}`
  expect([draft.state, draft.number, draft.sumCents]).toEqual(['draft', 1, 525_000])
  expect(
    (await anke.post('/measure-packages', { organizationId: shop.organizationId, programmeId: shop.programmeId }))
      .status,
  ).toBe(422)

  const [first, second] = draft.items
  const wishes = [
    { itemId: second?.itemId, title: 'Umbenannt', priceCents: 1 },
    { itemId: first?.itemId },
    { title: 'Aushang' },
  ]
  const changed = await anke.patch<PackageJson>(path, { version: 1, items: wishes })
  expect(changed.body.items.map(({ title, priceCents }) => [title, priceCents])).toEqual([
    ['Schulung', 285_000],
    ['Workshop Notfall', 240_000],
    ['Aushang', 0],
  ])
  expect((await anke.patch(path, { version: 1, items: [] })).status).toBe(409)

  const submitted = await anke.post<PackageJson>(`${path}/submission`, { version: 2 })
  expect([submitted.status, submitted.body.state, submitted.body.version]).toEqual([200, 'submitted', 3])
  expect(submitted.body.decideBy).not.toBeNull()
  expect(submitted.body.decisionText).toContain('- Workshop Notfall (Workshop): 2.400,00 €\n')
  expect((await anke.get<{ tasks: { title: string }[] }>('/me')).text).toContain('Über das Maßnahmenpaket entscheiden')
  expect((await anke.patch(path, { version: 3, items: [] })).status).toBe(422)

  const returned = await anke.post<PackageJson>(`${path}/return`, { version: 3, reason: 'Ohne Schulung?' })
  expect([returned.body.state, returned.body.returnReason]).toEqual(['draft', 'Ohne Schulung?'])
  await anke.post(`${path}/submission`, { version: 4 })
  const decide = (more: object) => anke.post<PackageJson>(`${path}/decision`, { version: 5, password, ...more })
  expect((await decide({ password: 'falsch' })).status).toBe(422)
  expect((await decide({ shownSha256: 'a'.repeat(64) })).status).toBe(409)
  expect((await decide({ struck: changed.body.items.map(({ itemId }) => itemId) })).status).toBe(422)
  expect((await anke.get<PackageJson>(path)).body.state).toBe('submitted')

  const decided = await decide({ struck: [second?.itemId] })
  expect([decided.status, decided.body.state, decided.body.sumCents]).toEqual([200, 'decided', 240_000])
  expect(decided.body.items.map(({ struck, orderReference }) => [struck, orderReference !== null])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ])
  const account = await shop.account()
  expect([account.plannedCents, account.remainingCents]).toEqual([240_000, 1_370_000])
  const again = await decide({})
  expect([again.status, again.body]).toMatchObject([409, { title: expect.stringMatching(/schon entschieden/) }])
  expect((await anke.patch(path, { version: 6, items: [] })).status).toBe(422)
  expect((await shop.start({ items: [{ offerId: training.id }] })).number).toBe(2)
})

test('money that went elsewhere meanwhile refuses the decision with what is free now, and nothing is lost', async ({
  house,
}) => {
  const shop = await shopWithMoney(house)
  const offer = await shop.offer({ key: 'gross', priceCents: 1_500_000 })
  const draft = await shop.start({ items: [{ offerId: offer.id }] })
  const path = `/measure-packages/${draft.id}`
  await shop.anke.post(`${path}/submission`, { version: 1 })
  await shop.entry(shop.torsten, {
    from: 'limit',
    to: 'planned',
    amountCents: 200_000,
    orderReference: 'ANDERS',
    reason: 'Anderes',
  })
  const refused = await shop.anke.post(`${path}/decision`, { version: 2, password })
  expect([refused.status, refused.body['title']]).toEqual([
    422,
    `Das Budget reicht nicht: Frei sind jetzt ${euro(1_410_000)}, das Paket kostet ${euro(1_500_000)}. Es fehlen ${euro(90_000)}. Am Paket ist nichts verloren; bitte streichen Sie etwas.`,
  ])
  expect((await shop.anke.get<PackageJson>(path)).body.state).toBe('submitted')
  expect((await shop.account()).remainingCents).toBe(1_410_000)
})

test('a price that changed, an offer that ended and one that is sold out are named before anybody signs', async ({
  house,
}) => {
  const shop = await shopWithMoney(house)
  const { torsten, anke } = shop
  const facts = { title: 'Workshop', kind: 'workshop', workDays: 3, acceptanceDays: 2, validFrom: '2026-01-01' }
  const only = await shop.offer({ key: 'einmal', title: 'Einmaliges', capacity: 1, priceCents: 10_000 })
  const draft = await shop.start({ items: [{ offerId: only.id }] })
  const path = `/measure-packages/${draft.id}`
  await anke.post(`${path}/submission`, { version: 1 })
  const change = { ...facts, title: 'Einmaliges', priceCents: 20_000, capacity: 1, version: 1 }
  expect((await torsten.patch(`/measure-offers/${only.id}`, change)).status).toBe(200)
  const stale = await torsten.patch<{ theirs: OfferJson }>(`/measure-offers/${only.id}`, change)
  expect([stale.status, stale.body.theirs.priceCents]).toEqual([409, 20_000])
  const dearer = await anke.post(`${path}/decision`, { version: 2, password })
  expect([dearer.status, dearer.body['title']]).toEqual([
    422,
    `Der Preis von „Einmaliges“ hat sich geändert: ${euro(20_000)} statt ${euro(10_000)}. Bitte lassen Sie neu berechnen.`,
  ])
  await torsten.patch(`/measure-offers/${only.id}`, { ...change, priceCents: 10_000, version: 2 })
  expect((await anke.post(`${path}/decision`, { version: 2, password })).status).toBe(200)
  const { organizationId, programmeId } = shop
  const proposed = await anke.post<ProposalJson>('/measure-packages/proposals', { organizationId, programmeId })
  expect(proposed.body.items[0]?.reason).toBe('Ausgebucht: Im Programm gibt es das 1-mal, und so oft ist es vergeben.')
  const ends = await shop.offer({ key: 'endet' })
  const second = await shop.start({ items: [{ offerId: ends.id }] })
  const today = localDay(house.clock.now())
  expect((await torsten.post(`/measure-offers/${ends.id}/end`, { version: 1, lastDay: '2020-01-01' })).status).toBe(422)
  await torsten.post(`/measure-offers/${ends.id}/end`, { version: 1, lastDay: today.toString() })
  expect((await anke.post(`/measure-packages/${second.id}/submission`, { version: 1 })).status).toBe(200)
})

test('offers are written by who leads the programme, each key once', async ({ house }) => {
  const shop = await shopWithMoney(house)
  await shop.offer({ key: 'einmal' })
  const path = `/programmes/${shop.programmeId}/measure-offers`
  const body = {
    key: 'einmal',
    title: 'x',
    kind: 'other',
    priceCents: 1,
    workDays: 0,
    acceptanceDays: 0,
    validFrom: '2026-01-01',
  }
  expect((await shop.torsten.post(path, body)).status).toBe(422)
  expect((await shop.torsten.post(path, { ...body, key: 'Groß' })).status).toBe(422)
  expect((await shop.torsten.post(path, { ...body, key: 'neu', contractorId: shop.organizationId })).status).toBe(422)
  expect((await shop.anke.post(path, { ...body, key: 'neu' })).status).toBe(403)
  expect((await shop.anke.get<{ items: OfferJson[] }>(path)).body.items.map(({ key }) => key)).toEqual(['einmal'])
})

test('a signed paper decides as well, with its scan', async ({ house }) => {
  const shop = await shopWithMoney(house)
  const offer = await shop.offer({ key: 'papier', priceCents: 50_000 })
  const draft = await shop.start({ items: [{ offerId: offer.id }] })
  const path = `/measure-packages/${draft.id}/decision`
  await shop.anke.post(`/measure-packages/${draft.id}/submission`, { version: 1 })
  const paper = (signedOn: string) => {
    const form = new FormData()
    form.set('file', new Blob(['%PDF-1.7\nunterschrieben']), 'paket.pdf')
    for (const [name, value] of Object.entries({ version: '2', signedBy: 'Anke Busch, Bürgermeisterin', signedOn }))
      form.set(name, value)
    return form
  }
  const today = localDay(house.clock.now())
  expect((await shop.anke.call('POST', path, paper(today.add({ days: 1 }).toString()))).status).toBe(422)
  const done = await shop.anke.call<PackageJson & { way: string }>('POST', path, paper(today.toString()))
  expect([done.status, done.body.state, done.body.way]).toEqual([200, 'decided', 'paper'])
  expect((await shop.account()).plannedCents).toBe(50_000)
})

test('after the deadline nothing with a price is decided any more', async ({ house }) => {
  const shop = await shopWithMoney(house)
  const offer = await shop.offer({ key: 'spaet', priceCents: 50_000 })
  const draft = await shop.start({ items: [{ offerId: offer.id }] })
  await shop.anke.post(`/measure-packages/${draft.id}/submission`, { version: 1 })
  const before = house.clock.now()
  house.clock.set(before.add({ hours: 24 * 29 }))
  const late = await (
    await house.as(everything)
  ).post(`/measure-packages/${draft.id}/decision`, { version: 2, password })
  house.clock.set(before)
  expect([late.status, late.body['title']]).toEqual([422, expect.stringMatching(/nicht mehr zu schaffen/)])
})
