// Pages of invoices and payments.
import type { Page } from 'playwright-core'
import { manager } from '../harness/house.ts'
import { office } from '../invoices/cast.ts'
import { ubl } from '../invoices/xml.ts'
import { follow, type Helpers, inTurn, press, send, type Visit } from './visit.ts'

interface Listed {
  items: { id: string; key: string }[]
}

/** The address names the programme by its id, which only the installation knows. */
const toPart =
  (part: string) =>
  async (page: Page, { base }: Helpers): Promise<void> => {
    const listed = (await page.evaluate(
      "fetch('/api/v1/programmes?limit=200').then((reply) => reply.json())",
    )) as Listed
    const id = listed.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
    await page.goto(`${base}/programme-im-verbund/${id}/${part}`)
  }

const upload =
  (content: string) =>
  async (page: Page): Promise<void> => {
    await page
      .getByLabel('XRechnung')
      .setInputFiles({ name: 'rechnung.xml', mimeType: 'application/xml', buffer: Buffer.from(content) })
    await press('Rechnung einreichen')(page)
  }

const foreign = ubl({ number: 'X', buyerReference: '15999-VERBUND-96', lines: [{ name: 'Position', net: 1000 }] })
const led = { email: manager, path: '/' }
const waiting = inTurn(toPart('rechnungen'), follow('PH-1002'))

export const invoiceVisits: Visit[] = [
  { name: 'invoices of a programme', ...led, after: toPart('rechnungen'), heading: /^Rechnungen:/ },
  { name: 'an invoice that waits', ...led, after: waiting, heading: /PH-1002/ },
  {
    name: 'a dispute without a reason',
    ...led,
    after: inTurn(
      waiting,
      async (page) => page.getByText('Etwas stimmt nicht: beanstanden').click(),
      send('Rechnung beanstanden'),
    ),
    heading: /PH-1002/,
  },
  { name: 'payments of a programme', ...led, after: toPart('zahlungen'), heading: /^Zahlungen:/ },
  { name: 'own invoices of a contractor', email: office, path: '/rechnungen', heading: /^Rechnungen$/ },
  {
    name: 'an invoice that is refused',
    email: office,
    path: '/rechnungen',
    after: upload(foreign),
    heading: /^Rechnungen$/,
  },
  {
    name: 'an own invoice that is settled',
    email: office,
    path: '/rechnungen',
    after: follow('PH-1001'),
    heading: /PH-1001/,
  },
]
