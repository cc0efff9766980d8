// The inbox, its settings, and what a stranger sees behind the link of a mail.
import { everything, hvb, isb } from '../harness/house.ts'
import { press, send, type Visit } from './visit.ts'

export const inboxVisits: Visit[] = [
  { name: 'the inbox', email: isb, path: '/postfach', heading: /Postfach/ },
  { name: 'an inbox filtered to nothing', email: isb, path: '/postfach?bereich=Betrieb', heading: /Postfach/ },
  {
    name: 'an inbox of which everything was read',
    email: everything,
    path: '/postfach',
    after: press('Alle als gelesen markieren'),
    heading: /Postfach/,
  },
  { name: 'the settings of the inbox', email: hvb, path: '/postfach/einstellungen', heading: /Einstellungen/ },
  {
    name: 'refused settings of the inbox',
    email: hvb,
    path: '/postfach/einstellungen',
    after: async (page) => {
      await page.getByLabel('Ruhe von').fill('20:00')
      await page.getByLabel('Ruhe bis').fill('')
      await send('Einstellungen speichern')(page)
    },
    heading: /Einstellungen/,
  },
  { name: 'a link that unsubscribes nothing any more', path: '/abbestellen/vergangen', heading: /gilt nicht mehr/ },
]
