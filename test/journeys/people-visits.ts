// Pages about people and about one's own access.
import type { Page } from 'playwright-core'
import { demoPassword, hvb, isb, itStaff, manager } from '../harness/house.ts'
import { follow, type Helpers, inTurn, press, send, type Visit } from './visit.ts'

const amt = 'amt@musterstadt.example'
const springer = 'springer@verbund.example'
const guest = 'gast.mit.einem.sehr.langen.namen@musterstadt.example'
const password = 'drei Eimer voll Elbwasser'

const today = (page: Page): Promise<string> => page.evaluate('new Date().toISOString().slice(0, 10)')

async function inviteGuest(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Dr. Maximiliane von Hohenstein-Wolfersdorf')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(guest)
  for (const task of ['IT', 'Amtsleitung', 'Datenschutz']) await page.getByLabel(task, { exact: true }).check()
  await press('Einladung verschicken')(page)
}

const openOffer = async (page: Page, { linkTo }: Helpers): Promise<void> => {
  await page.goto(await linkTo(guest))
}

export const peopleVisits: Visit[] = [
  { name: 'the start page of whoever looks after the access', email: amt, path: '/', heading: /Guten Tag/ },
  {
    name: 'replacing heads who cannot be reached',
    email: manager,
    path: '/zugaenge-ersetzen',
    heading: /ersetzen|Zugänge/i,
  },
  { name: 'the people of an organization', email: amt, path: '/personen', heading: /^Personen$/ },
  { name: 'one person and her roles', email: amt, path: '/personen', after: follow('Jana Wiesner'), heading: /Jana/ },
  {
    name: 'a role that is not given',
    email: amt,
    path: '/personen',
    after: inTurn(follow('Jana Wiesner'), send('Aufgabe geben')),
    heading: /Jana/,
  },
  {
    name: 'somebody about to leave',
    email: amt,
    path: '/personen',
    after: follow('Jana Wiesner', 'Jana Wiesner scheidet aus'),
    heading: /scheidet aus/,
  },
  { name: 'the invitations of a municipality', email: amt, path: '/einladungen', heading: /Einladungen/ },
  { name: 'a refused invitation', email: amt, path: '/einladungen', after: send('Einladung verschicken') },
  { name: 'an invitation that was sent', email: amt, path: '/einladungen', after: inviteGuest },
  { name: 'the invitations of the cooperative', email: manager, path: '/einladungen', heading: /Einladungen/ },
  { name: 'a list of invitations that cannot be read', email: amt, path: '/einladungen', after: send('Liste prüfen') },
  { name: 'the invitations to somebody who may not', email: isb, path: '/einladungen', heading: /Das dürfen Sie/ },
  { name: 'the offer to somebody new', path: '/', after: openOffer, heading: /Einladung für Stadt Musterstadt/ },
  {
    name: 'an offer accepted without a password',
    path: '/',
    after: inTurn(openOffer, send('Einladung annehmen')),
    heading: /Einladung für/,
  },
  {
    name: 'an offer to somebody who is signed in as another',
    email: isb,
    path: '/',
    after: openOffer,
    heading: /Einladung für/,
  },
  {
    name: 'an invitation accepted',
    path: '/',
    after: inTurn(openOffer, async (page) => {
      await page.getByLabel('Passwort', { exact: true }).fill(password)
      await page.getByLabel('Passwort noch einmal').fill(password)
      await press('Einladung annehmen')(page)
    }),
    heading: /Anmelden/,
  },
  { name: 'an offer that is used up', path: '/', after: openOffer, heading: /^Einladung$/ },
  { name: 'the substitutions', email: isb, path: '/vertretung', heading: /Vertretung/ },
  { name: 'a refused substitution', email: isb, path: '/vertretung', after: send('Vertretung benennen') },
  {
    name: 'a substitution that is named',
    email: isb,
    path: '/vertretung',
    after: async (page) => {
      await page.getByLabel('Wer vertritt Sie').selectOption({ label: 'Tobias Brandt' })
      await page.getByLabel('Letzter Tag').fill(await today(page))
      await press('Vertretung benennen')(page)
    },
  },
  { name: 'who may read here', email: hvb, path: '/wer-darf-lesen', heading: /Wer darf/ },
  {
    name: 'an objection without a reason',
    email: hvb,
    path: '/wer-darf-lesen',
    after: async (page) => {
      await page.getByText('Widersprechen', { exact: true }).click()
      await send(/Zuweisung von .* widersprechen/)(page)
    },
  },
  { name: 'the assignments', email: manager, path: '/zuweisungen', heading: /Zuweisungen/ },
  { name: 'a refused assignment', email: manager, path: '/zuweisungen', after: send('Zuweisen') },
  {
    name: 'somebody who has left, and what was handed over',
    email: amt,
    path: '/personen',
    after: inTurn(follow('Tobias Brandt', 'Tobias Brandt scheidet aus'), press('Aufgaben von Tobias Brandt beenden')),
    heading: /ist ausgeschieden/,
  },
  { name: 'what somebody sees who has left', email: itStaff, path: '/', heading: /Guten Tag/ },
]

export const ownAccessVisits: Visit[] = [
  { name: 'the choice of whom to act for', email: springer, path: '/handeln-fuer', heading: /Für wen/ },
  { name: 'the own access', email: isb, path: '/mein-zugang', heading: /Mein Zugang/ },
  { name: 'the own data', email: isb, path: '/mein-zugang/daten', heading: /Ihre Daten/ },
  { name: 'the own password', email: isb, path: '/mein-zugang/passwort', heading: /Passwort ändern/ },
  { name: 'a refused password', email: isb, path: '/mein-zugang/passwort', after: send('Passwort ändern') },
  { name: 'the own address', email: isb, path: '/mein-zugang/adresse', heading: /Adresse ändern/ },
  { name: 'a refused address', email: isb, path: '/mein-zugang/adresse', after: send('Bestätigung anfordern') },
  {
    name: 'the confirmation of an address',
    email: isb,
    path: '/mein-zugang/adresse',
    after: async (page, { linkTo }) => {
      await page.getByLabel('Neue E-Mail-Adresse').fill('jana.wiesner@musterstadt.example')
      await page.getByLabel('Ihr Passwort').fill(demoPassword)
      await press('Bestätigung anfordern')(page)
      await page.goto(await linkTo('jana.wiesner@musterstadt.example'))
    },
    heading: /Neue Adresse/,
  },
  { name: 'an address that is not confirmed', email: isb, path: '/neue-adresse/abc', heading: /Neue Adresse/ },
  { name: 'a new token', email: isb, path: '/mein-zugang/schluessel', heading: /Schlüssel erstellen/ },
  { name: 'a refused token', email: isb, path: '/mein-zugang/schluessel', after: send('Schlüssel erstellen') },
  {
    name: 'a token that is shown once',
    email: isb,
    path: '/mein-zugang/schluessel',
    after: async (page) => {
      await page.getByLabel('Wofür').fill('Auswertung im Controlling der Stadtverwaltung')
      await page.getByLabel('Ihr Passwort').fill(demoPassword)
      await press('Schlüssel erstellen')(page)
    },
  },
  { name: 'the own access with tokens', email: isb, path: '/mein-zugang' },
  { name: 'the second factor', email: isb, path: '/mein-zugang/zweiter-faktor', heading: /Zweiter Faktor/ },
  {
    name: 'a refused second factor',
    email: isb,
    path: '/mein-zugang/zweiter-faktor',
    after: send('Einrichtung beginnen'),
  },
  {
    name: 'the picture for the app',
    email: isb,
    path: '/mein-zugang/zweiter-faktor',
    after: async (page) => {
      await page.getByLabel('Ihr Passwort').fill(demoPassword)
      await press('Einrichtung beginnen')(page)
      await page.getByLabel('Code aus der App').waitFor()
    },
  },
  {
    name: 'a wrong code for the second factor',
    email: isb,
    path: '/mein-zugang/zweiter-faktor',
    after: send('Zweiten Faktor einschalten'),
  },
  { name: 'the mailbox of the demo', email: isb, path: '/demo/postfach', heading: /Postfach/ },
  { name: 'a forgotten password', path: '/passwort-vergessen', heading: /Passwort vergessen/ },
  { name: 'a forgotten password without an address', path: '/passwort-vergessen', after: send('Mail anfordern') },
  {
    name: 'a mail that was asked for',
    path: '/passwort-vergessen',
    after: async (page) => {
      await page.getByLabel('Dienstliche E-Mail-Adresse').fill(hvb)
      await press('Mail anfordern')(page)
    },
  },
  {
    name: 'a new password',
    path: '/',
    after: async (page, { linkTo }) => {
      await page.goto(await linkTo(hvb))
    },
    heading: /Neues Passwort/,
  },
  { name: 'a link that is over', path: '/neues-passwort/abc', heading: /Neues Passwort/ },
]
