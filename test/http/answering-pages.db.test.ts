// Answering without a script: plain forms, whole pages, nothing lost.
import { describe, expect } from 'vitest'
import type { Browser, Page } from '../harness/clients.ts'
import { isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, type AssessmentJson, startCheck } from './checks.ts'
import { formsOf, formTo, linksOf, readable } from './html.ts'

interface AtWork {
  id: string
  browser: Browser
  list: string
  target(control: string): string
  saved(control: string): Promise<AnswerJson>
}

async function atWork(house: TestHouse, title: string): Promise<AtWork> {
  const { id } = await startCheck(house, isb, title)
  const jana = await house.as(isb)
  return {
    id,
    browser: await house.signedIn(isb),
    list: `/pruefungen/${id}/fragen?auswahl=alle`,
    target: (control) => `/pruefungen/${id}/fragen/${control}/antwort`,
    saved: async (control) => (await jana.get<AnswerJson>(`/assessments/${id}/answers/${control}`)).body,
  }
}

/** Fills in the page's own form and sends it, as a click on "Antwort speichern" does. */
function send(browser: Browser, page: Page, target: string, typed: Record<string, string>): Promise<Page> {
  return browser.post(target, { ...formTo(page.html, target).fields, ...typed })
}

describe('the form of a question', () => {
  test('saves and comes back to the question in the very list it stood in', async ({ house }) => {
    const { browser, list, target, saved } = await atWork(house, 'Formular')
    const page = await browser.get(list)
    const after = await send(browser, page, target('AKT.1.1'), { answer: 'yes' })
    expect([after.status, after.url]).toEqual([200, `${list}#frage-AKT.1.1`])
    expect(after.html).toContain('id="frage-AKT.1.1"')
    expect(readable(after.html)).toMatch(/Gespeichert \d\d:\d\d Uhr, Sie/)
    expect(await saved('AKT.1.1')).toMatchObject({ answer: 'yes', note: '', version: 1 })
  })

  test('shows the answer as chosen and sends the version along the next time', async ({ house }) => {
    const { browser, list, target, saved } = await atWork(house, 'Noch einmal')
    let page = await send(browser, await browser.get(list), target('AKT.0'), { answer: 'no', note: 'Alt' })
    expect(formTo(page.html, target('AKT.0')).fields).toMatchObject({ answer: 'no', version: '1' })
    page = await send(browser, page, target('AKT.0'), { answer: 'yes' })
    expect(formTo(page.html, target('AKT.0')).fields).toMatchObject({ answer: 'yes', version: '2' })
    expect(await saved('AKT.0')).toMatchObject({ answer: 'yes', note: 'Alt', version: 2 })
  })

  test('has the note field where the question is opened, and keeps line breaks', async ({ house }) => {
    const { id, browser, target, saved } = await atWork(house, 'Zeilen')
    const page = await browser.get(`/pruefungen/${id}/fragen?liste=TEL&frage=TEL.1`)
    const after = await send(browser, page, target('TEL.1'), { answer: 'no', note: 'Eins\r\nZwei\r\n\r\nDrei  ' })
    expect(after.url).toBe(`/pruefungen/${id}/fragen?liste=TEL#frage-TEL.1`)
    expect((await saved('TEL.1')).note).toBe('Eins\nZwei\n\nDrei')
    const again = await browser.get(`/pruefungen/${id}/fragen?liste=TEL&frage=TEL.1`)
    expect(formTo(again.html, target('TEL.1')).fields['note']).toBe('Eins\nZwei\n\nDrei')
  })

  test('comes back only to pages of this check, whatever the form says', async ({ house }) => {
    const { id, browser, target } = await atWork(house, 'Zurück')
    await browser.get(`/pruefungen/${id}`)
    let version = ''
    for (const zurueck of ['//evil.example', 'https://evil.example', `/pruefungen/${id}/fragenX`, '/', '']) {
      const after = await browser.post(target('AKT.0'), { answer: 'yes', note: zurueck, version, zurueck })
      expect([zurueck, after.url]).toEqual([zurueck, `/pruefungen/${id}/fragen/AKT.0#frage-AKT.0`])
      version = String(Number(version) + 1)
    }
  })
})

describe('a form that is refused', () => {
  test('without an answer but with a note keeps the note, and the summary leads to the field', async ({ house }) => {
    const { browser, list, target, saved } = await atWork(house, 'Nur Notiz')
    const note = 'Getippt & "noch" nicht <gespeichert>\nzweite Zeile'
    const page = await send(browser, await browser.get(list), target('AKT.0'), { note })
    expect(page.status).toBe(422)
    expect(readable(page.html)).toContain('Die Antwort ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.')
    expect(readable(page.html)).toContain('Alles, was Sie eingetragen haben, ist noch da.')
    expect(readable(page.html)).toContain('Bitte wählen Sie Ja, Nein oder Nicht relevant.')
    expect(linksOf(page.html)).toContain('#feld-frage-AKT-0-answer')
    expect(page.html).toContain('id="feld-frage-AKT-0-answer"')
    const form = formTo(page.html, target('AKT.0'))
    expect(form.fields).toMatchObject({ note, zurueck: list })
    expect((await saved('AKT.0')).version).toBeUndefined()
    const after = await browser.post(target('AKT.0'), { ...form.fields, answer: 'no' })
    expect(after.url).toBe(`${list}#frage-AKT.0`)
    expect((await saved('AKT.0')).note).toBe(note)
  })

  test('for a note that is too long keeps all of it', async ({ house }) => {
    const { browser, list, target, saved } = await atWork(house, 'Lange Notiz')
    const note = `${'lang '.repeat(2000)}!`
    const page = await send(browser, await browser.get(list), target('AKT.0'), { answer: 'yes', note })
    expect(page.status).toBe(422)
    expect(readable(page.html)).toContain('Höchstens 10000 Zeichen.')
    expect(linksOf(page.html)).toContain('#feld-frage-AKT-0-note')
    expect(formTo(page.html, target('AKT.0')).fields).toMatchObject({ note, answer: 'yes' })
    expect((await saved('AKT.0')).version).toBeUndefined()
  })
})

describe('two people on one question', () => {
  async function conflict(house: TestHouse, title: string) {
    const work = await atWork(house, title)
    const page = await work.browser.get(work.list)
    const tobias = await house.as(itStaff)
    await tobias.put(`/assessments/${work.id}/answers/AKT.0`, { answer: 'yes', note: 'Von Tobias' })
    const both = await send(work.browser, page, work.target('AKT.0'), { answer: 'no', note: 'Von Jana' })
    return { ...work, both, tobias }
  }

  test('are shown both sides, and nothing is decided', async ({ house }) => {
    const { both, saved } = await conflict(house, 'Beide Seiten')
    expect(both.status).toBe(409)
    const text = readable(both.html)
    expect(text).toContain('Tobias Brandt hat diese Frage inzwischen auch beantwortet')
    expect(text).toMatch(/Ihre Fassung.*Nein\. „Von Jana“.*Tobias Brandt.*Ja\. „Von Tobias“/)
    expect(await saved('AKT.0')).toMatchObject({ answer: 'yes', note: 'Von Tobias', version: 1 })
  })

  const sending = (both: Page, target: string, button: string) => {
    const form = formsOf(both.html).find(({ action, html }) => action === target && html.includes(button))
    if (!form) throw new Error(`no form with ${button}`)
    return form.fields
  }

  test('may keep their own', async ({ house }) => {
    const { browser, both, target, saved, list } = await conflict(house, 'Meine')
    const after = await browser.post(target('AKT.0'), sending(both, target('AKT.0'), 'Meine behalten'))
    expect(after.url).toBe(`${list}#frage-AKT.0`)
    expect(await saved('AKT.0')).toMatchObject({ answer: 'no', note: 'Von Jana', version: 2 })
  })

  test('may merge the notes', async ({ house }) => {
    const { browser, both, target, saved } = await conflict(house, 'Zusammen')
    const merged = sending(both, target('AKT.0'), 'Zusammengeführt speichern')
    expect(merged).toMatchObject({ note: 'Von Jana\nVon Tobias', answer: 'no', version: '1' })
    await browser.post(target('AKT.0'), merged)
    expect(await saved('AKT.0')).toMatchObject({ answer: 'no', note: 'Von Jana\nVon Tobias', version: 2 })
  })

  test('may take the other: a link, since nothing has to be written', async ({ house }) => {
    const { both, list, saved } = await conflict(house, 'Die andere')
    expect(linksOf(both.html)).toContain(`${list}#frage-AKT.0`)
    expect((await saved('AKT.0')).version).toBe(1)
  })

  test('are asked again when a third answer came while they decided', async ({ house }) => {
    const { browser, both, target, saved, tobias, id } = await conflict(house, 'Dritte')
    const mine = sending(both, target('AKT.0'), 'Meine behalten')
    await tobias.put(`/assessments/${id}/answers/AKT.0`, { answer: 'notApplicable', version: 1 })
    const again = await browser.post(target('AKT.0'), mine)
    expect([again.status, readable(again.html).includes('Nicht relevant.')]).toEqual([409, true])
    expect((await saved('AKT.0')).version).toBe(2)
  })

  test('are not disturbed by a second click: the same answer once more is no conflict and no further version', async ({
    house,
  }) => {
    const { browser, list, target, saved } = await atWork(house, 'Doppelt geklickt')
    const { fields } = formTo((await browser.get(list)).html, target('AKT.0'))
    for (let click = 0; click < 3; click++) {
      const page = await browser.post(target('AKT.0'), { ...fields, answer: 'yes', note: 'Einmal' })
      expect([page.status, page.url]).toEqual([200, `${list}#frage-AKT.0`])
    }
    expect((await saved('AKT.0')).version).toBe(1)
  })

  test('also meet where one says the same as the other: that is still another person', async ({ house }) => {
    const { browser, list, target, id } = await atWork(house, 'Gleiche Antwort')
    const page = await browser.get(list)
    await (await house.as(itStaff)).put(`/assessments/${id}/answers/AKT.0`, { answer: 'yes', note: '' })
    expect((await send(browser, page, target('AKT.0'), { answer: 'yes', note: '' })).status).toBe(409)
  })
})

test('a question has a page of its own with help and history', async ({ house }) => {
  const { id, browser, target } = await atWork(house, 'Einzelseite')
  const page = await browser.get(`/pruefungen/${id}/fragen/AKT.0`)
  expect(readable(page.html)).toContain('Die Amtsstube MUSS Akten binnen 14 Tagen')
  expect(readable(page.html)).toContain('Ein Stahlschrank genügt.')
  expect(page.text).not.toContain('Verlauf und alle Angaben 1 Fassung')
  await send(browser, page, target('AKT.0'), { answer: 'no', note: 'Schrank fehlt' })
  const after = await send(browser, await browser.get(`/pruefungen/${id}/fragen/AKT.0`), target('AKT.0'), {
    answer: 'yes',
    note: 'Schrank ist da',
  })
  expect(readable(after.html)).toMatch(
    /2 Fassungen.*Ja\s+vorher Nein\s+Schrank\s+\[entfallen:\s+fehlt\s*\]\s*\[neu:\s+ist da\s*\]\s+Jana Wiesner.*Nein\s+Schrank fehlt\s+Jana Wiesner.*Wiederherstellen/,
  )
})

test('a check is begun on a page too, and the list of checks shows its progress', async ({ house }) => {
  const { browser, id } = await atWork(house, 'Auf Seiten')
  const jana = await house.as(isb)
  const { catalogId } = (await jana.get<AssessmentJson>(`/assessments/${id}`)).body
  const refused = await browser.post('/pruefungen', {
    ...formTo((await browser.get('/pruefungen/neu')).html, '/pruefungen').fields,
    catalogId,
  })
  expect([refused.status, refused.text.includes('läuft schon eine Prüfung')]).toEqual([422, true])
  expect(formTo(refused.html, '/pruefungen').fields['catalogId']).toBe(catalogId)
  const none = await browser.post('/pruefungen', { catalogId: '' })
  expect([none.status, none.text.includes('Bitte wählen Sie einen Katalog.')]).toEqual([422, true])
  expect(readable((await browser.get('/pruefungen')).html)).toMatch(
    /Auf Seiten\s+1\s+In Arbeit\s+Stadt Musterstadt\s+\d\d\.\d\d\.\d{4}\s+0 von 4\s+–/,
  )
})
