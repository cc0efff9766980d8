// The public entrance, help, and where editors write.
import { follow, press, send, type Visit } from './visit.ts'

const editor = 'redaktion@verbund.example'

export const publishingVisits: Visit[] = [
  { name: 'the public news', path: '/meldungen', heading: /Meldungen/ },
  { name: 'public news of today', path: '/meldungen', after: follow('Telefonzeiten'), heading: /Telefonzeiten/ },
  { name: 'public news that is not there', path: '/meldungen/gibt-es-nicht', heading: /Diese Seite gibt es nicht/ },
  { name: 'the public imprint', path: '/impressum', heading: /Impressum/ },
  { name: 'the public privacy notice', path: '/datenschutz-hinweise', heading: /Datenschutzhinweise/ },
  { name: 'the public accessibility statement', path: '/barrierefreiheit', heading: /Barrierefreiheit/ },
  { name: 'a public programme', path: '/programme/digital-lotsen', heading: /Digital-Lotsen/ },
  { name: 'the public form for barriers', path: '/barriere-melden?seite=/hilfe', heading: /Barriere melden/ },
  { name: 'the refused public form for barriers', path: '/barriere-melden', after: send('Barriere melden') },
  {
    name: 'the public form for barriers, sent',
    path: '/barriere-melden',
    after: async (page) => {
      await page.getByLabel('Was nicht geht').fill('Der Kontrast ist zu schwach.')
      await press('Barriere melden')(page)
      await page.getByText('Ihre Meldung ist angekommen').waitFor()
    },
  },
  { name: 'help', path: '/hilfe', heading: /Hilfe/ },
  { name: 'help that was searched', path: '/hilfe?q=passwort', heading: /Hilfe/ },
  { name: 'help that has nothing', path: '/hilfe?q=quetzalcoatl', heading: /Hilfe/ },
  { name: 'help with tables', path: '/hilfe/handbuch/basis-check', heading: /Basis-Check/ },
  { name: 'help for editors', email: editor, path: '/hilfe/handbuch/meldungen', heading: /Meldungen/ },
  { name: 'help with words', path: '/hilfe/begriffe', heading: /Was bedeutet das/ },
  { name: 'help with keys', path: '/hilfe/tastatur', heading: /Mit der Tastatur/ },
  { name: 'the editors’ desk', email: editor, path: '/redaktion/meldungen', heading: /Meldungen schreiben/ },
  {
    name: 'a preview at the editors’ desk',
    email: editor,
    path: '/redaktion/meldungen',
    after: async (page) => {
      await follow('Jahresrückblick')(page)
      await press('Vorschau zeigen')(page)
    },
    heading: /Meldung ändern/,
  },
  {
    name: 'refused news at the editors’ desk',
    email: editor,
    path: '/redaktion/meldungen/neu',
    after: send('Als Entwurf speichern'),
  },
  { name: 'the editors’ public pages', email: editor, path: '/redaktion/seiten', heading: /Öffentliche Seiten/ },
  {
    name: 'one of the editors’ pages',
    email: editor,
    path: '/redaktion/seiten/digital-lotsen',
    heading: /Digital-Lotsen/,
  },
  { name: 'the editors’ barriers', email: editor, path: '/redaktion/barrieren', heading: /Gemeldete Barrieren/ },
  {
    name: 'one of the editors’ barriers, refused',
    email: editor,
    path: '/redaktion/barrieren',
    after: async (page) => {
      await follow(/Auf dem Telefon/)(page)
      await send('Antwort verschicken')(page)
    },
    heading: /Gemeldete Barriere/,
  },
]
