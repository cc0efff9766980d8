// The way through the pages, without a script: see what changes, move, take along what is lost, and back.
import { expect } from 'vitest'
import { assessor, isb, test } from '../harness/house.ts'
import { importCatalog, ownOrganization } from '../http/checks.ts'
import { readable } from '../http/html.ts'
import { office, personId } from '../people/cast.ts'
import {
  answerHalf,
  edition,
  editionsOf,
  first as earlierOnes,
  migrate,
  second as laterOnes,
  versionsOf,
} from './editions.ts'

test('the overview leads to what changes, and a button moves the check', async ({ house }) => {
  const check = await editionsOf(house, 'Auf Seiten')
  await answerHalf(check)
  const browser = await house.signedIn(isb)
  const overview = await browser.get(`/pruefungen/${check.id}`)
  expect(overview.text).toContain('Von diesem Katalog ist die Fassung 2.0 da')
  const preview = await browser.get(`/pruefungen/${check.id}/fassung`)
  const words = readable(preview.html)
  for (const said of [
    '5 Anforderungen gibt es weiter, 4 davon unter anderer Nummer. 3 Antworten ziehen um.',
    '2 Antworten sind danach zu bestätigen, weil der Text ein anderer ist.',
    '1 Anforderung entfällt; 1 Antwort dazu bleibt in der bisherigen Prüfung lesbar',
    '1 Anforderung kommt hinzu und ist noch offen.',
    '[neu: erlaubt und enden nach einem Jahr.',
    'Abgebaut 2019',
    'Funknetz',
  ])
    expect(words).toContain(said)
  const wrong = await browser.post(`/pruefungen/${check.id}/fassung`, { catalogId: 'gibt-es-nicht' })
  expect([wrong.status, wrong.text.includes('Diese Fassung gibt es hier nicht')]).toEqual([422, true])
  const done = await browser.post(`/pruefungen/${check.id}/fassung`, { catalogId: check.new })
  expect([done.status, /^\/pruefungen\/[^/]+$/.test(done.url)]).toEqual([200, true])
  expect(done.text).toContain('Übernommen aus Fassung 1.0')
  expect(done.text).toContain('Zu bestätigen: 2')
  // The same form once more, from a tab left open.
  expect((await browser.post(`/pruefungen/${check.id}/fassung`, { catalogId: check.new })).url).toBe(done.url)
  const old = await browser.get(`/pruefungen/${check.id}`)
  expect(old.text).toMatch(/Überführt am \d\d\.\d\d\.\d{4} von Jana Wiesner/)
  expect(old.html).toContain(`href="${done.url}"`)
  const question = await browser.get(`${done.url}/fragen/RUF.2`)
  expect(question.text).toContain('So hieß es in der früheren Fassung')
  expect((await browser.get(`${done.url}/fragen/NET.2`)).text).toContain('damals Nummer NET.1')
  const list = await browser.get(`${done.url}/fragen?auswahl=bestaetigen`)
  expect([list.status, list.text.includes('Fernzugang')]).toEqual([200, true])
})

test('a version that was imported before the present one is there for whoever is led to it', async ({ house }) => {
  const later = await importCatalog(house, edition('Umbenannt, neu', '2.0', laterOnes))
  const earlier = await importCatalog(house, edition('Umbenannt, alt', '1.0', earlierOnes))
  const jana = await house.as(isb)
  const organizationId = await ownOrganization(jana)
  const { body } = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId: earlier })
  const browser = await house.signedIn(isb)
  expect((await browser.get(`/pruefungen/${body.id}/fassung`)).text).toContain('Keine neuere Fassung da')
  const preview = await browser.get(`/pruefungen/${body.id}/fassung?katalog=${later}`)
  expect(preview.text).toContain('1 Anforderung kommt hinzu und ist noch offen.')
  const unknown = await browser.get(`/pruefungen/${body.id}/fassung?katalog=gibt-es-nicht`)
  expect([unknown.status, unknown.text.includes('Keine neuere Fassung da')]).toEqual([200, true])
  const done = await browser.post(`/pruefungen/${body.id}/fassung`, { catalogId: later })
  expect(done.text).toContain('Übernommen aus Fassung 1.0')
})

test('what is lost is offered to its neighbours as a note, each once, and counts as no answer', async ({ house }) => {
  const check = await editionsOf(house, 'Entfallenes')
  const { jana } = check
  await answerHalf(check)
  const id = (await migrate(jana, check)).body.assessmentId
  const browser = await house.signedIn(isb)
  const page = await browser.get(`/pruefungen/${id}/uebernommen`)
  expect(readable(page.html)).toContain('NET.4 Altes Modem')
  expect(page.html.match(/Als Notiz übernehmen/g)).toHaveLength(3)
  const target = `/pruefungen/${id}/uebernommen/notiz`
  const taken = await browser.post(target, { lost: 'NET.4', to: 'NET.3' })
  expect(taken.text).toContain('Was zu NET.4 gesagt war, steht jetzt als Notiz bei NET.3.')
  const note = 'Aus der früheren Fassung (NET.4, Ja): Abgebaut 2019'
  expect((await versionsOf(jana, `/assessments/${id}`, 'NET.3')).at(-1)).toMatchObject({
    answer: 'yes',
    note: `Nur Dienstleister\n\n${note}`,
    unconfirmed: true,
  })
  const again = await browser.post(target, { lost: 'NET.4', to: 'NET.3' })
  expect([again.status, again.text.includes('steht dort schon')]).toEqual([422, true])
  // To one that nobody has answered: it stays open.
  await browser.post(target, { lost: 'NET.4', to: 'NET.4' })
  expect((await versionsOf(jana, `/assessments/${id}`, 'NET.4')).at(-1)).toMatchObject({ answer: null, note })
  const open = await browser.get(`/pruefungen/${id}/fragen/NET.4`)
  expect(open.text).toContain('noch offen, mit Notiz')
  expect((await jana.get<{ progress: { answered: number } }>(`/assessments/${id}`)).body.progress.answered).toBe(1)
  // Neither what is not lost, nor to a foreign list.
  for (const [lost, to] of [
    ['NET.1', 'NET.3'],
    ['NET.4', 'RUF.1'],
  ] as const)
    expect((await browser.post(target, { lost, to })).status).toBe(422)
})

test('undoing takes one click, and where somebody answered meanwhile the page says first what becomes of it', async ({
  house,
}) => {
  const check = await editionsOf(house, 'Ein Klick')
  const { jana } = check
  await answerHalf(check)
  const browser = await house.signedIn(isb)
  const first = (await migrate(jana, check)).body.assessmentId
  await browser.get(`/pruefungen/${first}`)
  const back = await browser.post(`/pruefungen/${first}/fassung/zuruecknehmen`, {})
  expect(back.url).toBe(`/pruefungen/${check.id}`)
  expect(back.text).toContain('Die Überführung ist zurückgenommen, hier geht es weiter.')
  expect((await browser.get(`/pruefungen/${first}`)).text).toContain('Überführung zurückgenommen am')

  const second = (await migrate(jana, check)).body.assessmentId
  await jana.put(`/assessments/${second}/answers/NET.1`, { answer: 'yes' })
  await jana.put(`/assessments/${second}/answers/NET.4`, { answer: 'yes' })
  const asks = await browser.post(`/pruefungen/${second}/fassung/zuruecknehmen`, {})
  expect(readable(asks.html)).toContain('Zu 1 Anforderung wurde seit dem Überführen etwas gesagt.')
  expect(readable(asks.html)).toContain('1 Antwort zu ganz neuen Anforderungen bleibt in der neuen Prüfung lesbar')
  const done = await browser.post(`/pruefungen/${second}/fassung/zuruecknehmen`, { bestaetigt: 'ja' })
  expect(done.text).toContain('Mit zurück kam 1 Antwort.')
})

test('who answers single lists or judges sees where it went on, and no button', async ({ house }) => {
  const check = await editionsOf(house, 'Andere')
  await answerHalf(check)
  await check.jana.post(`${check.at}/delegations`, { personId: await personId(house, office), groupKeys: ['NET'] })
  const sabine = await house.signedIn(office)
  const arne = await house.signedIn(assessor)
  for (const browser of [sabine, arne])
    expect((await browser.get(`/pruefungen/${check.id}`)).text).not.toContain('Ansehen, was sich ändert')
  expect((await sabine.get(`/pruefungen/${check.id}/fassung`)).status).toBe(403)
  const id = (await migrate(check.jana, check)).body.assessmentId
  for (const browser of [sabine, arne]) {
    const old = await browser.get(`/pruefungen/${check.id}`)
    expect(old.html).toContain(`href="/pruefungen/${id}"`)
    const fresh = await browser.get(`/pruefungen/${id}`)
    expect([fresh.status, fresh.text.includes('Überführung zurücknehmen')]).toEqual([200, false])
  }
  expect((await arne.get(`/pruefungen/${id}/uebernommen`)).html).not.toContain('Als Notiz übernehmen')
})

test('measures that came from the question are seen from where it is now', async ({ house }) => {
  const check = await editionsOf(house, 'Maßnahme')
  const { jana, id } = check
  await answerHalf(check)
  const made = await jana.post<{ id: string; title: string }>('/measures', {
    organizationId: check.organizationId,
    title: 'Anrufer nach Rückrufnummer fragen',
    kind: 'ownWork',
    sources: [{ type: 'control', id: `${id}/TEL.2`, label: 'Anrufe' }],
  })
  expect([made.status, made.text]).toEqual([201, expect.anything()])
  const there = (await migrate(jana, check)).body.assessmentId
  const browser = await house.signedIn(isb)
  expect((await browser.get(`/pruefungen/${there}/fragen/RUF.2`)).text).toContain('Anrufer nach Rückrufnummer fragen')
  const measure = await browser.get(`/massnahmen/${made.body.id}`)
  expect(measure.html).toContain(`/pruefungen/${there}/fragen/RUF.2`)
})
