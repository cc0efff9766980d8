// Pages of the days before the deadline and of the proof of use.
import type { Page } from 'playwright-core'
import { isb, manager } from '../harness/house.ts'
import { part } from './contact-visits.ts'
import { follow, type Helpers, inTurn, press, type Visit } from './visit.ts'

interface Listed {
  items: { id: string; key: string }[]
}

/** The address names the programme by its id, which only the installation knows. */
const toProgramme =
  (rest: string) =>
  async (page: Page, { base }: Helpers): Promise<void> => {
    const listed = (await page.evaluate(
      "fetch('/api/v1/programmes?limit=200').then((reply) => reply.json())",
    )) as Listed
    const id = listed.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
    await page.goto(`${base}/programme-im-verbund/${id}/${rest}`)
  }

const yearEnd = toProgramme('jahresende')
const proof = toProgramme('verwendungsnachweis')
const email = manager
const path = '/'

async function staleText(page: Page): Promise<void> {
  await page.evaluate('document.querySelector(\'form[action$="/sachbericht"] input[name="version"]\').value = "1"')
  await page.getByLabel('Text', { exact: false }).first().fill('Ein anderer Text.')
  await press('Sachbericht speichern')(page)
}

export const proofVisits: Visit[] = [
  { name: 'what is missing before the deadline', email, path, after: yearEnd, heading: /Bis \d+/ },
  {
    name: 'a filter under which nothing is missing',
    email,
    path,
    after: toProgramme('jahresende?suche=Niemandsheim'),
    heading: /Bis \d+/,
  },
  { name: 'the preview of reminders', email, path, after: inTurn(yearEnd, follow('Erinnern')), heading: /Erinnern/ },
  { name: 'the proof of use', email, path, after: proof, heading: /Verwendungsnachweis/ },
  {
    name: 'the texts of the proof of use',
    email,
    path,
    after: inTurn(proof, follow('Alle Fassungen')),
    heading: /Fassungen/,
  },
  {
    name: 'a text that somebody else has saved meanwhile',
    email,
    path,
    after: inTurn(proof, staleText),
    heading: /Verwendungsnachweis/,
  },
  {
    name: 'a further version without a reason',
    email,
    path,
    after: inTurn(proof, press('Festschreiben')),
    heading: /Verwendungsnachweis/,
  },
  {
    name: 'the part of the own municipality',
    email: isb,
    path: '/teilnahmen',
    after: inTurn(follow('SicherKOMMUNAL'), part('proofOfUse')),
    heading: /Verwendungsnachweis/,
  },
]
