// Releasing, ordering and planning pictures, and a municipality beside its class.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { everything, isb, manager, observer, openTestHouse, type TestHouse } from '../harness/house.ts'
import { insertPicture, insertPictures, wholePicture, withoutPictures } from './fixtures.ts'
import { signedResult } from './signed.ts'

let house: TestHouse
let newest: string
let programme: string
beforeAll(async () => {
  house = await openTestHouse()
  newest = (await insertPictures(house)).at(-1) ?? ''
  const { body } = await (await house.as(manager)).get<{ items: { id: string; key: string }[] }>('/programmes')
  programme = body.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
})
afterAll(() => house.close())

const events = (event: string) =>
  asOwner(house, async (db) => {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::integer as count from audit.entry where event = ${event}`.execute(db)
    return rows[0]?.count
  })

describe('what the public reads', () => {
  test('nothing, until the ministry has released a picture', async () => {
    const stranger = house.browser()
    expect((await stranger.get('/oeffentlich/landesbild')).text).toContain('Noch kein öffentliches Landesbild')
    expect((await stranger.get('/oeffentlich/landesbild/daten.json')).status).toBe(404)
  })

  test('only the ministry releases: the manager is refused with the reason', async () => {
    const { status, text } = await (await house.signedIn(manager)).get(`/landesbild/${newest}/veroeffentlichung`)
    expect([status, text.includes('gibt das Ministerium frei')]).toEqual([403, true])
    expect((await (await house.as(manager)).post(`/state-pictures/${newest}/publication`)).status).toBe(403)
  })

  test('before it does, it reads what everybody will read and what not', async () => {
    const { text } = await (await house.signedIn(observer)).get(`/landesbild/${newest}/veroeffentlichung`)
    expect(text).toContain('Nach Landkreis: 6 Werte, 2 nicht ausgewiesen')
    expect(text).toContain('2 Kommunen namentlich')
    expect(text).toContain('Mittel des Programms und Werte einzelner Fragen')
    expect(text).not.toContain('Nach Frage')
  })

  test('once released everybody reads it, and the deed stands in the trail', async () => {
    const henrike = await house.signedIn(observer)
    await henrike.get(`/landesbild/${newest}/veroeffentlichung`)
    const before = await events('statePicture.released')
    const { text } = await henrike.post(`/landesbild/${newest}/veroeffentlichung`, {})
    expect(text).toContain('ist jetzt öffentlich')
    expect(await events('statePicture.released')).toBe((before ?? 0) + 1)
    const open = await house.browser().get('/oeffentlich/landesbild')
    expect(open.text).toContain('Von 118 teilnehmenden Kommunen haben 64 eine abgenommene Prüfung.')
    expect(open.text).toContain('SicherKOMMUNAL')
  })

  test('neither money nor single questions, on no page and in no file', async () => {
    const stranger = house.browser()
    const pages = await Promise.all(
      ['', '/tabelle.csv', '/daten.json'].map((path) => stranger.get(`/oeffentlich/landesbild${path}`)),
    )
    const { text } = await house.stranger.get('/state-picture/public')
    for (const found of [...pages.map(({ html }) => html), text]) {
      expect(found).toContain('Landkreis Lindengau')
      for (const word of ['Notfallplan', 'Abgerechnet', '"money"', '"control"']) expect(found).not.toContain(word)
    }
  })

  test('nor does the database give strangers more than that', async () => {
    const { rows } = await unitOfWork(
      house.services.database,
      { as: nobody, now: house.clock.now(), mode: 'read only' },
      (db) => sql<{ dimension: string }>`select distinct dimension from pictures.cell order by dimension`.execute(db),
    )
    expect(rows.map(({ dimension }) => dimension)).toEqual([
      'checklist',
      'county',
      'kindClass',
      'phase',
      'sizeClass',
      'total',
      'wave',
    ])
  })

  test('a filter asked for by the address changes nothing', async () => {
    const stranger = house.browser()
    for (const path of [
      '/oeffentlich/landesbild',
      '/oeffentlich/landesbild/daten.json',
      '/oeffentlich/landesbild/tabelle.csv',
    ]) {
      const plain = await stranger.get(path)
      const asked = await stranger.get(
        `${path}?county=Landkreis+Nordaue&sizeClass=under10000&dimension=control&programm=digital-lotsen&stand=${newest}`,
      )
      const body = ({ html }: { html: string }) => html.replaceAll(/\?seite=[^"]*|name="_csrf"[^>]*/g, '')
      expect(body(asked)).toBe(body(plain))
    }
    const plain = await house.stranger.get('/state-picture/public')
    expect((await house.stranger.get('/state-picture/public?county=Nordaue&kindClass=countyLevel')).text).toBe(
      plain.text,
    )
  })

  test('released twice, it is said that it is public already', async () => {
    const { status, body } = await (await house.as(observer)).post(`/state-pictures/${newest}/publication`)
    expect([status, String(body['title'])]).toEqual([422, expect.stringContaining('schon öffentlich')])
  })
})

describe('a municipality beside its class', () => {
  test('without a signed-off check it reads why there is nothing to compare', async () => {
    const { status, text } = await (await house.signedIn(everything)).get('/landesbild/vergleich')
    expect([status, text.includes('Noch keine abgenommene Prüfung')]).toEqual([200, true])
  })

  test('the own score is exact and stands beside the mean of kind, size and all, where five others are', async () => {
    await signedResult(house, { Datensicherung: [8, 2], Netze: [3, 4] })
    const { text } = await (await house.signedIn(everything)).get('/landesbild/vergleich')
    expect(text).toMatch(
      /65\s% der Fragen haben Sie mit „Ja“ beantwortet|der Fragen haben Sie mit „Ja“ beantwortet 65\s%/,
    )
    expect(text).toMatch(/Ihre Art\s?Einheitsgemeinden 41 60\s% 65\s%/)
    expect(text).toMatch(/Alle Kommunen 64 60\s% 65\s%/)
    expect(text).toMatch(/Datensicherung 75\s% 80\s%/)
    expect(text).toMatch(/Netze 55\s% 43\s%/)
    expect(text).toMatch(/Ihr Landkreis\s?Landkreis Nordaue – nicht ausgewiesen: im Landesbild verdeckt/)
  })

  test('there is no rank, no order by score and no word of better or worse', async () => {
    const { text } = await (await house.signedIn(everything)).get('/landesbild/vergleich')
    expect(text).not.toMatch(/besser|schlechter|Platz \d|Rang \d|Spitze|Schlusslicht/)
  })

  test('with fewer than five others, named ones not counted, there is no value', async () => {
    await insertPicture(
      house,
      wholePicture({
        daysAgo: 1,
        cells: { total: [['Alle', 64, 60]], kindClass: [['Einheitsgemeinden', 6, 60]] },
      }),
    )
    const { body } = await (await house.as(everything)).get<{ classes: unknown[] }>('/state-picture/comparison')
    expect(body.classes).toContainEqual({
      dimension: 'kindClass',
      beside: { label: 'Einheitsgemeinden', comparable: false, reason: 'fewOthers' },
    })
  })

  test('who reads no answers at home gets none here, and nobody else sees it', async () => {
    expect((await (await house.signedIn(observer)).get('/landesbild/vergleich')).status).toBe(403)
    expect((await (await house.signedIn(manager)).get('/landesbild/vergleich')).status).toBe(403)
    expect((await (await house.signedIn(isb)).get('/landesbild/vergleich')).text).not.toMatch(/65\s%/)
  })
})

describe('when pictures appear', () => {
  const at = () => `/programme-im-verbund/${programme}/landesbild`

  test('quarterly, until who leads the programme says otherwise', async () => {
    const torsten = await house.signedIn(manager)
    const { html } = await torsten.get(at())
    expect(/<textarea[^>]*>([^<]*)/.exec(html)?.[1]).toBe('01.02.\n01.05.\n01.08.\n01.11.')
    const { text } = await torsten.post(at(), { version: '0', days: '15.3.\n15.09.' })
    expect(text).toContain('Der Plan ist geändert.')
    const { body } = await (await house.as(manager)).get(`/programmes/${programme}/picture-plan`)
    expect(body).toMatchObject({ days: ['03-15', '09-15'], version: 1 })
    // The demo's own plan is the first.
    expect(await events('statePicture.planChanged')).toBe(2)
  })

  test.each([
    ['', 'mindestens einen Tag'],
    ['29.02.', 'nicht in jedem Jahr'],
    ['31.04.', 'kein Tag im Jahr'],
    ['Ostern', 'kein Tag im Jahr'],
    [Array.from({ length: 25 }, (_, day) => `${day + 1}.01.`).join('\n'), 'Höchstens 24 Tage'],
  ])('%j is refused at the field, and what was typed stays', async (days, why) => {
    const torsten = await house.signedIn(manager)
    await torsten.get(at())
    const { status, html, text } = await torsten.post(at(), { version: '1', days })
    expect([status, text.includes(why)]).toEqual([422, true])
    expect(/<textarea[^>]*>([^<]*)/.exec(html)?.[1]).toBe(days)
  })

  test('who was overtaken is told the plan of the other', async () => {
    const api = await house.as(manager)
    const { status, body } = await api.put(`/programmes/${programme}/picture-plan`, { days: ['06-01'], version: 0 })
    expect([status, body['version'], body['theirs']]).toEqual([
      409,
      1,
      expect.objectContaining({ days: ['03-15', '09-15'] }),
    ])
  })

  test('nobody of a municipality or the ministry plans or orders', async () => {
    for (const email of [isb, observer]) {
      expect((await (await house.signedIn(email)).get(at())).status).toBe(403)
      expect((await (await house.as(email)).post('/state-pictures', { programmeId: programme })).status).toBe(403)
    }
  })

  test('an order says when the picture appears, and a second one that it is ordered already', async () => {
    const torsten = await house.signedIn(manager)
    await torsten.get(at())
    const { text } = await torsten.post(`${at()}/bestellung`, {})
    expect(text).toMatch(/Das Landesbild ist bestellt\. Es erscheint am 15\.(03|09)\.\d{4}; vorher sieht es niemand\./)
    expect(await events('statePicture.ordered')).toBe(1)
    const { rows } = await asOwner(house, (db) =>
      sql<{ data: unknown; key: string }>`select data, key from jobs.job where name = 'statePicture.take'`.execute(db),
    )
    expect(rows).toEqual([{ key: programme, data: { programmeId: programme, takenBy: expect.any(String) } }])
    const again = await torsten.post(`${at()}/bestellung`, {})
    expect([again.status, again.text.includes('ist schon bestellt')]).toEqual([422, true])
  })

  test('on the day on which one has appeared there is no second one', async () => {
    const today = localDay(house.clock.now()).toString().slice(5)
    const api = await house.as(manager)
    await api.put(`/programmes/${programme}/picture-plan`, { days: [today === '02-29' ? '02-28' : today], version: 1 })
    await insertPicture(house, wholePicture({ daysAgo: 0 }))
    const { status, body } = await api.post('/state-pictures', { programmeId: programme })
    expect([status, String(body['title'])]).toEqual([422, expect.stringContaining('ist schon erschienen')])
  })

  test('of several programmes with observers the one is meant whose picture is shown, and without any one has to be named', async () => {
    const again = await (await house.as(manager)).post('/state-pictures', {})
    expect([again.status, String(again.body['title'])]).toEqual([422, expect.stringContaining('ist schon erschienen')])
    await withoutPictures(house)
    const { status, body } = await (await house.as(manager)).post('/state-pictures', {})
    expect([status, String(body['title'])]).toEqual([422, expect.stringContaining('Bitte nennen Sie eines')])
  })
})
