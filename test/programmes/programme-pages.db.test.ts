// Pages of programmes and of roads: who sees what, a step set by its form, what is refused and what is kept, two at once.
import { expect } from 'vitest'
import { assessor, everything, isb, manager, test } from '../harness/house.ts'
import { guide, programmeId, roadThere, secondManager } from './roads.ts'
import { valueOf } from './fields.ts'

const security = 'sicherkommunal'

const ways = [
  { email: manager, road: 'Musterstadt' },
  { email: guide, road: 'Musterstadt' },
  { email: isb, road: 'Musterstadt' },
  { email: assessor, road: 'Musterstadt' },
  { email: everything, road: 'Kleinweiler' },
]

test.for(ways)('$email reads list, programme, road and history', async ({ email, road: name }, { house }) => {
  const road = await roadThere(house, security, name)
  const id = await programmeId(house, security)
  const browser = await house.signedIn(email)
  for (const [path, words] of [
    ['/programme-im-verbund', 'SicherKOMMUNAL'],
    [`/programme-im-verbund/${id}`, 'Maßnahmenpaket'],
    ['/teilnahmen', 'SicherKOMMUNAL'],
    [`/teilnahmen/${road.id}`, name],
    [`/teilnahmen/${road.id}/verlauf`, name],
    [`/teilnahmen/${road.id}/schritte/report`, 'Ergebnisbericht'],
  ] as const) {
    const page = await browser.get(path)
    expect([path, page.status, page.text]).toEqual([path, 200, expect.stringContaining(words)])
  }
})

test('a stranger is asked to sign in; another municipality and its assessor find no such road', async ({ house }) => {
  const road = await roadThere(house, security, 'Musterstadt')
  for (const path of ['/programme-im-verbund', `/teilnahmen/${road.id}`])
    expect((await house.browser().get(path)).text).toContain('Anmelden')
  for (const email of [everything, 'pruefung@pruefhaus.example'])
    for (const path of ['', '/verlauf', '/schritte/report']) {
      const page = await (await house.signedIn(email)).get(`/teilnahmen/${road.id}${path}`)
      expect([email, path, page.status, page.text.includes('Musterstadt')]).toEqual([email, path, 404, false])
    }
})

test('only who leads the programme is offered to change it, and a guide hears why not', async ({ house }) => {
  const id = await programmeId(house, security)
  for (const [email, isOffered] of [
    [manager, true],
    [guide, false],
    [isb, false],
    [assessor, false],
  ] as const) {
    const browser = await house.signedIn(email)
    const page = await browser.get(`/programme-im-verbund/${id}`)
    expect([email, page.text.includes('Angaben ändern')]).toEqual([email, isOffered])
    const form = await browser.get(`/programme-im-verbund/${id}/aendern`)
    expect([email, form.status]).toEqual([email, isOffered ? 200 : 403])
  }
  const refused = await (await house.signedIn(guide)).get(`/programme-im-verbund/${id}/aendern`)
  expect(refused.text).toContain('wer dieses Programm leitet')
})

test('a step says everything its form can say, and the same once more changes nothing', async ({ house }) => {
  const road = await roadThere(house, security, 'Kleinweiler')
  const browser = await house.signedIn(manager)
  const path = `/teilnahmen/${road.id}/schritte/preparation`
  const form = await browser.get(path)
  const said = {
    state: 'inProgress',
    onDay: '2026-11-20',
    waitingFor: 'cooperative',
    missing: 'Liste der Server',
    note: 'Frau Rohrbeck meldet sich <b>bald</b>',
  }
  const saved = await browser.post(path, { ...said, seen: valueOf(form, 'seen') ?? '' })
  expect([saved.status, saved.text]).toEqual([200, expect.stringContaining('„Vorbereitung“ läuft jetzt.')])
  const now = await roadThere(house, security, 'Kleinweiler')
  expect(now.steps.find(({ step }) => step === 'preparation')).toMatchObject({ ...said, state: 'inProgress' })
  expect([now.waitingFor, now.missing]).toEqual(['cooperative', 'Liste der Server'])
  const shown = await browser.get(path)
  expect(['onDay', 'waitingFor', 'missing'].map((name) => valueOf(shown, name))).toEqual([
    '2026-11-20',
    'cooperative',
    'Liste der Server',
  ])
  expect(shown.html).not.toContain('<b>bald</b>')
  const again = await browser.post(path, { ...said, seen: valueOf(shown, 'seen') ?? '' })
  expect(again.text).toContain('stand schon so. Geändert ist nichts.')
})

test('a step out of turn, a wrong day and a text too long are refused, say why and keep what was typed', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Kleinweiler')
  const browser = await house.signedIn(manager)
  const path = `/teilnahmen/${road.id}/schritte/report`
  const before = await browser.get(path)
  const typed = {
    state: 'done',
    onDay: '2026-11-20',
    waitingFor: 'ministry',
    missing: 'Anlage',
    note: 'Zeile 1\nZeile 2',
  }
  const seen = valueOf(before, 'seen') ?? ''
  for (const [wrong, why] of [
    [{}, 'noch nicht an der Reihe: Zuerst'],
    [{ state: 'notNeeded' }, 'gehört zu jedem Weg und kann nicht entfallen'],
    [{ state: '' }, 'Bitte wählen Sie den Stand aus'],
    [{ onDay: '2026-02-31' }, 'Das ist kein Tag'],
    [{ waitingFor: 'everybody' }, ''],
    [{ missing: 'x'.repeat(301) }, '300'],
    [{ note: 'x'.repeat(2001) }, '2000'],
  ] as const) {
    const sent: Record<string, string> = { ...typed, ...wrong, seen }
    const page = await browser.post(path, sent)
    expect([wrong, page.status, page.text]).toEqual([wrong, 422, expect.stringContaining(why)])
    for (const name of ['onDay', 'missing', 'note'])
      expect([name, valueOf(page, name)?.trimStart()]).toEqual([name, sent[name]])
  }
  expect((await roadThere(house, security, 'Kleinweiler')).steps).toEqual(road.steps)
})

test('two at one step: the second sees both sides and chooses; two who say the same hear that it was done', async ({
  house,
}) => {
  const road = await roadThere(house, security, 'Musterstadt')
  const path = `/teilnahmen/${road.id}/schritte/report`
  const [first, second] = [await house.signedIn(manager), await house.signedIn(secondManager)]
  const seen = valueOf(await first.get(path), 'seen') ?? ''
  await second.get(path)
  const base = { state: 'inProgress', onDay: '', waitingFor: 'organization', note: '', seen }
  await first.post(path, { ...base, missing: 'Das sagt die Erste' })
  const late = await second.post(path, { ...base, missing: 'Das sagt die Zweite' })
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('inzwischen gesetzt')])
  expect(late.text).toContain('Das sagt die Erste')
  expect(late.text).toContain('Das sagt die Zweite')
  const same = await second.post(path, { ...base, missing: 'Das sagt die Erste' })
  expect(same.text).toContain('war schneller')
  const mine = await second.post(path, { ...base, missing: 'Das sagt die Zweite', seen: valueOf(late, 'seen') ?? '' })
  expect(mine.status).toBe(200)
  expect((await roadThere(house, security, 'Musterstadt')).missing).toBe('Das sagt die Zweite')
})

test('each side sets its own steps, and is told whose the others are', async ({ house }) => {
  const road = await roadThere(house, security, 'Musterstadt')
  for (const [email, step, status] of [
    [isb, 'package', 200],
    [isb, 'scans', 403],
    [assessor, 'scans', 200],
    [assessor, 'package', 403],
    [guide, 'package', 403],
    [isb, 'admission', 403],
  ] as const) {
    const browser = await house.signedIn(email)
    const path = `/teilnahmen/${road.id}/schritte/${step}`
    const form = await browser.get(path)
    expect([email, step, form.html.includes('name="seen"')]).toEqual([email, step, status === 200])
    await browser.get('/teilnahmen')
    const state = road.steps.find((one) => one.step === step)?.state ?? ''
    const sent = await browser.post(path, { state, onDay: '', waitingFor: '', missing: '', note: `Von ${step}` })
    expect([email, step, sent.status]).toEqual([email, step, status])
    if (status === 403) expect(sent.text).toMatch(/setzt|wird nicht von Hand gesetzt/)
  }
})
