// A filled workbook: first answers are written, others are shown and stay, by API and by the plain page.
import { expect } from 'vitest'
import { elbaue, hvb, isb, manager, test, type TestHouse } from '../harness/house.ts'
import { ownOrganization } from './checks.ts'
import { linksOf, readable } from './html.ts'
import { countRows } from './rows.ts'
import { filled, workbook } from './workbooks.ts'

interface Report {
  assessmentId: string | null
  total: number
  written: number
  unchanged: number
  differing: { row: number; controlId: string; message: string; theirs: { version: number } }[]
  ignored: number
  ignoredRows: { controlId: string; reason: string }[]
}

async function send(
  house: TestHouse,
  email: string,
  content: Uint8Array<ArrayBuffer>,
  { path = '/assessments/import', ...parts }: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.set(name, value)
  form.set('file', new Blob([content]), 'wiba.xlsx')
  return (await house.as(email)).call<Report & { title: string; errors: unknown[] }>('POST', path, form)
}

const answers: Record<string, [string, string]> = {
  'BAK.1': ['Ja', 'Im Tresor'],
  'BAK.2': ['NEIN', ''],
  'BAK.3': ['vielleicht', ''],
  'ADM.1': ['nicht relevant', ''],
  'TEL.1': ['', 'Fax ist abgeschafft'],
}

test('before the questions are here the file is refused with the way to get them in', async ({ house }) => {
  await house.as(isb) // makes the token now, so that it is counted
  const before = await countRows(house)
  const { status, body } = await send(house, isb, await filled(answers))
  expect([status, body.title]).toEqual([
    422,
    'Die Fragen dieser Arbeitsmappe sind hier noch nicht eingelesen. Bitte geben Sie der Programmleitung des Verbunds die leere Arbeitsmappe, aus der Ihre Kopie stammt; sie liest sie unter „Kataloge“ ein.',
  ])
  expect(await countRows(house)).toEqual(before)
})

test('a dry run only tells; then the check is begun, answers are written once, and a second time nothing changes', async ({
  house,
}) => {
  expect((await send(house, manager, await workbook(), { path: '/catalogs' })).status).toBe(201)
  const before = await countRows(house)
  const dry = await send(house, isb, await filled(answers), { path: '/assessments/import?dryRun=1' })
  expect(dry.body).toMatchObject({ assessmentId: null, total: 5, written: 3, unchanged: 0, differing: [], ignored: 2 })
  expect(await countRows(house)).toEqual(before)

  const done = await send(house, isb, await filled(answers))
  expect([done.status, done.body]).toMatchObject([
    200,
    { total: 5, written: 3, unchanged: 0, differing: [], ignored: 2 },
  ])
  expect(done.body.ignoredRows.map(({ controlId, reason }) => [controlId, reason])).toEqual([
    ['BAK.3', '„vielleicht“ ist keine Antwort. Möglich sind Ja, Nein und Nicht relevant.'],
    ['TEL.1', 'Die Notiz steht ohne Antwort da. Bitte beantworten Sie die Frage.'],
  ])
  const client = await house.as(isb)
  const check = `/assessments/${done.body.assessmentId}`
  expect((await client.get(check)).body).toMatchObject({ progress: { answered: 3, total: 5 }, score: { percent: 50 } })
  const answer = await client.get<{ answer: string; note: string; version: number }>(`${check}/answers/BAK.1`)
  expect(answer.body).toMatchObject({ answer: 'yes', note: 'Im Tresor', version: 1 })

  const twice = await send(house, isb, await filled(answers))
  expect(twice.body).toMatchObject({ written: 0, unchanged: 3, differing: [], assessmentId: done.body.assessmentId })
})

test('what somebody answered otherwise meanwhile stays, and is told with its version and what to do', async ({
  house,
}) => {
  const changed = { ...answers, 'BAK.1': ['Nein', 'Verliehen'], 'BAK.3': ['Ja', ''] } satisfies typeof answers
  const { body } = await send(house, hvb, await filled(changed))
  expect(body).toMatchObject({ total: 5, written: 1, unchanged: 2, ignored: 1 })
  expect(body.differing).toMatchObject([
    {
      controlId: 'BAK.1',
      yours: { answer: 'no', note: 'Verliehen' },
      theirs: { answer: 'yes', note: 'Im Tresor', version: 1 },
      message:
        'Gespeichert ist Ja, in der Arbeitsmappe steht Nein. Bitte entscheiden Sie in der Prüfung bei dieser Frage.',
    },
  ])
  const client = await house.as(isb)
  const kept = await client.get(`/assessments/${body.assessmentId}/answers/BAK.1`)
  expect(kept.body).toMatchObject({ answer: 'yes', version: 1 })
})

test('only for the own organization, whose id may be named', async ({ house }) => {
  const own = await ownOrganization(await house.as(isb))
  const other = await ownOrganization(await house.as(elbaue))
  const file = await filled(answers)
  expect((await send(house, isb, file, { organizationId: own })).status).toBe(200)
  expect((await send(house, isb, file, { organizationId: other })).status).toBe(403)
  expect((await send(house, isb, file, { organizationId: 'keine' })).status).toBe(422)
  expect((await send(house, manager, file)).status).toBe(403)
})

test('on the page: what differs leads to its question, a try-out says so, a wrong file keeps the form', async ({
  house,
}) => {
  const browser = await house.signedIn(isb)
  const start = await browser.get('/pruefungen/neu')
  expect(linksOf(start.html)).toContain('/pruefungen/arbeitsmappe')
  await browser.get('/pruefungen/arbeitsmappe')
  const wrong = await browser.upload('/pruefungen/arbeitsmappe', 'keine Tabelle', 'a.xlsx')
  expect(wrong.status).toBe(422)
  expect(readable(wrong.html)).toContain('Gespeichert wurde nichts. Bitte wählen Sie die Datei noch einmal aus.')
  const file = await filled({ 'BAK.1': ['Nein', 'Verliehen'] })
  const page = await browser.upload('/pruefungen/arbeitsmappe', file, 'wiba.xlsx')
  expect(page.status).toBe(200)
  expect(readable(page.html)).toContain('1 Zeile ist ausgefüllt: 0 übernommen, 0 waren schon da, 1 weichen ab')
  expect(linksOf(page.html).some((href) => href.endsWith('/fragen/BAK.1'))).toBe(true)
})
