// Answers leave as a table, come back, and change nothing, or what was changed in it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { hasProgram, needsProgram } from '../fixtures/programs.ts'
import type { ApiClient } from '../harness/clients.ts'
import { assessor, isb, itStaff, test, type TestHouse } from '../harness/house.ts'
import { type AnswerJson, importCatalog, levelCatalog, ownOrganization, startCheck, storyCheck } from './checks.ts'
import { readable } from './html.ts'
import { countRows } from './rows.ts'
import { filledIn, type SheetRecord, tableOf, workbook } from './sheets.ts'

interface Report {
  saved: number
  unchanged: number
  changes: { controlId: string }[]
  conflicts: { controlId: string; yours: { answer: string }; theirs: { answer: string; answeredBy: string } | null }[]
}

const send = async (client: ApiClient, id: string, rows: SheetRecord[], query = '') =>
  client.upload<Report>(`/assessments/${id}/answers.xlsx${query}`, await workbook(rows), 'antworten.xlsx')

const answerOf = async (client: ApiClient, id: string, control: string) =>
  (await client.get<AnswerJson>(`/assessments/${id}/answers/${control}`)).body

async function answeredCheck(house: TestHouse, title: string) {
  const jana = await house.as(isb)
  const { id } = await startCheck(house, isb, title)
  await jana.put(`/assessments/${id}/answers/AKT.0`, { answer: 'no', note: '=1+1\nzweite Zeile' })
  await jana.put(`/assessments/${id}/answers/TEL.1`, { answer: 'yes', note: ' _x0041_ ; "Zeichen" 😀 ' })
  return { id, jana, rows: await tableOf(jana, id) }
}

describe('a table that nobody edited', () => {
  test('changes nothing, neither of the story nor with odd texts', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Unverändert')
    expect(rows.map((row) => [row['Kennung'], row['Antwort'], row['Fassung']])).toEqual([
      ['AKT.0', 'Nein', '1'],
      ['AKT.1.1', '', ''],
      ['AKT.1.1.1', '', ''],
      ['TEL.1', 'Ja', '1'],
    ])
    expect(rows[0]?.['Notiz']).toBe('=1+1\nzweite Zeile')
    const before = await countRows(house)
    const story = await storyCheck(jana)
    for (const check of [id, story.id]) {
      const bytes = await jana.download(`/assessments/${check}/answers.xlsx`)
      const { status, body } = await jana.upload<Report>(`/assessments/${check}/answers.xlsx`, bytes, 'a.xlsx')
      expect([status, body.saved, body.changes, body.conflicts]).toEqual([200, 0, [], []])
    }
    expect(await countRows(house)).toEqual(before)
  })

  test('changes nothing when others have answered since', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Inzwischen')
    const tobias = await house.as(itStaff)
    await tobias.put(`/assessments/${id}/answers/AKT.0`, { answer: 'yes', version: 1 })
    await tobias.put(`/assessments/${id}/answers/AKT.1.1`, { answer: 'yes' })
    const { body } = await send(jana, id, rows)
    expect(body).toEqual({ saved: 0, unchanged: 4, changes: [], conflicts: [] })
    expect(await answerOf(jana, id, 'AKT.0')).toMatchObject({ answer: 'yes', version: 2 })
  })

  test.skipIf(!hasProgram('soffice'))(
    `survives LibreOffice (${needsProgram('soffice', 'libreoffice-calc-nogui')})`,
    { timeout: 240_000 },
    async ({ house }) => {
      const { id, jana } = await answeredCheck(house, 'Büro')
      const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-office-'))
      writeFileSync(join(folder, 'a.xlsx'), await jana.download(`/assessments/${id}/answers.xlsx`))
      const convert = (to: string, file: string) =>
        execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', folder, join(folder, file)], {
          stdio: 'pipe',
        })
      convert('ods', 'a.xlsx')
      convert('xlsx', 'a.ods')
      const { body } = await jana.upload<Report>(
        `/assessments/${id}/answers.xlsx`,
        new Uint8Array(readFileSync(join(folder, 'a.xlsx'))),
        'a.xlsx',
      )
      expect(body).toEqual({ saved: 0, unchanged: 4, changes: [], conflicts: [] })
    },
  )
})

describe('a table that was filled in', () => {
  test('says with dryRun=1 what would change, then saves it by the rules of every answer', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Ausgefüllt')
    const edited = filledIn(rows, {
      'AKT.0': { Antwort: 'ja' },
      'AKT.1.1': { Antwort: 'Nicht relevant', Notiz: 'Kein Schlüssel' },
      'TEL.1': { Antwort: '' },
    })
    const dry = await send(jana, id, edited, '?dryRun=1')
    expect([dry.body.saved, dry.body.changes.map(({ controlId }) => controlId)]).toEqual([
      0,
      ['AKT.0', 'AKT.1.1', 'TEL.1'],
    ])
    expect((await answerOf(jana, id, 'AKT.0')).answer).toBe('no')
    expect((await send(jana, id, edited)).body).toMatchObject({ saved: 3, unchanged: 1, conflicts: [] })
    expect(await answerOf(jana, id, 'AKT.0')).toMatchObject({ answer: 'yes', version: 2, note: '=1+1\nzweite Zeile' })
    expect(await answerOf(jana, id, 'AKT.1.1')).toMatchObject({ answer: 'notApplicable', version: 1 })
    expect(await answerOf(jana, id, 'TEL.1')).toMatchObject({ answer: null, version: 2 })
    expect((await send(jana, id, edited)).body.saved).toBe(0)
  })

  test('may have its columns in another order, more of them, and fewer rows', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Gemischt')
    const [first] = filledIn(rows, { 'AKT.0': { Antwort: 'Ja', Merker: 'eigene Spalte' } })
    const headers = Object.keys(first ?? {}).toReversed()
    const bytes = await workbook([first ?? {}], headers)
    const { body } = await jana.upload<Report>(`/assessments/${id}/answers.xlsx`, bytes, 'a.xlsx')
    expect(body).toMatchObject({ saved: 1, unchanged: 0 })
    expect((await answerOf(jana, id, 'TEL.1')).answer).toBe('yes')
  })

  test('of two people loses nothing: the second sees the conflict and decides', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Zu zweit')
    const tobias = await house.as(itStaff)
    const janas = filledIn(rows, { 'AKT.0': { Antwort: 'Ja', Notiz: 'Jana' }, 'AKT.1.1': { Antwort: 'Nein' } })
    const tobis = filledIn(rows, {
      'AKT.0': { Antwort: 'Nicht relevant', Notiz: 'Tobias' },
      'AKT.1.1.1': { Antwort: 'Ja' },
    })
    expect((await send(jana, id, janas)).body.saved).toBe(2)
    const second = (await send(tobias, id, tobis)).body
    expect([second.saved, second.unchanged]).toEqual([1, 2])
    expect(second.conflicts).toMatchObject([
      {
        controlId: 'AKT.0',
        yours: { answer: 'notApplicable' },
        theirs: { answer: 'yes', answeredBy: 'Jana Wiesner', version: 2 },
      },
    ])
    expect(await answerOf(jana, id, 'AKT.0')).toMatchObject({ answer: 'yes', note: 'Jana' })
  })

  test('in levels brings level and target', async ({ house }) => {
    const jana = await house.as(isb)
    const catalogId = await importCatalog(house, levelCatalog())
    const organizationId = await ownOrganization(jana)
    const { id } = (await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })).body
    const rows = await tableOf(jana, id)
    const edited = filledIn(rows, {
      'lw-post-1': { Stufe: '2', Ziel: '4' },
      'lw-post-2': { Antwort: 'Nicht relevant' },
    })
    expect((await send(jana, id, edited)).body.saved).toBe(2)
    expect(await answerOf(jana, id, 'lw-post-1')).toMatchObject({ answer: null, level: 2, target: 4 })
    const half = await send(jana, id, filledIn(rows, { 'lw-post-1': { Stufe: '2', Ziel: '' } }))
    expect([half.status, half.text.includes('Stufe und Ziel gehören zusammen')]).toEqual([422, true])
    const poam = await jana.get(`/assessments/${id}/poam.json`)
    expect(poam.text).toContain('Stufe 2, das Ziel ist Stufe 4')
  })
})

describe('a table that cannot be taken', () => {
  test('is refused whole, with the line of each fault, and nothing is saved', async ({ house }) => {
    const { id, jana, rows } = await answeredCheck(house, 'Falsch')
    const before = await countRows(house)
    const wrong = filledIn(rows, {
      'AKT.0': { Antwort: 'Vielleicht' },
      'AKT.1.1': { Notiz: 'ohne Antwort' },
      'AKT.1.1.1': { Kennung: '' },
      'TEL.1': { Fassung: '1,5' },
    })
    const { status, body } = await send(jana, id, wrong)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      errors: [
        { path: 'Zeile 2', message: expect.stringContaining('„Vielleicht“ ist keine Antwort') },
        { path: 'Zeile 3', message: 'Zu einer Notiz gehört eine Antwort.' },
        { path: 'Zeile 4', message: 'Hier fehlt die Kennung der Frage.' },
        { path: 'Zeile 5', message: expect.stringContaining('Fassung') },
      ],
    })
    for (const [bytes, words] of [
      [await workbook([{ Name: 'x' }]), 'fehlen Spalten'],
      [await workbook(filledIn(rows, { 'AKT.0': { Kennung: 'AKT.99' } })), 'einer anderen Prüfung'],
      [await workbook([...rows, ...rows]), 'steht schon in Zeile'],
      [new Uint8Array(Buffer.from('keine Tabelle')), 'lässt sich nicht als Excel-Tabelle'],
    ] as const) {
      const reply = await jana.upload(`/assessments/${id}/answers.xlsx`, bytes, 'a.xlsx')
      expect([reply.status, reply.text.includes(words) ? words : reply.text]).toEqual([422, words])
    }
    expect(await countRows(house)).toEqual(before)
  })

  test('comes from nobody but own staff', async ({ house }) => {
    const { id, rows } = await answeredCheck(house, 'Fremd')
    expect((await send(await house.as(assessor), id, rows)).status).toBe(403)
  })
})

describe('on the page', () => {
  test('the differences are shown first, then taken; a conflict is asked and decided', async ({ house }) => {
    const { id, rows, jana } = await answeredCheck(house, 'Seite')
    const tobias = await house.as(itStaff)
    const browser = await house.signedIn(isb)
    await browser.get(`/pruefungen/${id}/ergebnisse`)
    const edited = await workbook(filledIn(rows, { 'AKT.0': { Antwort: 'Ja' }, 'TEL.1': { Antwort: 'Nein' } }))
    const shown = await browser.upload(`/pruefungen/${id}/antworten/tabelle`, edited, 'a.xlsx')
    expect(shown.status).toBe(200)
    expect(readable(shown.html)).toContain('2 Antworten ändern sich.')
    const zeilen = hiddenRows(shown.html)
    await tobias.put(`/assessments/${id}/answers/AKT.0`, { answer: 'notApplicable', note: 'Tobias', version: 1 })
    const asked = await browser.post(`/pruefungen/${id}/antworten/tabelle/uebernehmen`, { zeilen })
    expect(asked.status).toBe(409)
    expect(readable(asked.html)).toContain('Eine Antwort ist aus der Tabelle gespeichert.')
    expect(readable(asked.html)).toContain('Tobias Brandt')
    expect((await answerOf(jana, id, 'TEL.1')).answer).toBe('no')
    const again = hiddenRows(asked.html)
    const stale = { zeilen: again, 'wahl-AKT.0': 'mine', 'gesehen-AKT.0': '1' }
    expect((await browser.post(`/pruefungen/${id}/antworten/tabelle/uebernehmen`, stale)).status).toBe(409)
    const decided = await browser.post(`/pruefungen/${id}/antworten/tabelle/uebernehmen`, {
      ...stale,
      'gesehen-AKT.0': '2',
    })
    expect(readable(decided.html)).toContain('Eine Antwort ist aus der Tabelle gespeichert.')
    expect(await answerOf(jana, id, 'AKT.0')).toMatchObject({ answer: 'yes', version: 3 })
  })

  test('a wrong file is refused on the page, with its field', async ({ house }) => {
    const { id } = await answeredCheck(house, 'Falsche Datei')
    const browser = await house.signedIn(isb)
    await browser.get(`/pruefungen/${id}/ergebnisse`)
    const page = await browser.upload(`/pruefungen/${id}/antworten/tabelle`, 'nichts', 'a.txt')
    expect([page.status, page.html.includes('Ausgefüllte Tabelle')]).toEqual([422, true])
  })
})

const hiddenRows = (html: string): string =>
  (/name="zeilen" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
