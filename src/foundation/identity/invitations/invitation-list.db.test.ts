import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { writeSheet } from '#platform/spreadsheet/write-sheet.ts'
import { isb, manager, test, type TestHouse } from '../../../../test/harness/house.ts'
import { invitationTemplate } from './prepare-template.ts'
import { mailsTo } from '../../../../test/harness/mails.ts'

const office = 'amt@musterstadt.example'
const head = ['Organisation oder ARS', 'Name', 'E-Mail', 'Aufgaben'].map((header) => ({ header, width: 20 }))
const sheet = (rows: string[][]) => writeSheet(head, rows)

interface Report {
  total: number
  invited: number
  wrong: number
  rows: { line: number; fate: string; organization: string; reasons: string[] }[]
}

const towns = async (house: TestHouse): Promise<void> => {
  const list = [
    'ars;ags;name;typ;kreis;einwohner',
    ...[1, 2, 3].map((nr) => `15099910${nr};1509991${nr};Listenau ${nr};Einheitsgemeinde;Landkreis Nordaue;900`),
  ]
  const done = await (await house.as(manager)).upload('/organizations/import', list.join('\n'))
  expect(done.status).toBe(200)
}

test('a list is tried first: each row has its fate, and nothing is sent', async ({ house }) => {
  await towns(house)
  const rows = [
    ['150999101', 'Anna Eins', 'anna@liste.example', 'Zugänge, Verwaltungsleitung'],
    ['Listenau 2', 'Bernd Zwei', 'bernd@liste.example', 'organizationAdmin; IT'],
    ['', '', '', ''],
    ['Nirgendwo', 'Carla Drei', 'carla@liste.example', 'IT'],
    ['150999103', '', 'kein-at', 'König'],
    ['Stadt Musterstadt', 'Doris Vier', 'doris@liste.example', 'IT'],
    ['150999101', 'Anna Doppelt', 'ANNA@liste.example', 'IT'],
    ['Listenau 3', 'Emil Fünf', 'emil@liste.example', 'Beobachtung'],
    ['Listenau 3', 'Selbst', manager, 'Zugänge'],
  ]
  const ehlers = await house.as(manager)
  const dry = await ehlers.upload<Report>('/invitations/import?dryRun=1', await sheet(rows), 'liste.xlsx')
  expect([dry.status, dry.body.total, dry.body.invited, dry.body.wrong]).toEqual([200, 8, 0, 6])
  const said = Object.fromEntries(dry.body.rows.map(({ line, reasons }) => [line, reasons.join(' ')]))
  expect(said[2]).toBe('')
  expect(said[5]).toContain('„Nirgendwo“ gibt es nicht')
  expect(said[6]).toMatch(/„König“ ist nicht bekannt.*E-Mail: Das ist keine E-Mail-Adresse.*Name/)
  expect(said[7]).toContain('lädt selbst ein')
  expect(said[8]).toContain('steht schon in Zeile 2')
  expect(said[9]).toContain('Aufgaben: Möglich sind')
  expect(said[10]).toContain('Ihre eigene Adresse')
  expect(await mailsTo(house, 'anna@liste.example')).toEqual([])
  const run = await ehlers.upload<Report>('/invitations/import', await sheet(rows), 'liste.xlsx')
  expect([run.body.invited, run.body.wrong]).toEqual([2, 6])
  expect((await mailsTo(house, 'bernd@liste.example'))[0]).toMatchObject({
    data: { organisation: 'Listenau 2', aufgaben: 'IT, Zugänge' },
  })
  const again = await ehlers.upload<Report>('/invitations/import', await sheet(rows.slice(0, 2)), 'liste.xlsx')
  expect([again.body.invited, again.body.rows[0]?.reasons[0]]).toEqual([
    0,
    expect.stringContaining('schon eine Einladung offen'),
  ])
})

test('the page shows the rows, sends what is right with one click, and says what was left out', async ({ house }) => {
  const sabine = await house.signedIn(office)
  await sabine.get('/einladungen')
  const bytes = await sheet([
    ['', 'Gisela Gut', 'gisela@musterstadt.example', 'IT'],
    ['', 'Fritz Falsch', 'fritz', 'IT'],
  ])
  const checked = await sabine.upload('/einladungen/liste', bytes, 'liste.xlsx')
  expect(checked.text).toContain('2 Zeilen gelesen: 1 in Ordnung, 1 mit Fehlern. Verschickt ist noch nichts.')
  const rows = /name="zeilen" value="([^"]*)"/.exec(checked.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const sent = await sabine.post('/einladungen/liste/verschicken', { zeilen: rows })
  expect(sent.text).toContain('Eine Einladung ist unterwegs. 1 Zeilen wurden ausgelassen.')
  expect(await mailsTo(house, 'gisela@musterstadt.example')).toHaveLength(1)
  for (const zeilen of ['', 'kein json', '[]', '[{"line":1}]', `[${'{},'.repeat(10)}{}]`])
    expect((await sabine.post('/einladungen/liste/verschicken', { zeilen })).status, zeilen).toBe(422)
})

test('rows that were changed between the two steps are judged again', async ({ house }) => {
  const sabine = await house.signedIn(office)
  await sabine.get('/einladungen')
  const row = {
    line: 2,
    organization: 'Listenau 3',
    name: 'Hinein Geschmuggelt',
    email: 'boese@liste.example',
    roles: 'Zugänge',
  }
  const sent = await sabine.post('/einladungen/liste/verschicken', { zeilen: JSON.stringify([row]) })
  expect(sent.text).toContain('0 Einladungen sind unterwegs. 1 Zeilen wurden ausgelassen.')
  expect(await mailsTo(house, 'boese@liste.example')).toEqual([])
})

test('what is no workbook, lacks columns, is empty or too long is refused with the reason', async ({ house }) => {
  const sabine = await house.as(office)
  const long = Array.from({ length: 1001 }, (_, at) => ['', `Nr ${at}`, `nr${at}@liste.example`, 'IT'])
  const files: [Uint8Array<ArrayBuffer> | string, string][] = [
    ['Name;E-Mail', 'nicht als Excel-Tabelle'],
    ['', 'keine Datei'],
    [await writeSheet([{ header: 'Vorname', width: 10 }], [['Anna']]), 'In der ersten Zeile fehlt'],
    [await sheet([]), 'steht niemand'],
    [await sheet(long), 'Möglich sind 1000'],
    [new Uint8Array(readFileSync('docs/openapi.json')), 'nicht als Excel-Tabelle'],
  ]
  for (const [content, words] of files) {
    const { status, body } = await sabine.upload('/invitations/import', content, 'liste.xlsx')
    expect([status, body['title']], words).toEqual([422, expect.stringContaining(words)])
  }
  expect((await (await house.as(isb)).upload('/invitations/import', await sheet([]), 'liste.xlsx')).status).toBe(403)
})

test('the template comes as a file, and its own two examples are understood', async ({ house }) => {
  const sabine = await house.signedIn(office)
  const file = await sabine.get('/einladungen/vorlage.xlsx')
  expect(file.headers.get('content-disposition')).toContain('Einladungen.xlsx')
  const report = await (
    await house.as(manager)
  ).upload<Report>('/invitations/import?dryRun=1', await invitationTemplate(), 'v.xlsx')
  expect(report.body.rows.map(({ reasons }) => reasons)).toEqual([
    [expect.stringContaining('„Gemeinde Musterdorf“ gibt es nicht')],
    [expect.stringContaining('150999001')],
  ])
})
