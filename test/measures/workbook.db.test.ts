import { describe, expect } from 'vitest'
import { writeWorkbook } from '#platform/spreadsheet/write-sheet.ts'
import type { ApiClient } from '../harness/clients.ts'
import { everything, isb, test } from '../harness/house.ts'
import { add, type MeasureJson } from './cast.ts'

interface Report {
  added: number
  changed: number
  unchanged: number
  differences: { line: number; title: string; cells: { field: string; from: string; to: string }[] }[]
  errors?: { path: string; message: string }[]
}

const head = [
  'Kennung',
  'Fassung',
  'Maßnahme',
  'Art',
  'Stand',
  'Fällig am',
  'Zuständig',
  'Aufwand (Personentage)',
  'Kosten (Euro)',
  'Was zu tun ist',
]

const sheet = (rows: string[][]): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([{ name: 'Maßnahmen', columns: head.map((header) => ({ header, width: 10 })), rows }])

const bring = async (client: ApiClient, bytes: Uint8Array<ArrayBuffer>, dryRun = false) =>
  client.upload<Report>(`/measures/import${dryRun ? '?dryRun=1' : ''}`, bytes, 'massnahmen.xlsx')

describe('the table of measures', () => {
  test('comes back unedited and changes nothing', async ({ house }) => {
    const jana = await house.as(isb)
    const table = await jana.download('/measures.xlsx')
    const { status, body } = await bring(jana, table)
    expect(status).toBe(200)
    expect(body).toMatchObject({ added: 0, changed: 0, differences: [] })
    expect(body.unchanged).toBeGreaterThanOrEqual(9)
  })

  test('shows first what would change, takes it once, and the same file a second time changes nothing', async ({
    house,
  }) => {
    const jana = await house.as(isb)
    const made = await add(jana, { title: 'Aus der Tabelle', dueOn: '2099-01-31', costCents: 10_000 })
    const bytes = await sheet([
      [made.id, '1', 'Aus der Tabelle', 'Eigene Arbeit', 'beschlossen', '28.2.2099', 'Tobias Brandt', '1,5', '250', ''],
      ['', '', 'Ganz neu', 'Schulung', 'vorgeschlagen', '2099-03-01', '', '', '1.200,50', 'Zwei Zeilen'],
    ])
    const dry = await bring(jana, bytes, true)
    expect(dry.body).toMatchObject({ added: 1, changed: 1 })
    expect(dry.body.differences[0]?.cells).toContainEqual({ field: 'Fällig am', from: '31.01.2099', to: '28.2.2099' })
    expect((await jana.get<MeasureJson>(`/measures/${made.id}`)).body.state).toBe('proposed')
    expect((await bring(jana, bytes)).body).toMatchObject({ added: 1, changed: 1 })
    expect((await jana.get<MeasureJson>(`/measures/${made.id}`)).body).toMatchObject({
      state: 'decided',
      dueOn: '2099-02-28',
      costCents: 25_000,
      effortDays: 1.5,
    })
    expect((await bring(jana, bytes)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  })

  test('names every wrong cell, and then takes nothing', async ({ house }) => {
    const jana = await house.as(isb)
    const { status, body } = await bring(
      jana,
      await sheet([
        ['', '', 'Gute Zeile', 'Schulung', '', '', '', '', '', ''],
        ['', '', 'Schlechte Zeile', 'Ausflug', 'fertig', '31.02.2099', 'Niemand Bekanntes', 'viel', 'teuer', ''],
      ]),
    )
    expect(status).toBe(422)
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Zeile 3, „Art“: „Ausflug“ ist keine Art.',
      'Zeile 3, „Stand“: „fertig“ ist kein Stand.',
      'Zeile 3, „Fällig am“: „31.02.2099“ ist kein Tag. Zum Beispiel 04.12.2026.',
      'Zeile 3, „Zuständig“: „Niemand Bekanntes“ gehört nicht zu Ihrer Organisation.',
      'Zeile 3, „Aufwand (Personentage)“: „viel“ ist keine Zahl von Tagen.',
      'Zeile 3, „Kosten (Euro)“: „teuer“ ist kein Betrag in Euro.',
    ])
    const { items } = (await jana.get<{ items: MeasureJson[] }>('/measures?q=Gute Zeile')).body
    expect(items).toEqual([])
  })

  test('takes formulas as text and gives them out as text', async ({ house }) => {
    const anke = await house.as(everything)
    const hostile = '=HYPERLINK("http://boese.example","Klick")'
    expect(
      (await bring(anke, await sheet([['', '', hostile, 'Sonstiges', '', '', '', '', '', '@SUM(1+1)']]))).status,
    ).toBe(200)
    const { items } = (await anke.get<{ items: MeasureJson[] }>('/measures?q=HYPERLINK')).body
    expect(items[0]).toMatchObject({ title: hostile, description: '@SUM(1+1)' })
    const out = await anke.download('/measures.xlsx')
    expect(Buffer.from(out).includes('<f>')).toBe(false)
    expect((await bring(anke, out)).body).toMatchObject({ added: 0, changed: 0 })
  })

  test('does not reach measures of others, and a row that was changed meanwhile is not written over', async ({
    house,
  }) => {
    const [jana, anke] = [await house.as(isb), await house.as(everything)]
    const foreign = await add(anke, { title: 'Aus Kleinweiler' })
    const row = (id: string, version: string, title: string) => [
      id,
      version,
      title,
      'Eigene Arbeit',
      'vorgeschlagen',
      '',
      '',
      '',
      '',
      '',
    ]
    const stolen = await bring(jana, await sheet([row(foreign.id, '1', 'Geklaut')]))
    expect(stolen.status).toBe(422)
    expect(stolen.body.errors?.[0]?.message).toContain('Diese Kennung gibt es bei Ihnen nicht.')
    const own = await add(jana, { title: 'Inzwischen' })
    await jana.patch(`/measures/${own.id}`, { description: 'Neu' })
    const late = await bring(jana, await sheet([row(own.id, '1', 'Inzwischen anders')]))
    expect(late.status).toBe(422)
    expect(late.body.errors?.[0]?.message).toContain('nach der Ausgabe der Tabelle geändert')
  })

  test('goes by the pages too: differences first, then the deed', async ({ house }) => {
    const browser = await house.signedIn(isb)
    await browser.get('/massnahmen/einlesen')
    const bytes = await sheet([['', '', 'Über die Seite', 'Vorlage', '', '', '', '', '', '']])
    const shown = await browser.upload('/massnahmen/einlesen', bytes, 'tabelle.xlsx')
    expect(shown.text).toContain('1 neue Maßnahme')
    const rows = /name="zeilen" value="([^"]*)"/.exec(shown.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const done = await browser.post('/massnahmen/einlesen/uebernehmen', { zeilen: rows })
    expect(done.text).toContain('Übernommen: 1 neue Maßnahme')
    expect((await browser.post('/massnahmen/einlesen/uebernehmen', { zeilen: 'kein JSON' })).status).toBe(422)
  })
})
