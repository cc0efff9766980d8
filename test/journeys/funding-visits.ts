// Pages of budgets.
import type { Page } from 'playwright-core'
import { hvb, isb, manager } from '../harness/house.ts'
import { follow, type Helpers, inTurn, press, type Visit } from './visit.ts'

interface Listed {
  items: { id: string; key: string }[]
}

/** The address names the programme by its id, which only the installation knows. */
async function toBudgets(page: Page, { base }: Helpers): Promise<void> {
  const listed = (await page.evaluate("fetch('/api/v1/programmes?limit=200').then((reply) => reply.json())")) as Listed
  const id = listed.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  await page.goto(`${base}/programme-im-verbund/${id}/budgets`)
}

const toBooking = inTurn(toBudgets, follow('Stadt Musterstadt', 'Buchen'))

const fillIn =
  (amount: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Was wird bestellt?').fill('Workshop Notfallvorsorge')
    await page.getByLabel('Betrag').fill(amount)
    await page.getByLabel('Grund').fill('Bestellung auf Papier')
    await press('Vorschau zeigen')(page)
  }

const unfold = async (page: Page): Promise<void> => page.getByText('Alle Buchungsstände als Tabelle').click()

export const fundingVisits: Visit[] = [
  { name: 'the own budget', email: isb, path: '/budget', after: unfold, heading: /^Budget: Stadt Musterstadt/ },
  { name: 'the own budget of the head', email: hvb, path: '/budget', heading: /^Budget: Stadt Musterstadt/ },
  { name: 'all budgets of a programme', email: manager, path: '/', after: toBudgets, heading: /^Budgets:/ },
  {
    name: 'budgets that no filter leaves',
    email: manager,
    path: '/',
    after: async (page, helpers) => {
      await toBudgets(page, helpers)
      await page.goto(`${page.url()}?suche=niemand`)
    },
    heading: /^Budgets:/,
  },
  {
    name: 'a budget for who books on it',
    email: manager,
    path: '/',
    after: inTurn(toBudgets, follow('Stadt Musterstadt')),
    heading: /^Budget: Stadt Musterstadt/,
  },
  { name: 'what to book on', email: manager, path: '/', after: toBooking, heading: /^Buchen/ },
  {
    name: 'booking on an order',
    email: manager,
    path: '/',
    after: inTurn(toBooking, follow('Schwachstellen-Scan')),
    heading: /^Buchen/,
  },
  {
    name: 'a booking that is too large',
    email: manager,
    path: '/',
    after: inTurn(toBooking, follow('Neuen Auftrag planen'), fillIn('99.999')),
    heading: /^Buchen/,
  },
  {
    name: 'what a booking would do',
    email: manager,
    path: '/',
    after: inTurn(toBooking, follow('Neuen Auftrag planen'), fillIn('2.400,00')),
    heading: /^Stimmt das so/,
  },
  {
    name: 'correcting an entry',
    email: manager,
    path: '/',
    after: inTurn(toBudgets, follow('Stadt Musterstadt', /berichtigen$/)),
    heading: /berichtigen$/,
  },
]
