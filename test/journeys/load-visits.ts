// Pages of the workbook of a running programme.
import type { Page } from 'playwright-core'
import { manager } from '../harness/house.ts'
import { type Helpers, inTurn, press, type Visit } from './visit.ts'

interface Listed {
  items: { id: string; key: string }[]
}

/** The address names the programme by its id, which only the installation knows. */
async function toLoads(page: Page, { base }: Helpers): Promise<void> {
  const listed = (await page.evaluate("fetch('/api/v1/programmes?limit=200').then((reply) => reply.json())")) as Listed
  const id = listed.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  await page.goto(`${base}/programme-im-verbund/${id}/einlesen`)
}

const table = [
  'Kommune;Art;Seit;Was der HVB sagt;Letzter Kontakt',
  'Musterstadt;Stadt;;ruft zurück;02.11.2026',
  'Kleinweiler;Gemeinde;KW 48;;',
  'Niemandsheim;Gemeinde;;;',
].join('\n')

const upload =
  (content: string) =>
  async (page: Page): Promise<void> => {
    await page
      .getByLabel('Tabelle des Programms')
      .setInputFiles({ name: 'stand.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
    await press('Unterschiede zeigen')(page)
  }

export const loadVisits: Visit[] = [
  { name: 'bringing in a programme', email: manager, path: '/', after: toLoads, heading: /Programm einlesen/ },
  {
    name: 'a file that is no table',
    email: manager,
    path: '/',
    after: inTurn(toLoads, upload('Guten Tag')),
    heading: /Programm einlesen/,
  },
  {
    name: 'what a workbook would change, with wrong cells and a foreign column',
    email: manager,
    path: '/',
    after: inTurn(toLoads, upload(table)),
    heading: /stand\.csv/,
  },
  {
    name: 'a workbook that was loaded',
    email: manager,
    path: '/',
    after: inTurn(toLoads, upload(table), press(/laden$/)),
    heading: /stand\.csv/,
  },
]
