// Programmes and the roads in them, as everybody who meets them.
import type { Page } from 'playwright-core'
import { assessor, everything, isb, manager } from '../harness/house.ts'
import { follow, inTurn, press, send, type Visit } from './visit.ts'

const list = '/programme-im-verbund'
const programme = follow('SicherKOMMUNAL')

/** From a road to one of its steps, by the table of all steps. */
const step = (name: string) => async (page: Page) => {
  const link = page
    .locator('section', { has: page.locator('#schritte') })
    .getByRole('link', { name })
    .first()
  await Promise.all([page.waitForEvent('load'), link.click()])
}

export const programmeVisits: Visit[] = [
  { name: 'the programmes, as who leads them', email: manager, path: list, heading: /Programme/ },
  { name: 'the programmes, as a municipality', email: isb, path: list, heading: /Programme/ },
  { name: 'adding a programme', email: manager, path: `${list}/neu`, heading: /Programm anlegen/ },
  {
    name: 'a programme, as who leads it',
    email: manager,
    path: list,
    after: programme,
    heading: /SicherKOMMUNAL/,
  },
  { name: 'a programme, as a municipality in it', email: isb, path: list, after: programme, heading: /SicherKOMMUNAL/ },
  {
    name: 'facts of a programme that are refused',
    email: manager,
    path: list,
    after: inTurn(
      programme,
      follow('Angaben ändern'),
      async (page) => page.getByLabel('Name', { exact: false }).first().fill(''),
      send('Angaben speichern'),
    ),
    heading: /Angaben ändern/,
  },
  {
    name: 'the phases of a programme',
    email: manager,
    path: list,
    after: inTurn(programme, follow(/Phasen/)),
    heading: /Phasen/,
  },
  {
    name: 'a further step that is refused',
    email: manager,
    path: list,
    after: inTurn(programme, follow(/Schritt hinzufügen/), send('Schritt hinzufügen')),
    heading: /Schritt hinzufügen/,
  },
  {
    name: 'a stage that is refused',
    email: manager,
    path: list,
    after: inTurn(programme, follow('Stufe 3 anlegen'), send('Stufe speichern')),
    heading: /Stufe 3/,
  },
  {
    name: 'releasing a stage without saying that one is sure',
    email: manager,
    path: list,
    after: inTurn(
      follow('Erprobung Prozessmanagement'),
      follow('Stufe 1 anlegen'),
      async (page) => page.getByLabel('Name').fill('Einrichtung'),
      async (page) => page.getByLabel('Betrag').fill('5.000'),
      press('Stufe speichern'),
      follow('Stufe 1 freigeben'),
      send('Stufe 1 freigeben'),
    ),
    heading: /freigeben/,
  },
  {
    name: 'a road, as who leads the programme',
    email: manager,
    path: '/teilnahmen',
    after: follow(/Musterstadt/),
    heading: /Musterstadt/,
  },
  {
    name: 'a road, as the municipality itself',
    email: everything,
    path: '/teilnahmen',
    after: follow('SicherKOMMUNAL'),
    heading: /Kleinweiler/,
  },
  {
    name: 'a road, as the assessor',
    email: assessor,
    path: '/teilnahmen',
    after: follow(/Musterstadt/),
    heading: /Musterstadt/,
  },
  {
    name: 'all participations of a municipality',
    email: everything,
    path: '/teilnahmen',
    heading: /Teilnahmen/,
  },
  {
    name: 'a step of a road, and its form',
    email: manager,
    path: '/teilnahmen',
    after: inTurn(follow(/Musterstadt/), step('Bericht')),
    heading: /Bericht/,
  },
  {
    name: 'a step that somebody else sets',
    email: everything,
    path: '/teilnahmen',
    // There is no way to it for those who may not, but an address may be passed on.
    after: inTurn(follow('SicherKOMMUNAL'), async (page) => void (await page.goto(`${page.url()}/schritte/report`))),
    heading: /Bericht/,
  },
  {
    name: 'a step out of turn, refused',
    email: everything,
    path: '/teilnahmen',
    after: inTurn(
      follow('SicherKOMMUNAL'),
      step('Maßnahmenpaket'),
      async (page) => page.getByLabel('erledigt').check(),
      send('Stand speichern'),
    ),
    heading: /Maßnahmenpaket/,
  },
  {
    name: 'what happened on a road',
    email: everything,
    path: '/teilnahmen',
    after: inTurn(follow('SicherKOMMUNAL'), follow('Alles ansehen')),
    heading: /Verlauf/,
  },
]
