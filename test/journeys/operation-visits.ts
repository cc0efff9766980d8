// Pages of those who run the platform, and what everybody sees while they do.
import { hvb } from '../harness/house.ts'
import { follow, press, send, type Visit } from './visit.ts'

const admin = 'admin@verbund.example'

export const operationVisits: Visit[] = [
  { name: 'the start page of the administrator', email: admin, path: '/', heading: /Guten Tag/ },
  { name: 'the jobs', email: admin, path: '/betrieb/auftraege', heading: /Aufträge/ },
  { name: 'the jobs to somebody who may not', email: hvb, path: '/betrieb/auftraege', heading: /Das dürfen Sie/ },
  { name: 'the outbox', email: admin, path: '/betrieb/mail', heading: /Postausgang/ },
  {
    name: 'the outbox with mail that did not arrive',
    email: admin,
    path: '/einladungen',
    after: async (page, { base, post }) => {
      post.moods.set('niemand@verbund.example', 'never')
      await page
        .getByLabel('Organisation', { exact: true })
        .selectOption({ label: 'Kommunalverbund Elbe-Saale eG (nicht kommunal)' })
      await page.getByLabel('Name', { exact: true }).fill('Niemand Nirgendwo')
      await page.getByLabel('Dienstliche E-Mail-Adresse').fill('niemand@verbund.example')
      await page.getByLabel('Redaktion', { exact: true }).check()
      await press('Einladung verschicken')(page)
      await fetch(`${base}/api/v1/test/jobs`, { method: 'POST' })
      await page.goto(`${base}/betrieb/mail`)
      await page.getByText('Niemand Nirgendwo').waitFor()
    },
  },
  { name: 'the templates', email: admin, path: '/betrieb/mail-vorlagen', heading: /Vorlagen/ },
  { name: 'one template', email: admin, path: '/betrieb/mail-vorlagen', after: follow('Einladung einer Person') },
  {
    name: 'a refused template',
    email: admin,
    path: '/betrieb/mail-vorlagen',
    after: async (page) => {
      await follow('Einladung einer Person')(page)
      await page.getByLabel('Text').fill('Ohne die Adresse geht es nicht. {{unbekannt}}')
      await send('Vorlage speichern')(page)
    },
  },
  { name: 'the letterhead', email: admin, path: '/betrieb/mail-briefkopf', heading: /Briefkopf/ },
  { name: 'the protocol of the platform', email: admin, path: '/protokoll', heading: /Protokoll/ },
  { name: 'the protocol of an organization', email: hvb, path: '/protokoll', heading: /Protokoll/ },
  { name: 'a protocol filtered to nothing', email: hvb, path: '/protokoll?art=catalog.imported', heading: /Protokoll/ },
  { name: 'a protocol of no day', email: hvb, path: '/protokoll?von=gestern', heading: /Protokoll/ },
  { name: 'the search for a person', email: admin, path: '/datenschutz', heading: /Datenschutz/ },
  { name: 'a search without a find', email: admin, path: '/datenschutz?adresse=niemand@x.example' },
  {
    name: 'the data of somebody who works here',
    email: admin,
    path: '/datenschutz?adresse=hvb@musterstadt.example',
    heading: /Martin Köhler/,
  },
  {
    name: 'the data of somebody who has left',
    email: admin,
    path: '/datenschutz?adresse=it@musterstadt.example',
    heading: /Tobias Brandt/,
  },
  { name: 'the terms', email: admin, path: '/datenschutz/fristen', heading: /Fristen/ },
  {
    name: 'what everybody sees during maintenance',
    path: '/',
    after: async (page, { base, operator }) => {
      await operator('maintenance', 'on', '--message', 'Wir spielen eine neue Fassung ein. Um 18 Uhr geht es weiter.')
      await page.goto(base)
    },
    heading: /geschlossen/,
  },
  {
    name: 'what the administrator sees during maintenance',
    email: admin,
    path: '/betrieb/auftraege',
    heading: /Aufträge/,
  },
]
