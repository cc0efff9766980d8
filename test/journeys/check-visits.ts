// Pages of the first release: signing in, checks, catalogs.
import { join } from 'node:path'
import { elbaue, isb, manager } from '../harness/house.ts'
import { follow, inTurn, press, type Visit } from './visit.ts'

const firstInTable: Visit['after'] = async (page) => {
  await Promise.all([page.waitForEvent('load'), page.locator('table a').first().click()])
}

const withoutServerRoom = 'Lotsenwerk-Basis-Check ohne eigenen Serverraum'
const fixtures = join(import.meta.dirname, '../fixtures/oscal')

const importing = (file: string, button: string): NonNullable<Visit['after']> =>
  inTurn(async (page) => page.setInputFiles('input[type=file]', join(fixtures, file)), press(button))

export const checkVisits: Visit[] = [
  { name: 'the public start page', path: '/' },
  { name: 'the sign-in', path: '/anmeldung' },
  {
    name: 'a refused sign-in',
    path: '/anmeldung',
    after: press('Anmelden'),
  },
  { name: 'a page that is not there', path: '/gibt-es-nicht' },
  { name: 'the start page of the security officer', email: isb, path: '/' },
  { name: 'the list of checks', email: isb, path: '/pruefungen' },
  { name: 'beginning a check', email: isb, path: '/pruefungen/neu' },
  {
    name: 'a refused beginning',
    email: isb,
    path: '/pruefungen/neu',
    after: press('Prüfung beginnen'),
  },
  { name: 'the state of a check', email: isb, path: '/pruefungen', after: firstInTable },
  {
    name: 'a list of questions',
    email: isb,
    path: '/pruefungen',
    after: inTurn(firstInTable, follow('Nächste offene Frage')),
  },
  {
    name: 'one question with its history',
    email: isb,
    path: '/pruefungen',
    after: inTurn(firstInTable, follow('Mit Nein beantwortet', 'Verlauf, Nachweise und Kommentare')),
  },
  { name: 'a check on an earlier edition', email: elbaue, path: '/pruefungen', after: firstInTable },
  { name: 'the catalogs', email: manager, path: '/kataloge' },
  { name: 'one catalog', email: manager, path: '/kataloge', after: firstInTable },
  {
    name: 'choosing another version',
    email: manager,
    path: '/kataloge',
    after: inTurn(firstInTable, follow('Mit einer anderen Fassung vergleichen')),
  },
  {
    name: 'a comparison of two versions',
    email: manager,
    path: '/kataloge',
    after: follow(
      withoutServerRoom,
      'Mit einer anderen Fassung vergleichen',
      /^Lotsenwerk-Basis-Check$/,
      'unverändert',
    ),
  },
  { name: 'the mappings, for who does not import', email: isb, path: '/kataloge/zuordnungen' },
  { name: 'a refused mapping', email: manager, path: '/kataloge/zuordnungen', after: press('Zuordnung einlesen') },
  {
    name: 'one mapping against a catalog',
    email: manager,
    path: '/kataloge',
    after: inTurn(
      importing('small-catalog-1.1.3.json', 'Katalog einlesen'),
      async (page) => void (await page.goto(new URL('/kataloge/zuordnungen', page.url()).href)),
      importing('mapping-collection-1.2.1.json', 'Zuordnung einlesen'),
    ),
  },
  { name: 'the mappings between catalogs', email: manager, path: '/kataloge/zuordnungen' },
  { name: 'the organizations', email: manager, path: '/organisationen' },
  {
    name: 'a refused import',
    email: manager,
    path: '/organisationen',
    after: press('Liste einlesen'),
  },
]
