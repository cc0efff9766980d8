// A running programme comes in from one workbook: what is told, what is written, and what is refused.
import { describe, expect } from 'vitest'
import type { Page } from '../harness/clients.ts'
import { isb, manager, test, type TestHouse } from '../harness/house.ts'
import { type Book, bookOf, exported, programmeNamed, readBook, type Report, send, write } from './workbooks.ts'

const second = 'programm2@verbund.example'

const security = async (house: TestHouse) => {
  const torsten = await house.as(manager)
  return { torsten, programmeId: await programmeNamed(torsten, 'sicherkommunal') }
}

const changeOf = (report: Report, name: string, field: string) =>
  report.rows.find((row) => row.name === name)?.changes.find((change) => change.field === field)

const note = (text: string): Book => ({
  Stand: [{ Name: 'Gemeinde Kleinweiler', Art: 'Einheitsgemeinde', Notiz: text }],
})

const pathOf = ({ url }: Page): string => url.split('?')[0] ?? url

describe('a workbook of a running programme', () => {
  test('what goes out comes in again and changes nothing', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const sheets = await exported(torsten, programmeId)
    const again = await send(torsten, await torsten.download(`/programmes/${programmeId}/export.xlsx`), {
      programmeId,
      dryRun: true,
    })
    expect(again.body).toMatchObject({ refused: [], rows: [], added: 0, changed: 0, unknownColumns: [] })
    expect(again.body.total).toBe((bookOf(sheets)['Stand'] ?? []).length)
  })

  test('the empty form comes in and changes nothing', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const form = await torsten.download(`/programmes/${programmeId}/template.xlsx`)
    const { body } = await send(torsten, form, { programmeId, dryRun: true })
    expect(body).toMatchObject({ refused: [], rows: [], added: 0, changed: 0, unknownColumns: [] })
    expect(body.total).toBeGreaterThan(3)
  })

  test('a dry run says what would change and writes nothing, the same loaded twice changes nothing the second time', async ({
    house,
  }) => {
    const { torsten, programmeId } = await security(house)
    const before = await exported(torsten, programmeId)
    const dry = await send(torsten, note('ruft am Montag zurück'), { programmeId, dryRun: true })
    expect(dry.body).toMatchObject({ total: 1, added: 0, changed: 1, unchanged: 0, refused: [] })
    expect(dry.body.rows[0]?.changes[0]).toMatchObject({ after: 'ruft am Montag zurück' })
    expect(await exported(torsten, programmeId)).toEqual(before)
    const done = await send(torsten, note('ruft am Montag zurück'), { programmeId })
    expect(done.body).toEqual(dry.body)
    const more = await send(torsten, note('ruft am Montag zurück'), { programmeId })
    expect(more.body).toMatchObject({ changed: 0, unchanged: 1, rows: [] })
  })

  test('a name that a town and a county share is refused with both keys, and a key or the kind says which', async ({
    house,
  }) => {
    const { torsten, programmeId } = await security(house)
    const register: Book = {
      Stand: [
        { ARS: '150900535', Name: 'Stendal', Art: 'Einheitsgemeinde', Phase: 'Vorbereitung' },
        { ARS: '15090', Name: 'Stendal', Art: 'Landkreis', Phase: 'Anmeldung' },
        { ARS: '019010375', AGS: '01091375', Name: 'Wittenberg', Art: 'Einheitsgemeinde', Phase: 'Anmeldung' },
        { ARS: '15091', Name: 'Wittenberg', Art: 'Landkreis', Phase: 'Anmeldung' },
      ],
    }
    const added = await send(torsten, register, { programmeId, addUnknown: true })
    expect(added.body).toMatchObject({ refused: [], added: 4, brings: { municipalities: 4 } })
    const { body } = await send(
      torsten,
      {
        Stand: [
          { Name: 'Stendal', Notiz: 'wer?' },
          { Name: 'Wittenberg', Notiz: 'wer?' },
          { Name: 'Stendal', Art: 'LK', Notiz: 'der Kreis' },
          { Name: 'Hansestadt Stendal', Notiz: 'die Stadt' },
          // Excel took the nought at the beginning away.
          { Name: 'Wittenberg', AGS: '1091375', Notiz: 'die Stadt' },
          { Name: '', ARS: '1509', Notiz: 'kein Anfang eines Schlüssels' },
        ],
      },
      { programmeId, dryRun: true },
    )
    const refused = body.refused.map(({ row, message }) => [row, message])
    expect(refused[0]?.[1]).toMatch(
      /mehrmals: Stendal \(Landkreis, 15090\) und Stendal \(Einheitsgemeinde, 150900535\)/,
    )
    expect(refused[1]?.[1]).toMatch(/Wittenberg \(Einheitsgemeinde, 019010375\) und Wittenberg \(Landkreis, 15091\)/)
    expect(refused.map(([row]) => row)).toEqual([2, 3, 7])
    expect(body.rows.map(({ name, changes }) => [name, changes.at(-1)?.after])).toEqual([
      ['Stendal', 'der Kreis'],
      ['Stendal', 'die Stadt'],
      ['Wittenberg', 'die Stadt'],
    ])
  })

  test('amounts are held to the cent against what was released, and kept', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const amounts = (row: Record<string, string>): Book => ({ Beträge: [{ Name: 'Gemeinde Kleinweiler', ...row }] })
    const faultsOf = async (row: Record<string, string>) =>
      (await send(torsten, amounts(row), { programmeId, dryRun: true })).body.refused
        .map(({ message }) => message)
        .join(' ')
    expect(await faultsOf({ Geplant: '16.100,00 €', Rest: '13.899,99 €' })).toMatch(/0,01 € zu wenig/)
    expect(await faultsOf({ Geplant: '30.000,01 €' })).toMatch(/mehr als 30\.000,00 € hat keine Kommune/)
    expect(await faultsOf({ Geplant: '-1', Rest: '30.001,00' })).toMatch(/nie negativ/)
    expect(await faultsOf({ Geplant: '16.100,005', Rest: '13.899,995' })).toMatch(/mehr als zwei Stellen/)
    expect(await faultsOf({ Stufe: '7', Geplant: '1' })).toMatch(/keine Stufe/)
    const done = await send(torsten, amounts({ Beauftragt: '16100', Rest: '13.900,00' }), { programmeId })
    expect(done.body.refused).toEqual([])
    expect(changeOf(done.body, 'Gemeinde Kleinweiler', 'Beauftragt')).toMatchObject({ after: '16.100,00 €' })
    const kept = (bookOf(await exported(torsten, programmeId))['Beträge'] ?? []).find(
      (row) => row['Name'] === 'Gemeinde Kleinweiler',
    )
    expect(kept).toMatchObject({ Beauftragt: '16.100,00', Geliefert: '0,00', Rest: '13.900,00' })
  })

  test('steps out of their order are refused at their cell, with what must come before', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const { body } = await send(
      torsten,
      { Stand: [{ Name: 'Gemeinde Kleinweiler', 'Schritt: Abnahme': 'erledigt 01.11.2026' }] },
      { programmeId, dryRun: true },
    )
    expect(body.rows).toEqual([])
    expect(body.refused[0]).toMatchObject({ sheet: 'Stand', row: 2, column: 'B' })
    expect(body.refused[0]?.message).toMatch(/noch nicht an der Reihe: Zuerst „Bericht“/)
  })

  test('wrong rows go out in a workbook with the column Fehler, and come in again when they are right', async ({
    house,
  }) => {
    const { programmeId } = await security(house)
    const browser = await house.signedIn(manager)
    const overview = `/programme-im-verbund/${programmeId}/einlesen`
    await browser.get(overview)
    const book = { Stand: [{ Name: 'Gemeinde Auental', Notiz: '=1+1', 'Letzter Kontakt': 'KW 40' }] }
    const shown = await browser.upload(overview, await write(book), 'liste.xlsx')
    expect(shown.text).toContain('ist eine Woche, kein Tag')
    expect((await browser.get(`${pathOf(shown)}/fehler.xlsx`)).status).toBe(200)
    await browser.get(shown.url)
    const corrected = await browser.post(`${pathOf(shown)}/korrektur`, {
      'zelle:2:C:Stand': '01.10.2026',
      'war:2:C:Stand': 'KW 40',
    })
    expect(corrected.text).toContain('Eine Zelle ist gelesen wie berichtigt')
    const loaded = await browser.post(`${pathOf(corrected)}/laden`, {})
    expect(loaded.text).toContain('Die Liste ist geladen.')
    const once = await browser.post(`${pathOf(loaded)}/laden`, {})
    expect(once.status).toBe(422)
    expect(once.text).toContain('schon geladen')
  })

  test('nobody loads what another manager has changed since it was shown: the new differences are shown first', async ({
    house,
  }) => {
    const { torsten, programmeId } = await security(house)
    const silke = await house.signedIn(second)
    const overview = `/programme-im-verbund/${programmeId}/einlesen`
    await silke.get(overview)
    const shown = await silke.upload(overview, await write(note('von Silke')), 'silke.xlsx')
    expect((await send(torsten, note('von Torsten'), { programmeId })).status).toBe(200)
    const path = `${pathOf(shown)}/laden`
    const stopped = await silke.post(path, {})
    expect(stopped.text).toContain('Geladen ist nichts; unten stehen die neuen Unterschiede.')
    expect(stopped.text).toContain('von Torsten')
    expect((await silke.post(path, {})).text).toContain('Die Liste ist geladen.')
  })

  test('a column that somebody explained once is known the next time', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const book = { Stand: [{ Name: 'Gemeinde Kleinweiler', 'Was der HVB sagt': 'im Februar' }] }
    const first = await send(torsten, book, { programmeId, dryRun: true })
    expect(first.body.unknownColumns).toMatchObject([{ header: 'Was der HVB sagt', column: 'B' }])
    const mapping = JSON.stringify({ state: { 'Was der HVB sagt': 'note' } })
    expect((await send(torsten, book, { programmeId, mapping })).body).toMatchObject({ changed: 1, unknownColumns: [] })
    expect((await send(torsten, book, { programmeId })).body).toMatchObject({ unchanged: 1, unknownColumns: [] })
  })

  test('what looks like a formula goes out as text', async ({ house }) => {
    const { torsten, programmeId } = await security(house)
    const formula = '=HYPERLINK("http://boese.example","hier")'
    await send(torsten, note(formula), { programmeId })
    const bytes = await torsten.download(`/programmes/${programmeId}/export.xlsx`)
    const sheets = await readBook(bytes)
    expect(bookOf(sheets)['Stand']?.find(({ Name }) => Name === 'Gemeinde Kleinweiler')?.['Notiz']).toBe(formula)
  })

  test('who does not lead the programme neither brings in nor takes out', async ({ house }) => {
    const { programmeId } = await security(house)
    const own = await house.as(isb)
    expect((await send(own, note('x'), { programmeId })).status).toBe(403)
    expect((await own.get(`/programmes/${programmeId}/export.xlsx`)).status).toBe(403)
    expect((await own.get(`/programmes/${programmeId}/template.xlsx`)).status).toBe(403)
  })
})
