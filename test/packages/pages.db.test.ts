// The same in a browser without a script.
import { expect } from 'vitest'
import { demoPassword, everything, isb, manager, test } from '../harness/house.ts'
import { type PackageJson, shopWithMoney } from './money-and-offers.ts'

test('own staff draft, change and submit; the head strikes in the text, signs and decides', async ({ house }) => {
  const shop = await shopWithMoney(house)
  await shop.offer({
    key: 'backup',
    title: 'Backup ordnen',
    closes: [{ type: 'list', key: 'lw-start-datensicherung', severity: 'high' }],
  })
  await shop.offer({ key: 'frei', title: 'Aushang', kind: 'ownWork', priceCents: 0 })
  const road = (await shop.account()).enrollmentId
  const path = `/teilnahmen/${road}/massnahmenpaket`
  const anke = await house.signedIn(everything)
  expect((await anke.get(path)).text).toContain('Noch kein Paket')
  const proposed = await anke.post(`${path}/vorschlag`, {})
  expect(proposed.text).toContain('Backup ordnen')
  expect(proposed.text).toContain('So ist der Vorschlag entstanden')
  const api = async () => (await shop.anke.get<{ items: PackageJson[] }>('/measure-packages')).body.items[0]

  await anke.get(`${path}/hinzufuegen`)
  const refused = await anke.post(`${path}/hinzufuegen`, {
    version: '1',
    title: '',
    kind: 'ownWork',
    priceCents: 'viel',
  })
  expect([refused.status, refused.text.includes('Ein Betrag in Euro')]).toEqual([422, true])
  const added = await anke.post(`${path}/hinzufuegen`, {
    version: '1',
    title: 'Tür streichen',
    kind: 'other',
    priceCents: '250,50',
  })
  expect(added.text).toContain('Tür streichen')
  const stale = await anke.post(`${path}/hinzufuegen`, {
    version: '1',
    title: 'Zu spät',
    kind: 'other',
    priceCents: '',
  })
  expect([stale.status, stale.html.includes('value="Zu spät"')]).toEqual([409, true])
  const own = (await api())?.items.find(({ title }) => title === 'Tür streichen')
  expect(own?.priceCents).toBe(25_050)
  const placeOf = async () => (await api())?.items.findIndex(({ title }) => title === 'Tür streichen') ?? -1
  const before = await placeOf()
  expect(before).toBeGreaterThan(0)
  await anke.get(path)
  await anke.post(`${path}/${own?.itemId}/verschieben`, { version: '2', direction: 'up' })
  expect(await placeOf()).toBe(before - 1)
  await anke.post(`${path}/neu-berechnen`, { version: '3' })
  expect((await api())?.items.at(-1)?.title).toBe('Tür streichen')
  const submitted = await anke.post(`${path}/vorlage`, { version: '4' })
  expect(submitted.text).toContain('Lesen und entscheiden')

  const shown = await anke.get(`${path}/entscheidung?streichen-${own?.itemId}=ja`)
  expect(shown.text).toContain('Was gestrichen wird')
  const hash = /name="shownSha256" value="([0-9a-f]{64})"/.exec(shown.html)?.[1] ?? ''
  const sign = { version: '5', shownSha256: hash, [`streichen-${own?.itemId}`]: 'ja' }
  const wrong = await anke.post(`${path}/entscheidung`, { ...sign, password: 'falsch' })
  expect([wrong.status, wrong.html.includes(`streichen-${own?.itemId}`)]).toEqual([422, true])
  const done = await anke.post(`${path}/entscheidung`, { ...sign, password: demoPassword })
  expect(done.text).toContain('Entschieden. Die Maßnahmen stehen in der Liste')
  expect(done.text).toContain('gestrichen')
  expect((await anke.get(`${path}/verlauf`)).text).toContain('Paket 1, Fassung 6')
  expect((await shop.account()).plannedCents).toBe(100_000)
})

test('who leads the programme keeps the price list; two at once keep what was typed', async ({ house }) => {
  const shop = await shopWithMoney(house)
  const path = `/programme-im-verbund/${shop.programmeId}/angebote`
  const torsten = await house.signedIn(manager)
  expect((await torsten.get(path)).text).toContain('Heute gilt kein Angebot')
  await torsten.get(`${path}/neu`)
  const form = {
    key: 'probe',
    title: 'Probeangebot',
    kind: 'workshop',
    detail: '',
    description: '',
    priceCents: '2.400',
    contractorId: '',
    workDays: '8',
    acceptanceDays: '5',
    startsOn: '',
    availableUntil: '',
    capacity: '',
    validFrom: '2026-01-01',
    validUntil: '',
    closes: 'Liste: BAK: hoch\nUnsinn',
  }
  const refused = await torsten.post(`${path}/neu`, form)
  expect([refused.status, refused.text.includes('Diese Zeile ist nicht lesbar: „Unsinn“')]).toEqual([422, true])
  const listed = await torsten.post(`${path}/neu`, { ...form, closes: 'Liste: BAK: hoch' })
  expect(listed.text).toContain('Probeangebot')
  const id = /angebote\/([0-9a-f-]{36})"/.exec(listed.html)?.[1] ?? ''
  await torsten.get(`${path}/${id}`)
  await torsten.post(`${path}/${id}`, { ...form, closes: '', version: '1', title: 'Anders' })
  const conflict = await torsten.post(`${path}/${id}`, { ...form, closes: '', version: '1', title: 'Mein Titel' })
  expect([conflict.status, conflict.html.includes('value="Mein Titel"'), conflict.text.includes('Anders')]).toEqual([
    409,
    true,
    true,
  ])
  const ended = await torsten.post(`${path}/${id}/beenden`, { version: '2', lastDay: '2026-01-02' })
  expect(ended.text).toContain('Beendet')
  const jana = await house.signedIn(isb)
  expect((await jana.get(path)).status).toBe(403)
})
