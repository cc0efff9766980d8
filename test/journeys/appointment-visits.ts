// Pages of appointments.
import type { Page } from 'playwright-core'
import { assessor, isb } from '../harness/house.ts'
import { follow, send, type Visit } from './visit.ts'

/** The pages of a road have no fixed address: from the calendar of the municipality, or the way of the assessor, to the date. */
const duty =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name }).first().click()])
  }

export const appointmentVisits: Visit[] = [
  { name: 'the days of an assessor', email: assessor, path: '/vor-ort', heading: /^Vor Ort$/ },
  {
    name: 'one day of an assessor',
    email: assessor,
    path: '/vor-ort',
    after: follow(/^Tagesplan/),
    heading: /^Vor Ort am/,
  },
  { name: 'a day without visits', email: assessor, path: '/vor-ort/2027-01-02', heading: /^Vor Ort am/ },
  { name: 'a date to choose', email: isb, path: '/aufgaben', after: duty(/^Termin auswählen/), heading: /Bericht/ },
  {
    name: 'a date that was not chosen',
    email: isb,
    path: '/aufgaben',
    after: async (page) => {
      await duty(/^Termin auswählen/)(page)
      await send('Zeitpunkt bestätigen')(page)
    },
    heading: /Bericht/,
  },
  {
    name: 'the date of an assessor',
    email: assessor,
    path: '/vor-ort',
    after: follow('Stadt Musterstadt'),
    heading: /Stichproben/,
  },
  {
    name: 'changing a date',
    email: assessor,
    path: '/vor-ort',
    after: follow('Stadt Musterstadt', 'Ändern'),
    heading: /Termin ändern/,
  },
  {
    name: 'all dates of a road',
    email: assessor,
    path: '/vor-ort',
    after: follow('Stadt Musterstadt'),
    heading: /Stichproben/,
  },
]
