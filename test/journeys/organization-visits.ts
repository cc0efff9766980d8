// Pages about organizations: facts, contacts, succession, history.
import type { Page } from 'playwright-core'
import { manager } from '../harness/house.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const amt = 'amt@musterstadt.example'

const below =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(page.url() + path)
  }

const mine = { email: amt, path: '/organisationen' }
const theirs = { email: manager, path: '/organisationen' }

export const organizationVisits: Visit[] = [
  { name: 'a new organization', email: manager, path: '/organisationen/neu', heading: /anlegen/ },
  { name: 'a refused organization', email: manager, path: '/organisationen/neu', after: send('Organisation anlegen') },
  {
    name: 'a filter that finds nothing',
    email: manager,
    path: '/organisationen?suche=Nirgendwo',
    heading: /Organisationen/,
  },
  { name: 'the own organization', ...mine, after: follow('Stadt Musterstadt'), heading: /^Stadt Musterstadt/ },
  { name: 'another organization', ...mine, after: follow('Verbandsgemeinde Elbaue'), heading: /Elbaue/ },
  {
    name: 'an organization with forerunners',
    ...theirs,
    after: follow('Gemeinde Kleinweiler'),
    heading: /Kleinweiler/,
  },
  {
    name: 'an organization that was merged',
    ...theirs,
    after: follow('Gemeinde Kleinweiler', 'Gemeinde Altweiler'),
    heading: /Altweiler/,
  },
  { name: 'the domains', ...mine, after: inTurn(follow('Stadt Musterstadt'), below('/domaenen')), heading: /Domänen/ },
  {
    name: 'domains that are none',
    ...mine,
    after: inTurn(follow('Stadt Musterstadt'), below('/domaenen'), async (page) => {
      await page.getByLabel('Domänen').fill('https://keine domäne')
      await send('Domänen speichern')(page)
    }),
  },
  { name: 'a contact', ...mine, after: inTurn(follow('Stadt Musterstadt'), below('/kontakte/head')) },
  {
    name: 'a refused contact',
    ...mine,
    after: inTurn(follow('Stadt Musterstadt'), below('/kontakte/press'), send('Kontakt speichern')),
  },
  { name: 'the history', ...mine, after: inTurn(follow('Stadt Musterstadt'), below('/verlauf')), heading: /Verlauf/ },
  {
    name: 'the facts',
    ...theirs,
    after: inTurn(follow('Stadt Musterstadt'), below('/stammdaten')),
    heading: /Stammdaten/,
  },
  {
    name: 'refused facts',
    ...theirs,
    after: inTurn(follow('Stadt Musterstadt'), below('/stammdaten'), async (page) => {
      await page.getByLabel('Leitweg-ID').fill('15999001-0001-79')
      await send('Stammdaten speichern')(page)
    }),
  },
  {
    name: 'succession and name',
    ...theirs,
    after: inTurn(follow('Gemeinde Kleinweiler'), below('/nachfolge')),
    heading: /Nachfolge/,
  },
  {
    name: 'a refused succession',
    ...theirs,
    after: inTurn(follow('Gemeinde Kleinweiler'), below('/nachfolge'), send('Nachfolge eintragen')),
  },
]
